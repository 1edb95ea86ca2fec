import { css } from 'lit'

/** A table of figures by principle. */
export const tableStyles = css`
  .table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
    padding-block-end: 6px;
  }
  .table th,
  .table td {
    padding: 9px 0;
    border-block-start: 1px solid var(--_line);
    text-align: start;
    font-weight: 400;
  }
  .table thead * {
    border: 0;
    color: var(--_quiet);
    font-size: 0.875em;
    font-weight: 600;
  }
  .table tbody th {
    font-weight: 600;
  }
  .table * + th,
  .table * + td {
    padding-inline-start: 12px;
  }
  .table .number {
    text-align: end;
    white-space: nowrap;
  }
`
