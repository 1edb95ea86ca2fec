import { css } from 'lit'

/** Bars in their table; on a narrow page each bar stands below its name. */
export const barStyles = css`
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
  .up {
    color: var(--_good);
    font-weight: 600;
  }
  .down {
    color: var(--_bad);
    font-weight: 600;
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
  @media print {
    .rule {
      print-color-adjust: exact;
    }
  }
`
