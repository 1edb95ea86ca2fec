import { css } from 'lit'

/** Buttons, fields and notes, drawn the same in every element. */
export const controls = css`
  button,
  .button {
    all: unset;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 18px;
    border: 1.5px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_paper);
    color: var(--_ink);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  button:active {
    background: var(--_accent-soft);
  }
  button:focus-visible,
  summary:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    color: var(--_on-accent);
    background: color-mix(in oklab, var(--_accent), var(--_ink) 18%);
  }
  .primary:active {
    background: color-mix(in oklab, var(--_accent), var(--_ink) 30%);
  }
  .plain {
    border-color: transparent;
    background: none;
    color: var(--_accent);
    padding-inline: 10px;
  }
  .plain:hover {
    background: var(--_accent-soft);
    border-color: transparent;
  }
  button[aria-disabled='true'] {
    color: var(--_quiet);
    border-color: var(--_line);
    cursor: default;
  }
  .danger {
    color: var(--_bad);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
  }
  .field {
    display: grid;
    gap: 4px;
    justify-items: start;
  }
  .label {
    font-weight: 600;
  }
  .hint {
    color: var(--_quiet);
    font-size: 0.9375em;
    max-inline-size: 62ch;
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
  input[type='radio'],
  input[type='checkbox'] {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    border: 1.5px solid var(--_edge);
    border-radius: 5px;
    background: var(--_paper);
    cursor: pointer;
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input[type='radio']::before,
  input[type='checkbox']::before {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_on-accent);
    transform: scale(0);
  }
  input[type='checkbox']::before {
    inline-size: 11px;
    block-size: 6px;
    border: solid var(--_on-accent);
    border-width: 0 0 2.5px 2.5px;
    border-radius: 0;
    background: none;
  }
  input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  input[type='radio']:checked::before {
    transform: none;
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
  summary {
    cursor: pointer;
    list-style: none;
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    color: var(--_accent);
    font-weight: 600;
    border-radius: 6px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    margin-inline: 4px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: translateY(-2px) rotate(45deg);
  }
  details[open] > summary::before {
    transform: translateY(2px) rotate(-135deg);
  }
  .note {
    border-inline-start: 4px solid var(--_warn);
    border-radius: 4px;
    background: var(--_warn-soft);
    padding: 10px 16px;
  }
  .note > .buttons {
    margin-block-start: 8px;
  }
  @media (forced-colors: active) {
    input:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
    .primary {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
      border-color: ButtonText;
    }
    .note {
      border: 1px solid;
    }
  }
`
