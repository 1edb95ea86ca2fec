import { css } from 'lit'

/** Lists, and the small forms that their items open into. */
export const itemStyles = css`
  .items {
    display: grid;
    gap: 8px;
    inline-size: 100%;
  }
  .items:empty {
    display: none;
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding: 8px 8px 8px 14px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_paper);
  }
  .item.open {
    display: block;
    padding: 16px;
    border: 1.5px solid var(--_accent);
  }
  .item-text {
    flex: 1 1 12em;
  }
  .item-form {
    display: grid;
    gap: 18px;
    padding-block: 4px 16px;
  }
  .item-more {
    border-block-start: 1px solid var(--_line);
  }
`
