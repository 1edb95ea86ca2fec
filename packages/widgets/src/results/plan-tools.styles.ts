import { css } from 'lit'

/** Fields beside the steps of a plan: three rows on a narrow page, one on a wide one, as the room for them. */
export const planToolStyles = css`
  .plan-fields {
    display: grid;
    align-items: end;
    justify-items: start;
    gap: 8px;
  }
  .plan-fields > label:not(.tick) {
    display: grid;
  }
  .plan-fields > label:first-child {
    inline-size: min(100%, 18em);
  }
  .plan-fields > .tick {
    gap: 6px;
  }
  @container (min-width: 30em) {
    .plan-fields {
      grid-template-columns: minmax(0, 15.75em) auto 1fr;
      column-gap: 16px;
    }
    .plan-fields > .tick {
      gap: 10px;
    }
  }
`
