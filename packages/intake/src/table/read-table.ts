import Papa from 'papaparse'
import { mostFaults, type IntakeFault } from '../fault.ts'
import { headerRowOf } from './header-row.ts'
import type { Row, Table } from './table.ts'

/** The most rows that are read: a hundred years of a small firm's invoices. */
const mostRows = 500_000

/** No program writes more into one cell, or so many columns. */
const mostInCell = 32_767
const mostColumns = 1_000

const separators = [',', ';', '\t', '|'] as const

/** Reads a table from text: finds the separator and the head, leaves out empty rows, and names what is broken. */
export function readTable(text: string, file: string): { table: Table | undefined; faults: readonly IntakeFault[] } {
  const separator = separatorOf(text)
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: separator,
    preview: mostRows + 1,
  })
  if (data.length > mostRows) return refused({ file, message: `has more than ${mostRows} rows; export a shorter time` })
  const broken = errors.filter(({ type }) => type === 'Quotes')
  if (broken.length > 0)
    return { table: undefined, faults: broken.slice(0, mostFaults).map((error) => quoteFault(error, { text, file })) }
  const rows = numbered(data, text)
  const outsized = rows.flatMap((row) => outsizedIn(row, file))
  if (outsized.length > 0) return { table: undefined, faults: outsized.slice(0, mostFaults) }
  const head = headerRowOf(rows)
  if (head === undefined)
    return refused({
      file,
      message: 'has no row of column names with rows below it; export the table with its headings',
    })
  return { table: tableOf(rows, head, separator), faults: [] }
}

/** What no table holds: a book in one cell, or columns without end. */
function outsizedIn({ line, cells }: Row, file: string): IntakeFault[] {
  if (cells.length > mostColumns) {
    const message = `this row has ${cells.length} columns, and at most ${mostColumns} are read; export the columns you need`
    return [{ file, line, column: mostColumns + 1, message }]
  }
  const place = cells.findIndex((cell) => cell.length > mostInCell)
  if (place < 0) return []
  const text = cells[place] ?? ''
  const message = `this cell holds ${text.length} letters, and at most ${mostInCell} are read; shorten it, or leave the column out`
  return [{ file, line, column: place + 1, value: text.slice(0, 60), message }]
}

function refused(fault: IntakeFault) {
  return { table: undefined, faults: [fault] }
}

function tableOf(rows: readonly Row[], head: number, separator: string): Table {
  const columns = rows[head]!.cells.map((name) => name.trim())
  const below = rows.slice(head + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return { columns, rows: below, separator }
}

/** The separator that cuts most of the first lines into the same number of pieces, and into more than one. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  const scored = separators.map((separator) => {
    const counts = lines.map((line) => outsideQuotes(line).split(separator).length)
    const [most = 1] = counts
      .filter((count) => count > 1)
      .toSorted((left, right) => frequency(counts, right) - frequency(counts, left))
    return { separator, score: most > 1 ? frequency(counts, most) * 100 + most : 0 }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

function frequency(counts: readonly number[], count: number): number {
  return counts.filter((other) => other === count).length
}

function outsideQuotes(line: string): string {
  return line.replace(/"[^"]*"/g, '')
}

/** Gives each row the line it begins on; text in quotes can run over several. */
function numbered(data: readonly string[][], text: string): Row[] {
  const runsOver = /"[^"]*[\r\n][^"]*"/.test(text)
  let line = 1
  return data.map((cells) => {
    const row = { line, cells }
    line += 1 + (runsOver ? cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0) : 0)
    return row
  })
}

function quoteFault({ code, index = 0 }: Papa.ParseError, { text, file }: { text: string; file: string }): IntakeFault {
  const mark = text.lastIndexOf('"', index)
  const before = text.slice(0, mark < 0 ? index : mark).split(/\r\n|\r|\n/)
  const message =
    code === 'MissingQuotes'
      ? 'a quotation mark is opened here and never closed; close it, or double it where it belongs to the text'
      : 'a quotation mark stands in the middle of a text; double it, or put the whole text in quotation marks'
  return { file, line: before.length, column: before.at(-1)!.length + 1, message }
}
