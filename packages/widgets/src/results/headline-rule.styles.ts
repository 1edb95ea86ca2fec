import { css } from 'lit'

/** The rule in the headline. */
export const headlineRuleStyles = css`
  .hero .rule {
    margin-block-start: 16px;
  }
  .held {
    margin-block-start: 10px;
    display: grid;
    gap: 4px;
  }
`
