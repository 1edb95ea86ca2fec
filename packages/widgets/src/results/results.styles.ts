import { css } from 'lit'

/** What stands beneath the headline of a result, on screen and on paper. */
export const resultStyles = css`
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
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
  }
  .card {
    padding: 14px 16px 16px;
    break-inside: avoid;
  }
  .card > .buttons {
    margin-block-start: 10px;
  }
  .card-score {
    color: var(--_accent);
    font-size: 1.25em;
    font-weight: 650;
  }
  .strong {
    font-weight: 650;
  }
  .reasons {
    display: grid;
    gap: 6px;
    margin-block-start: 6px;
    font-size: 0.9375em;
  }
  .open {
    margin-block-start: 8px;
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
  @container (min-width: 40em) {
    .clause-bar {
      display: block;
    }
    .clause-score {
      min-inline-size: 8em;
    }
  }
  @media print {
    .clause-result:not([open]),
    .details:not(:has([open])) {
      display: none;
    }
  }
`
