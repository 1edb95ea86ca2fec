import { css } from 'lit'

/** The plan, with owner and day. */
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
  @media (forced-colors: active) {
    .plan-step::before {
      border: 1px solid;
      line-height: 26px;
    }
  }
  @media print {
    .plan-step::before {
      print-color-adjust: exact;
    }
    .no-print {
      display: none;
    }
  }
`
