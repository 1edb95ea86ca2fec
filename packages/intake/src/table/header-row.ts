import { isKnownColumn } from './columns.ts'
import type { Row } from './table.ts'

/** Programs put titles, dates and totals above the head; deeper than this it is not looked for. */
const deepest = 25

/**
 * The place of the row of column names: of the first rows, the one with most names that are known; where none is known, the
 * first row of the usual width that is all words.
 */
export function headerRowOf(rows: readonly Row[]): number | undefined {
  const first = rows.slice(0, deepest)
  const known = first.map(({ cells }) => cells.filter(isKnownColumn).length)
  const most = Math.max(0, ...known)
  if (most >= 2) return hasRowsBelow(rows, known.indexOf(most))
  const width = Math.max(0, ...first.map(({ cells }) => filled(cells).length))
  const found = first.findIndex(({ cells }) => filled(cells).length === width && width > 1 && cells.every(isWords))
  return found < 0 ? undefined : hasRowsBelow(rows, found)
}

function hasRowsBelow(rows: readonly Row[], head: number): number | undefined {
  return rows.slice(head + 1).some(({ cells }) => filled(cells).length > 0) ? head : undefined
}

function filled(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== '')
}

function isWords(cell: string): boolean {
  return !/^[\s\d.,:/+-]+$/.test(cell) || cell.trim() === ''
}
