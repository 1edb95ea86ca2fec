import { css } from 'lit'

/** Buttons, drawn the same in every element, and the tokens of edges and of what stands on the accent. */
export const buttons = css`
  .root {
    --_edge: var(--joinery-edge, #768791);
  }
  button,
  .button {
    all: unset;
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
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
  }
`
