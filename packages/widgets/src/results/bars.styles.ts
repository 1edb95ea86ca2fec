import { css } from 'lit'

/** Bars in their table; on a narrow page each bar stands below its name. */
export const barStyles = css`
  .bar-cell {
    inline-size: 34%;
  }
  .number-tag {
    display: inline-block;
    min-inline-size: 2.6em;
    font-weight: 400;
  }
  @container (max-width: 33.9em) {
    .bars thead {
      position: absolute;
      inline-size: 1px;
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
      grid-template-columns: 1fr auto;
      gap: 6px 12px;
      padding-block: 9px;
      border-block-start: 1px solid var(--_line);
    }
    .bars th,
    .bars td {
      border: 0;
      padding: 0;
    }
    .bars tbody th {
      padding-inline-start: 2.55em;
    }
    .number-tag {
      margin-inline-start: -2.9em;
    }
    .bar-cell {
      grid-area: 2 / 1 / auto / -1;
      inline-size: 100%;
    }
  }
  @media print {
    .rule {
      print-color-adjust: exact;
    }
  }
`
