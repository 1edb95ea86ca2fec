import { css } from 'lit'

/** The token of what stands on the accent. */
export const onAccent = css`
  .root {
    --_on-accent: var(--joinery-on-accent, light-dark(#fff, #0d1a1d));
  }
`
