import { css } from 'lit'

/** The token of what stands out from the page. */
export const raised = css`
  .root {
    --_raised: var(--joinery-raised, light-dark(#f3f6f6, #18232a));
  }
`
