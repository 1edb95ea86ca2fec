import { css } from 'lit'

/** The plan, with owner and day, and the folds of the clauses. */
export const planStyles = css`
  .plan {
    counter-reset: step;
  }
  .plan-step {
    counter-increment: step;
    position: relative;
    padding-block: 14px;
    padding-inline-start: 44px;
    border-block-start: 1px solid var(--_line);
    break-inside: avoid;
  }
  .plan-step::before {
    content: counter(step);
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 14px;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.875em;
    font-weight: 650;
    line-height: 28px;
    text-align: center;
  }
  .plan-text {
    font-weight: 600;
    max-inline-size: 62ch;
  }
  .is-done .plan-text {
    color: var(--_quiet);
    text-decoration: line-through;
  }
  .gain {
    color: var(--_good);
    font-weight: 600;
  }
  .plan-fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
    margin-block-start: 8px;
  }
  .plan-fields > label:not(.tick) {
    display: grid;
  }
  .plan-fields > label:first-child {
    flex: 1 1 10em;
    max-inline-size: 18em;
  }
  .clause-result {
    border-block-start: 1px solid var(--_line);
  }
  .clause-result > summary {
    color: var(--_ink);
    gap: 12px;
    padding-block: 6px;
  }
  .clause-name {
    flex: 1;
  }
  @media print {
    .details:not(:has([open])),
    .no-print {
      display: none;
    }
  }
`
