import { css } from 'lit'

/** Says of a result that those who gave the answers judged them. */
export const pill = css`
  .pill {
    border: 1px solid var(--_accent);
    border-radius: 99px;
    color: var(--_accent);
    padding: 1px 10px;
    font-size: 0.8125em;
    font-weight: 600;
    white-space: nowrap;
  }
`
