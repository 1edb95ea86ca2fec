import { css } from 'lit'

/** What only an assessment has beside buttons: the one to go on with, and notes. */
export const controls = css`
  .strong {
    font-weight: 650;
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
