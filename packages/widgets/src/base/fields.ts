import { css } from 'lit'

/** Fields to write in and to choose from. */
export const fields = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    justify-items: start;
  }
  .wrong {
    color: var(--_bad);
    font-weight: 600;
  }
  input:not([type='radio'], [type='checkbox']),
  textarea,
  select {
    box-sizing: border-box;
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
  textarea {
    min-block-size: 6.2em;
    resize: vertical;
  }
  input.short,
  select.short {
    inline-size: auto;
    max-inline-size: 100%;
  }
  input[type='number'].short,
  input.number {
    inline-size: 8em;
  }
  input:focus-visible,
  textarea:focus-visible,
  select:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 0;
    border-color: var(--_accent);
  }
  [aria-invalid='true'] {
    border-color: var(--_bad) !important;
  }
  input[type='checkbox']::before {
    inline-size: 11px;
    block-size: 6px;
    border: solid var(--_on-accent);
    border-width: 0 0 2.5px 2.5px;
    border-radius: 0;
    background: none;
  }
  input[type='checkbox']:checked::before {
    transform: translateY(-1.5px) rotate(-45deg);
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    cursor: pointer;
  }
`
