import { css } from 'lit'

/** What only those who listen should hear. */
export const unseen = css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px !important;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
