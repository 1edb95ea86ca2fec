import type { Problem } from '@joinery/core/plugin'
import { readCsv, type Cell } from './read-csv.ts'
import { readText } from './read-text.ts'
import { dayOrderOf, readAmount, readDay, readSide, type DayOrder, type Value } from './read-values.ts'

/** A column: the field that it fills, what it holds, and the names that it has in files. */
export interface Column {
  readonly field: string
  readonly holds: 'text' | 'day' | 'amount' | 'side'
  readonly names: readonly string[]
  readonly needed?: true
}

export type Table =
  | { readonly rows: readonly Readonly<Record<string, string | number>>[] }
  | { readonly problems: Problem[] }

const mostRows = 5_000

/** Reads a file into rows. A faulty file gives nothing but its faults, all of them, each with line and column. */
export function readTable(bytes: Uint8Array, columns: readonly Column[]): Table {
  const { rows, openQuote } = readCsv(readText(bytes))
  const [head, ...body] = rows
  if (head === undefined) return { problems: [{ place: 'line 1, column 1', message: 'the file is empty' }] }
  const found = columnsOf(head, columns)
  const problems: Problem[] = [...found.problems]
  if (openQuote !== undefined) problems.push(problemAt(openQuote, 'a quote is opened here and never closed'))
  if (body.length > mostRows)
    problems.push(problemAt(body[mostRows]![0]!, `the file has ${body.length} lines; at most ${mostRows} are read`))
  if (problems.length > 0) return { problems }
  const order = dayOrderOf(
    body.flatMap((row) => found.columns.flatMap((column, c) => (column?.holds === 'day' ? [row[c]?.text ?? ''] : []))),
  )
  const read = body.map((row) => readRow(row, { columns: found.columns, order, problems }))
  return problems.length > 0 ? { problems } : { rows: read }
}

interface Found {
  /** For each column of the file, what it is; undefined where nobody asked for it. */
  readonly columns: readonly (Column | undefined)[]
  readonly problems: readonly Problem[]
}

function columnsOf(head: readonly Cell[], columns: readonly Column[]): Found {
  const byName = new Map(columns.flatMap((column) => column.names.map((name) => [plainName(name), column] as const)))
  const found = head.map(({ text }) => byName.get(plainName(text)))
  const twice = head.flatMap((cell, index) => {
    const column = found[index]
    return column !== undefined && found.indexOf(column) < index
      ? [problemAt(cell, `the column "${cell.text}" stands twice`)]
      : []
  })
  const missing = columns.filter((column) => column.needed && !found.includes(column))
  return {
    columns: found,
    problems: [
      ...twice,
      ...missing.map(({ names }) =>
        problemAt(head[0]!, `a column "${names[0]}" is missing; the first line of the file names the columns`),
      ),
    ],
  }
}

/** Names are compared without case, spaces and punctuation. */
function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

interface RowReading {
  readonly columns: readonly (Column | undefined)[]
  readonly order: DayOrder
  readonly problems: Problem[]
}

function readRow(
  row: readonly Cell[],
  { columns, order, problems }: RowReading,
): Readonly<Record<string, string | number>> {
  const extra = row.slice(columns.length).find(({ text }) => text !== '')
  if (extra !== undefined) problems.push(problemAt(extra, 'this line has more cells than the first one has names'))
  const fields: Record<string, string | number> = {}
  for (const [index, column] of columns.entries()) {
    const cell = row[index]
    if (column === undefined) continue
    if (cell === undefined || cell.text === '') {
      if (column.needed) problems.push(problemAt(cell ?? row.at(-1)!, `"${column.names[0]}" is empty in this line`))
      continue
    }
    const value = readValue(cell.text, column, order)
    if ('value' in value) fields[column.field] = value.value
    else problems.push(problemAt(cell, `${column.names[0]}: ${value.problem}`))
  }
  return fields
}

function readValue(text: string, { holds }: Column, order: DayOrder): Value {
  switch (holds) {
    case 'text':
      return text.length > 1_000 ? { problem: 'the text is longer than 1000 characters' } : { value: text }
    case 'day':
      return readDay(text, order)
    case 'amount':
      return readAmount(text)
    case 'side':
      return readSide(text)
  }
}

function problemAt({ line, column }: Cell, message: string): Problem {
  return { place: `line ${line}, column ${column}`, message }
}
