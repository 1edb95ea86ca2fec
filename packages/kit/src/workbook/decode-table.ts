import { didYouMean, pointerOf, type Fault } from '@joinery/core'
import { headersOf, nameIn } from './encode.ts'
import { numberFrom, readList, readLiteral, yesNoFrom } from './literals.ts'
import { cellName, type CellValue, type Sheet } from '@joinery/workbook'
import { putAt, type Data } from './paths.ts'
import { tables, type Column, type Table } from './tables.ts'

type Plain = Exclude<CellValue, object>

/** Where a document is put together from sheets: what was read, from which cells, and what is wrong. */
export interface Reading {
  readonly document: Data
  /** The cells that the parts of the document come from, by JSON pointer. */
  readonly cells: Map<string, string>
  readonly faults: SheetFault[]
}

export interface SheetFault extends Omit<Fault, 'path'> {
  /** `Indicators!F12` */
  readonly cell: string
}

/** One row of a sheet, by header. */
export interface Row {
  readonly number: number
  readonly cells: ReadonlyMap<string, Plain>
  /** The name of a cell of this row: of a header, or the first one. */
  readonly at: (header?: string) => string
}

/** The rows of a sheet below its headers, and its headers; formulas and broken cells are told of. */
export function rowsOf(sheet: Sheet, known: readonly string[], reading: Reading): { rows: Row[]; headers: string[] } {
  const headers = new Map<number, string>()
  for (const [column, value] of sheet.rows.get(1) ?? []) {
    const header = typeof value === 'object' ? '' : String(value).trim()
    headers.set(column, header)
    if (known.length > 0 && !known.includes(header))
      reading.faults.push({
        code: 'unknown-key',
        severity: 'error',
        cell: `${sheet.name}!${cellName(column, 1)}`,
        value: header,
        message: `there is no column "${header}"${didYouMean(header, known) || `; the columns are ${known.join(', ')}`}`,
      })
  }
  const rows = [...sheet.rows]
    .filter(([number]) => number > 1)
    .map(([number, cells]) => rowOf({ sheet, headers, number }, cells, reading))
  return { rows, headers: [...headers.values()] }
}

interface Line {
  readonly sheet: Sheet
  readonly headers: ReadonlyMap<number, string>
  readonly number: number
}

function rowOf({ sheet, headers, number }: Line, cells: ReadonlyMap<number, CellValue>, { faults }: Reading): Row {
  const found = new Map<string, Plain>()
  for (const [column, value] of cells) {
    const header = headers.get(column)
    const cell = `${sheet.name}!${cellName(column, number)}`
    if (typeof value === 'object') faults.push({ ...problemIn(value), cell })
    else if (header === undefined)
      faults.push({
        code: 'unknown-key',
        severity: 'error',
        cell,
        value,
        message: 'this column has no header; write one in row 1, or empty the cell',
      })
    else found.set(header, value)
  }
  const columns = new Map([...headers].map(([column, header]) => [header, column]))
  const at = (header?: string) => `${sheet.name}!${cellName(columns.get(header ?? '') ?? 1, number)}`
  return { number, cells: found, at }
}

function problemIn(value: Exclude<CellValue, Plain>): Omit<SheetFault, 'cell'> {
  if ('formula' in value)
    return {
      code: 'not-allowed',
      severity: 'error',
      value: value.formula,
      message: 'formulas are not worked out; write the value itself',
    }
  return {
    code: 'unreadable',
    severity: 'error',
    value: value.error,
    message: `this cell holds ${value.error}; write a value`,
  }
}

interface Place {
  readonly item: Data
  readonly pointer: readonly (string | number)[]
}

/** Reads all sheets of lists into the document, each after the sheet that its items belong to. */
export function readTables(sheets: ReadonlyMap<string, Sheet>, reading: Reading): void {
  const named = new Map<string, Map<string, Place>>()
  for (const table of tables) {
    const own = new Map<string, Place>()
    named.set(table.sheet, own)
    const sheet = sheets.get(table.sheet)
    if (sheet === undefined) continue
    for (const row of rowsOf(sheet, headersOf(table), reading).rows) {
      if (row.cells.size === 0) continue
      const parent = parentOf(table, row, { named, reading })
      if (parent === undefined) continue
      const parentName = table.of === undefined ? '' : String(row.cells.get(table.of.header))
      const place =
        table.isMap === true ? addEntry(table, row, { parent, reading }) : addItem(table, row, { parent, reading })
      if (place !== undefined) own.set(nameIn(table, place.item, parentName), place)
    }
  }
}

function parentOf(
  { sheet, of }: Table,
  row: Row,
  { named, reading }: { named: ReadonlyMap<string, ReadonlyMap<string, Place>>; reading: Reading },
): Place | undefined {
  if (of === undefined) return { item: reading.document, pointer: [] }
  const known = named.get(of.sheet) ?? new Map<string, Place>()
  const name = String(row.cells.get(of.header) ?? '')
  const found = known.get(name)
  if (found !== undefined) return found
  reading.faults.push({
    code: name === '' ? 'missing' : 'unknown-id',
    severity: 'error',
    cell: row.at(of.header),
    value: name,
    message:
      name === ''
        ? `say which row of the sheet "${of.sheet}" this belongs to`
        : `the sheet "${of.sheet}" has no "${name}", which this row of "${sheet}" belongs to${didYouMean(name, known.keys())}`,
  })
  return undefined
}

interface Into {
  readonly parent: Place
  readonly reading: Reading
}

function addItem({ at, columns }: Table, row: Row, { parent, reading }: Into): Place {
  const list = listAt(parent.item, at)
  const item: Data = {}
  const pointer = [...parent.pointer, ...at, list.length]
  list.push(item)
  reading.cells.set(pointerOf(...pointer), row.at())
  for (const column of columns) {
    const value = valueIn(column, row, reading)
    if (value === undefined) continue
    putAt(item, column.key, value)
    reading.cells.set(pointerOf(...pointer, ...column.key), row.at(column.header))
  }
  return { item, pointer }
}

function addEntry({ at, columns }: Table, row: Row, { parent, reading }: Into): Place | undefined {
  const [keyColumn, valueColumn] = columns as readonly [Column, Column]
  const cell = row.cells.get(keyColumn.header)
  const key = cell === undefined ? undefined : String(cell)
  const value = valueIn(valueColumn, row, reading)
  if (key === undefined || value === undefined || !putAt(parent.item, [...at, key], value)) {
    reading.faults.push({
      code: 'missing',
      severity: 'error',
      cell: row.at(key === undefined ? keyColumn.header : valueColumn.header),
      message: `this row needs "${keyColumn.header}" and "${valueColumn.header}"`,
    })
    return undefined
  }
  const pointer = [...parent.pointer, ...at, key]
  reading.cells.set(pointerOf(...pointer), row.at(valueColumn.header))
  return { item: {}, pointer }
}

function listAt(item: Data, at: readonly string[]): unknown[] {
  let place = item
  for (const step of at.slice(0, -1)) place = (place[step] ??= {}) as Data
  return (place[at.at(-1)!] ??= []) as unknown[]
}

function valueIn({ header, is, choices }: Column, row: Row, { faults }: Reading): unknown {
  const cell = row.cells.get(header)
  if (cell === undefined) return undefined
  const read = readCell(is, cell)
  if ('value' in read) return read.value
  const hint = typeof cell === 'string' ? didYouMean(cell, choices ?? []) : ''
  faults.push({
    code: 'wrong-type',
    severity: 'error',
    cell: row.at(header),
    value: cell,
    message: read.problem + hint,
  })
  return undefined
}

function readCell(is: Column['is'], cell: Plain): { value: unknown } | { problem: string } {
  switch (is) {
    case 'text':
      return { value: String(cell) }
    case 'number':
      return numberFrom(cell)
    case 'yesNo':
      return yesNoFrom(cell)
    case 'texts':
      return { value: readList(String(cell)) }
    case 'literal':
      return readLiteral(undefined, cell)
  }
}
