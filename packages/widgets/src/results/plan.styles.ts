import { css } from 'lit'

/** The plan, with room for what somebody writes beside its steps. */
export const planStyles = css`
  .plan {
    margin-block-start: 8px;
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
  .plan-room {
    min-block-size: calc(2.625em + 156px);
    margin-block-start: 8px;
  }
  .plan-foot {
    min-block-size: 44px;
    margin-inline-start: -10px;
  }
  @container (min-width: 30em) {
    .plan-room {
      min-block-size: calc(1.3125em + 48px);
    }
  }
  @media (forced-colors: active) {
    .plan-step::before {
      border: 1px solid;
    }
  }
  @media print {
    .plan-step::before {
      print-color-adjust: exact;
    }
    .plan-foot {
      display: none;
    }
  }
`
