import { css } from 'lit'

/** Boxes to tick and circles to choose: the browser's own, in the accent of the page. */
export const ticks = css`
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    padding-block: 4px;
    line-height: 1.35;
    cursor: pointer;
  }
`
