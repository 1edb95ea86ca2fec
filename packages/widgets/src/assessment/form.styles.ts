import { css } from 'lit'

/** Statements, their answers, and the facts behind them. */
export const formStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    justify-items: start;
  }
  .wrong {
    color: var(--_bad);
    font-weight: 600;
  }
  textarea {
    min-block-size: 6.2em;
    resize: vertical;
  }
  input[type='number'].short,
  input.number {
    inline-size: 8em;
  }
  [aria-invalid='true'] {
    border-color: var(--_bad) !important;
  }
  .clause {
    margin-block-start: 28px;
  }
  .clause-head {
    border-block-start: 1px solid var(--_line);
    padding-block: 20px 4px;
  }
  .statement {
    margin-block-start: 16px;
    padding: 16px 18px 18px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  /* what stands further down is laid out when somebody comes near it */
  .clause ~ .clause ~ .clause > .statement {
    content-visibility: auto;
    contain-intrinsic-size: auto 25em;
  }
  .statement > legend {
    float: inline-start;
    inline-size: 100%;
    margin-block-end: 14px;
    font-size: 1.0625em;
    line-height: 1.45;
    font-weight: 600;
    max-inline-size: 62ch;
  }
  .statement > legend + * {
    clear: both;
  }
  .tag {
    display: block;
    color: var(--_quiet);
    font-size: 0.8125em;
    font-weight: 600;
    margin-block-end: 2px;
  }
  .answers {
    display: grid;
    gap: 8px;
  }
  .settled .answers {
    opacity: 0.75;
  }
  .from-records {
    margin-block-end: 12px;
    padding: 8px 14px;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_raised);
    border-radius: 4px;
  }
  .statement .field {
    margin-block-start: 14px;
  }
  .statement-more {
    margin-block-start: 4px;
    margin-inline-start: -10px;
  }
  .later {
    margin-block-start: 8px;
  }
  .facts {
    margin-block-start: 12px;
    padding: 2px 18px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .facts[open] {
    padding-block-end: 20px;
  }
  .questions {
    display: grid;
    gap: 26px;
    margin-block-start: 20px;
  }
  .checks.columns {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    column-gap: 20px;
  }
  .checks,
  .radios {
    inline-size: 100%;
  }
  .radios {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    column-gap: 20px;
  }
  @container (min-width: 34em) {
    .clause ~ .clause ~ .clause > .statement {
      contain-intrinsic-size: auto 12em;
    }
    .answers {
      display: flex;
      flex-wrap: wrap;
    }
    .answers .option {
      gap: 8px;
      padding-inline: 10px 14px;
    }
  }
`
