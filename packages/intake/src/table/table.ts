/** A table of a file: its head, and its rows with the lines they stand on. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly separator: string
}

export interface Row {
  /** Counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}
