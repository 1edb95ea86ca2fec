import { css } from 'lit'

export const portfolioStyles = css`
  .scroller {
    overflow-x: auto;
    padding: 4px;
  }
  table {
    border-collapse: separate;
    border-spacing: 3px;
  }
  caption {
    text-align: start;
    padding-block-end: 8px;
  }
  th {
    font-weight: 600;
    text-align: start;
    vertical-align: bottom;
    padding-inline-end: 12px;
  }
  tr > :first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_paper);
  }
  .turned {
    padding: 0;
    text-align: center;
  }
  .turned button {
    writing-mode: vertical-rl;
    transform: rotate(180deg);
    justify-content: flex-start;
    min-inline-size: 44px;
    max-block-size: 15em;
    padding: 8px 10px;
    color: var(--_ink);
    text-align: start;
  }
  [aria-sort='ascending'] button {
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .day {
    display: block;
    font-weight: 400;
  }
  tbody th {
    min-inline-size: 7.5em;
    vertical-align: middle;
  }
  td {
    min-inline-size: 44px;
    block-size: 44px;
    text-align: center;
    white-space: nowrap;
    border-radius: 6px;
    background: var(--_raised);
  }
  .heat-1 {
    background: color-mix(in oklab, var(--_accent) 18%, var(--_paper));
  }
  .heat-2 {
    background: color-mix(in oklab, var(--_accent) 36%, var(--_paper));
  }
  .heat-3 {
    background: color-mix(in oklab, var(--_accent) 82%, var(--_ink));
    color: var(--_on-accent);
  }
  .heat-4 {
    background: color-mix(in oklab, var(--_accent) 60%, var(--_ink));
    color: var(--_on-accent);
  }
  @media (forced-colors: active) {
    td {
      border: 1px solid;
    }
  }
  @media print {
    td {
      print-color-adjust: exact;
    }
  }
`
