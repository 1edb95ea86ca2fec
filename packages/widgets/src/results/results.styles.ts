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
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 4px 12px;
    overflow-wrap: normal;
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
  .hero .pill {
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
  .card > .buttons {
    margin-block-start: 10px;
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
    .hero {
      padding: 24px 28px;
    }
    .clause-bar {
      display: block;
    }
    .clause-score {
      min-inline-size: 8em;
    }
  }
  @media (forced-colors: active) {
    .hero,
    .card {
      border: 1px solid;
    }
  }
  @media print {
    .hero,
    .card {
      border: 1px solid var(--_line);
      background: none;
    }
    .clause-result:not([open]),
    .details:not(:has([open])) {
      display: none;
    }
  }
`
