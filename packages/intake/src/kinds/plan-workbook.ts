import { modelField, type ModelField } from '@joinery/core'
import { cellName, readWorkbook, WorkbookProblem, type CellValue, type Sheet } from '@joinery/workbook'
import { mostFaults, type IntakeFault } from '../fault.ts'
import type { Findings, IntakeContext } from '../intake.ts'
import { evidenceFrom, hasEntry, recordedAt, setProposal, type Proposal } from '../proposal.ts'
import { readCell } from '../values/cells.ts'

/**
 * A plan that was filled in as a workbook (`joinery plan --format xlsx`): each label ends in the field that it is for, in
 * brackets. A list begins with its own label, then a row with the fields of its entries, then one entry in each row.
 */
export function planFrom(bytes: Uint8Array, { file, context }: { file: string; context: IntakeContext }): Findings {
  const sheets = sheetsOf(bytes)
  if (typeof sheets === 'string') return { faults: [{ file, message: `the workbook is not read: ${sheets}` }] }
  const reading: Reading = { file, context, faults: [], proposals: [], fields: 0, known: 0 }
  for (const sheet of sheets) readSheet(sheet, reading)
  const { faults, proposals, fields, known } = reading
  if (fields === 0) return { faults: [{ file, message: noPlan }] }
  if (faults.length > 0) return { faults: faults.slice(0, mostFaults) }
  return { proposals, notes: known === 0 ? [] : [`${known} entries are in the record already.`] }
}

const noPlan =
  'this workbook is no plan to fill in: no label ends in a field in brackets. Make one with joinery plan --format xlsx; of a list of sales, bills or tasks save the sheet as CSV'

interface Reading {
  readonly file: string
  readonly context: IntakeContext
  readonly faults: IntakeFault[]
  readonly proposals: Proposal[]
  fields: number
  known: number
}

type Cells = ReadonlyMap<number, CellValue>

interface Row {
  readonly row: number
  readonly cells: Cells
}

/** Where a value stands. */
interface Place {
  readonly sheet: string
  readonly column: number
  readonly row: number
}

function sheetsOf(bytes: Uint8Array): readonly Sheet[] | string {
  try {
    return readWorkbook(bytes)
  } catch (error) {
    if (error instanceof WorkbookProblem) return error.message
    throw error
  }
}

function readSheet({ name: sheet, rows }: Sheet, reading: Reading): void {
  const ordered = [...rows].map(([row, cells]): Row => ({ row, cells })).toSorted((one, other) => one.row - other.row)
  let list: List | undefined
  for (const line of ordered) {
    const field = list?.columns === undefined && list !== undefined ? undefined : fieldOf(line.cells.get(1))
    if (field === undefined) {
      if (list !== undefined) takeRow(list, line, reading)
      else complainOfStranger(sheet, line, reading)
      continue
    }
    reading.fields++
    list = isList(field) ? { field, sheet, columns: undefined } : undefined
    if (list === undefined) takeFact(field, { sheet, line }, reading)
  }
}

/** The path in the brackets at the end of a label. */
function markOf(cell: CellValue | undefined): string | undefined {
  return typeof cell === 'string' ? /\[([\w.]{1,100})\]\s*$/.exec(cell)?.[1] : undefined
}

/** The field of a label, by its whole path; entries of a list have labels without a dot, which are none. */
function fieldOf(cell: CellValue | undefined): ModelField | undefined {
  const field = modelField(markOf(cell) ?? '')
  return field === undefined || field.type === 'entity' || (!field.path.includes('.') && !isList(field))
    ? undefined
    : field
}

function complainOfStranger(sheet: string, { row, cells }: Row, { faults, file }: Reading): void {
  const path = markOf(cells.get(1))
  if (path === undefined) return
  const message = `"${path}" is no field of a record; leave the words in brackets as they were made`
  faults.push({ file, sheet, cell: cellName(1, row), line: row, column: 1, value: path, message })
}

function isList({ type }: ModelField): boolean {
  return type === 'records' || type === 'texts'
}

function takeFact(field: ModelField, { sheet, line }: { sheet: string; line: Row }, reading: Reading): void {
  const place = { sheet, column: 2, row: line.row }
  const value = valueAt(field, line.cells.get(2), { place, reading })
  if (value === undefined) return
  const { file, context } = reading
  const proposal = setProposal(context.record, {
    path: field.path,
    value,
    says: `${field.about}: ${shown(value)}`,
    because: because(reading, place),
    evidence: evidenceFrom(file, field.path, context.asOf),
  })
  if (proposal.recorded === value) reading.known++
  else reading.proposals.push(proposal)
}

interface List {
  readonly field: ModelField
  readonly sheet: string
  /** Which column holds which field of an entry; none until their row was read. */
  columns: ReadonlyMap<number, ModelField> | undefined
}

function takeRow(list: List, line: Row, reading: Reading): void {
  if (list.columns === undefined) {
    list.columns = columnsOf(list, line, reading)
    return
  }
  const entry = list.field.type === 'texts' ? textOf(list, line, reading) : entryOf(list, line, reading)
  if (entry === undefined) return
  const { file, context, proposals } = reading
  const { path } = list.field
  const says = typeof entry === 'string' ? entry : Object.values(entry).map(shown).join(', ')
  if (hasEntry(recordedAt(context.record, path), entry)) {
    reading.known++
    return
  }
  const place = { sheet: list.sheet, column: 1, row: line.row }
  proposals.push({
    id: `add ${path} ${list.sheet}!${line.row}`,
    action: 'add',
    path,
    value: entry,
    says: `${list.field.about}: ${says}`,
    because: because(reading, place),
    evidence: evidenceFrom(file, path, context.asOf),
  })
}

function columnsOf({ field, sheet }: List, { row, cells }: Row, { faults, file }: Reading): Map<number, ModelField> {
  const found = new Map<number, ModelField>()
  for (const [column, cell] of cells) {
    const name = markOf(cell)
    const inner = name === 'text' && field.type === 'texts' ? field : modelField(`${field.path}.${name ?? ''}`)
    if (inner !== undefined) found.set(column, inner)
    else if (name !== undefined) {
      const message = `"${name}" is no field of ${field.path}; leave the words in brackets as they were made`
      faults.push({ file, sheet, cell: cellName(column, row), line: row, column, value: name, message })
    }
  }
  return found
}

function textOf({ sheet, field }: List, { row, cells }: Row, reading: Reading): string | undefined {
  const text = valueAt({ ...field, type: 'text' }, cells.get(1), { place: { sheet, column: 1, row }, reading })
  return typeof text === 'string' ? text : undefined
}

function entryOf({ sheet, columns }: List, { row, cells }: Row, reading: Reading): Record<string, unknown> | undefined {
  const entries = [...(columns ?? [])].flatMap(([column, field]) => {
    const value = valueAt(field, cells.get(column), { place: { sheet, column, row }, reading })
    return value === undefined ? [] : [[field.path.slice(field.path.lastIndexOf('.') + 1), value] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** The value of a cell for a field; what does not fit is a fault, and no value. */
function valueAt(
  field: ModelField,
  cell: CellValue | undefined,
  { place, reading }: { readonly place: Place; readonly reading: Reading },
): unknown {
  if (cell === undefined) return undefined
  const read = readCell(field, cell)
  if ('value' in read) return read.value
  const { sheet, column, row } = place
  const value = typeof cell === 'object' ? ('formula' in cell ? cell.formula : cell.error) : String(cell)
  reading.faults.push({
    file: reading.file,
    sheet,
    cell: cellName(column, row),
    line: row,
    column,
    value: value.slice(0, 60),
    message: read.problem,
  })
  return undefined
}

function because({ file }: Reading, { sheet, column, row }: Place): string {
  return `${file}, sheet "${sheet}", cell ${cellName(column, row)}`
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join('; ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
