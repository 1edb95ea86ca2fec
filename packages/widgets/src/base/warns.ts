import { css } from 'lit'

/** The tokens of notes and faults. */
export const warns = css`
  .root {
    --_warn: var(--joinery-warn, light-dark(#87480a, #f0b869));
    --_warn-soft: var(--joinery-warn-soft, light-dark(#fdf2e2, #2d2415));
    --_bad: var(--joinery-bad, light-dark(#a02c2c, #f09a9a));
  }
`
