/** A cell and where it begins in the file, counted from 1. */
export interface Cell {
  readonly text: string
  readonly line: number
  readonly column: number
}

export interface Csv {
  readonly rows: readonly (readonly Cell[])[]
  /** Where a quote was opened that nobody closed. */
  readonly openQuote: Cell | undefined
}

const separators = [',', ';', '\t', '|'] as const

/** Reads comma-separated values with whatever stands between them: semicolon, comma, tab or bar. Empty lines are left out. */
export function readCsv(text: string): Csv {
  const reading: Reading = { text, separator: separatorOf(text), at: 0, line: 1, lineStart: 0, openQuote: undefined }
  const rows: Cell[][] = []
  while (reading.at < text.length) {
    const row = readRow(reading)
    if (row.some((cell) => cell.text !== '')) rows.push(row)
  }
  return { rows, openQuote: reading.openQuote }
}

/** The one that stands most often in the first line that holds anything, outside quotes. */
function separatorOf(text: string): string {
  const firstLine = (/[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (separator: string) => firstLine.split(separator).length
  return separators.toSorted((left, right) => count(right) - count(left))[0]!
}

/** How far a file is read. */
interface Reading {
  readonly text: string
  readonly separator: string
  at: number
  line: number
  lineStart: number
  openQuote: Cell | undefined
}

function readRow(reading: Reading): Cell[] {
  const { text, separator } = reading
  const cells = [readCell(reading)]
  while (text[reading.at] === separator) {
    reading.at++
    cells.push(readCell(reading))
  }
  if (reading.at < text.length && pass(reading) === '\r' && text[reading.at] === '\n') pass(reading)
  return cells
}

function readCell(reading: Reading): Cell {
  const { text, separator } = reading
  while (text[reading.at] === ' ') reading.at++
  const start = { text: '', line: reading.line, column: reading.at - reading.lineStart + 1 }
  const quoted = text[reading.at] === '"' ? readQuoted(reading, start) : ''
  const from = reading.at
  const ends = new Set([separator, '\n', '\r', undefined])
  while (!ends.has(text[reading.at])) reading.at++
  return { ...start, text: (quoted + text.slice(from, reading.at)).trim() }
}

/** What stands between quotes; two of them are one, and line breaks belong to it. */
function readQuoted(reading: Reading, start: Cell): string {
  const { text } = reading
  let content = ''
  pass(reading)
  while (reading.at < text.length) {
    const character = pass(reading)
    if (character !== '"') content += character
    else if (text[reading.at] === '"') content += pass(reading)
    else return content
  }
  reading.openQuote ??= start
  return content
}

/** The next character; counts lines. */
function pass(reading: Reading): string {
  const character = reading.text[reading.at++]!
  // a carriage return before a line feed is half a line break
  if (character === '\n' || (character === '\r' && reading.text[reading.at] !== '\n')) {
    reading.line++
    reading.lineStart = reading.at
  }
  return character
}
