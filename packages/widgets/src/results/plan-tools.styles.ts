import { css } from 'lit'

/** Fields beside the steps of a plan: two rows on a narrow page, one on a wide one, as the room for them. */
export const planToolStyles = css`
  .plan-fields {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: end;
    gap: 8px;
  }
  .plan-fields > label:not(.tick) {
    display: grid;
  }
  .plan-fields > label:first-child {
    grid-column: 1 / -1;
    max-inline-size: 18em;
  }
  .plan-fields > .tick {
    gap: 6px;
  }
  @container (min-width: 30em) {
    .plan-fields {
      grid-template-columns: minmax(0, 15.75em) auto 1fr;
      column-gap: 16px;
    }
    .plan-fields > label:first-child {
      grid-column: auto;
    }
    .plan-fields > .tick {
      gap: 10px;
    }
  }
`
