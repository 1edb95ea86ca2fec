import { css } from 'lit'

/** The token of what has got better, and of what is in place. */
export const good = css`
  .root {
    --_good: var(--joinery-good, light-dark(#1b6b3c, #7fd0a0));
  }
`
