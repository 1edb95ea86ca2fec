import { css } from 'lit'

/** Fields to write in and to choose from. */
export const fields = css`
  input:not([type='radio'], [type='checkbox']),
  textarea,
  select {
    inline-size: 100%;
    max-inline-size: 34em;
    min-block-size: 44px;
    margin: 4px 0 0;
    padding: 9px 12px;
    border: 1.5px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    line-height: 1.4;
  }
  input.short,
  select.short {
    inline-size: auto;
    max-inline-size: 100%;
  }
  input:focus-visible,
  textarea:focus-visible,
  select:focus-visible {
    outline-offset: 0;
    border-color: var(--_accent);
  }
`
