/** One row of an export: what kind of thing it is, and all that is kept of it, readable. */
export interface ExportRow {
  readonly kind:
    | 'firm'
    | 'consent'
    | 'relationship'
    | 'result'
    | 'score'
    | 'benchmark-share'
    | 'link'
    | 'exchange'
    | 'key'
    | 'audit-entry'
  readonly data: unknown
}

export interface RightsReads {
  /** Everything about one firm, a piece at a time. Throws `absent`. Read it inside the transaction. */
  exportFirm(firm: string): AsyncIterable<ExportRow>
}

export interface Rights extends RightsReads {
  /**
   * Removes everything about the firm but the audit trail, which holds no contents, and the firm's key first of all. When
   * the write is acknowledged, no byte of it is left in the SQLite files; in PostgreSQL contents were never in clear.
   * Throws `absent`. Returns how many rows went, by table.
   */
  eraseFirm(firm: string): Promise<Readonly<Record<string, number>>>
}
