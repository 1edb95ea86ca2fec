/** What keeps a file from being read, or a row of it from being used. */
export interface IntakeFault {
  readonly file: string
  /** Counted from 1, as a spreadsheet counts them; undefined where it is about the file as a whole. */
  readonly line?: number
  readonly column?: number
  /** In a workbook: the sheet, and the cell such as `B7`. */
  readonly sheet?: string
  readonly cell?: string
  /** What stands there. */
  readonly value?: string
  /** What is wrong, and what would be right. */
  readonly message: string
}

/** Something that only a person can tell. */
export interface Question {
  /** What the answer is given under: `choices[id]`. */
  readonly id: string
  readonly text: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** Past this many faults a file is rubbish; more would only bury the first ones. */
export const mostFaults = 50
