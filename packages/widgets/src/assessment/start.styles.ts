import { css } from 'lit'

/** The first page. */
export const startStyles = css`
  .start {
    display: grid;
    gap: 28px 56px;
    padding-block: 8px;
  }
  .start-main {
    display: grid;
    gap: 20px;
    align-content: start;
  }
  .ladder {
    align-self: start;
    border-radius: var(--_radius);
    background: var(--_raised);
    padding: 18px 20px;
  }
  .ladder-steps {
    display: flex;
    flex-direction: column-reverse;
    margin-block-start: 12px;
  }
  .rung {
    display: grid;
    grid-template-columns: 34px minmax(0, 1fr);
    gap: 0 14px;
    align-items: start;
    padding-block: 7px;
  }
  .rung-mark {
    display: grid;
    place-items: center;
    block-size: 30px;
    margin-block-start: 2px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 650;
    font-size: 0.9375em;
    clip-path: polygon(0 0, 100% 0, 84% 100%, 16% 100%);
  }
  .rung:first-child .rung-mark {
    background: var(--_quiet);
    color: var(--_paper);
  }
  .start .lead {
    margin: -8px 0 0;
  }
  .scope-list {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    margin-block: 8px;
  }
  .label {
    font-weight: 600;
  }
  .hint {
    color: var(--_quiet);
    font-size: 0.9375em;
    max-inline-size: 62ch;
  }
  .block {
    display: block;
  }
  .start-button {
    min-block-size: 52px;
    padding-inline: 32px;
    font-size: 1.0625em;
  }
  .private {
    display: flex;
    gap: 10px;
    align-items: center;
    color: var(--_good);
    font-weight: 600;
  }
  .lock {
    flex: none;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 46px;
    padding: 8px 14px;
    border: 1.5px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_paper);
    line-height: 1.3;
    cursor: pointer;
  }
  .option:hover {
    border-color: var(--_accent);
  }
  .option:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_accent-soft);
    font-weight: 600;
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .option input:focus-visible {
    outline: none;
  }
  .option.scope {
    align-items: flex-start;
    padding: 16px;
    font-weight: 400;
  }
  @container (min-width: 46em) {
    .start {
      grid-template-columns: minmax(0, 1fr) 21em;
    }
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
`
