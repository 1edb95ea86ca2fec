import { css } from 'lit'

/** Buttons, radio buttons, ticks and notes, drawn the same in every element. */
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
  button:focus-visible {
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
  .danger {
    color: var(--_bad);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
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
  input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  input[type='radio']:checked::before {
    transform: none;
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
