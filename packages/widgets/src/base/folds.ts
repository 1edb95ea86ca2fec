import { css } from 'lit'

/** Lines that open what lies behind them. */
export const folds = css`
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
  @media (prefers-reduced-motion: no-preference) {
    .root {
      interpolate-size: allow-keywords;
    }
  }
`
