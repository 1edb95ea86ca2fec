import { css } from 'lit'

/** A result on screen and on paper. */
export const resultStyles = css`
  .results {
    margin-block-start: 16px;
  }
  .hero {
    background: var(--_raised);
    border-radius: var(--_radius);
    padding: 20px 18px 18px;
  }
  .hero-line {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 12px;
  }
  .hero-lead {
    color: var(--_accent);
    font-size: clamp(1.75em, 1.2em + 3cqi, 3em);
    line-height: 1.12;
    letter-spacing: -0.02em;
    margin-block: 6px 4px;
  }
  .hero-rest {
    font-size: 0.55em;
    letter-spacing: 0;
    color: var(--_ink);
    font-weight: 600;
  }
  .hero-meaning {
    font-size: 1.0625em;
  }
  .hero .rule {
    margin-block-start: 16px;
  }
  .held {
    margin-block-start: 10px;
    display: grid;
    gap: 4px;
  }
  .pill {
    border: 1px solid var(--_accent);
    border-radius: 99px;
    color: var(--_accent);
    padding: 1px 10px;
    font-size: 0.9375em;
    font-weight: 600;
    white-space: nowrap;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    gap: 16px;
    margin-block-start: 18px;
  }
  .figures > div {
    border-inline-start: 3px solid var(--_line);
    padding-inline-start: 12px;
  }
  .value {
    display: block;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .result-part {
    margin-block-start: 40px;
  }
  .result-part > [role='heading'] {
    margin-block-end: 10px;
  }
  .cards {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
  }
  .card {
    background: var(--_raised);
    border-radius: var(--_radius);
    padding: 14px 16px 16px;
    break-inside: avoid;
  }
  .card-score {
    color: var(--_accent);
    font-size: 1.25em;
    font-weight: 650;
  }
  .reasons {
    display: grid;
    gap: 6px;
    margin-block-start: 6px;
    font-size: 0.9375em;
  }
  .bars {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .bars caption {
    text-align: start;
    padding-block-end: 6px;
  }
  .bars th,
  .bars td {
    padding: 9px 12px 9px 0;
    border-block-start: 1px solid var(--_line);
    text-align: start;
    font-weight: 400;
    vertical-align: middle;
  }
  .bars thead th {
    border: 0;
    color: var(--_quiet);
    font-size: 0.875em;
    font-weight: 600;
  }
  .bars tbody th {
    font-weight: 600;
  }
  .bars .number {
    text-align: end;
    white-space: nowrap;
    padding-inline-end: 0;
    padding-inline-start: 12px;
  }
  .bar-cell {
    inline-size: 34%;
  }
  .number-tag {
    display: inline-block;
    min-inline-size: 2.6em;
    font-weight: 400;
  }
  .open > li,
  .outcome {
    border-block-start: 1px solid var(--_line);
    padding-block: 10px;
  }
  .open > li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }
  .open p {
    flex: 1 1 18em;
  }
  .notices {
    display: grid;
    gap: 8px;
  }
  .clause-bar {
    display: none;
    inline-size: 9em;
  }
  .clause-score {
    min-inline-size: 5em;
    text-align: end;
  }
  .outcome {
    display: flex;
    gap: 12px;
  }
  .outcome-mark {
    flex: none;
    inline-size: 1.4em;
    text-align: center;
    font-weight: 700;
    color: var(--_quiet);
  }
  .met > .outcome-mark {
    color: var(--_good);
  }
  .partly > .outcome-mark,
  .unknown > .outcome-mark {
    color: var(--_warn);
  }
  .unmet > .outcome-mark,
  .error > .outcome-mark {
    color: var(--_bad);
  }
  @container (max-width: 33.9em) {
    .bars thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .bars,
    .bars caption,
    .bars tbody {
      display: block;
    }
    .bars tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: 8px;
      border-block-start: 1px solid var(--_line);
    }
    .bars th,
    .bars td {
      border: 0;
      padding: 0;
    }
    .bar-cell {
      grid-column: 1 / -1;
      grid-row: 2;
      inline-size: 100%;
      padding-block: 6px 2px !important;
    }
  }
  @container (min-width: 40em) {
    .hero {
      padding: 24px 28px;
    }
    .clause-bar {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .hero,
    .card {
      border: 1px solid;
    }
    .plan-step::before {
      border: 1px solid;
      line-height: 26px;
    }
  }
  @media print {
    .hero,
    .card {
      border: 1px solid var(--_line);
      background: none;
    }
    .plan-step::before {
      print-color-adjust: exact;
    }
    .rule {
      print-color-adjust: exact;
    }
    .clause-result:not([open]) {
      display: none;
    }
  }
`
