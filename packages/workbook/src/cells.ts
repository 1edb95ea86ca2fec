/** What a cell of a sheet holds; a formula is told of, and never worked out. */
export type CellValue = string | number | boolean | { readonly formula: string } | { readonly error: string }

/** A sheet: the cells that hold something, by row and column counted from 1. */
export interface Sheet {
  readonly name: string
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellValue>>
}

/** `C12`: the twelfth row of the third column. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`
}

export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCodePoint(65 + ((column - 1) % 26))
}

/** Column and row of a name such as `C12`; undefined where it is none. */
export function cellAt(name: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? []
  if (letters === undefined || digits === undefined) return undefined
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0)
  return { column, row: Number(digits) }
}

/** Characters that XML cannot hold are written as `_x0001_`, and what looks like one is told apart from it. */
export function escapeCell(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)|(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, (found) =>
    found === '_' ? '_x005F_' : `_x${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

export function unescapeCell(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}
