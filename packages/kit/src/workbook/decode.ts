import { didYouMean, pointerOf } from '@joinery/core'
import { parseJsonText } from '../json/json-source.ts'
import { readConditions } from './decode-conditions.ts'
import { readTables, rowsOf, type Reading, type Row, type SheetFault } from './decode-table.ts'
import { stepsInto } from './leftovers.ts'
import { numberFrom } from './literals.ts'
import { cellName, type Sheet } from '@joinery/workbook'
import { putAt } from './paths.ts'
import { parameterKey, singles } from './singles.ts'
import { tables } from './tables.ts'
import { textHeaders } from './texts-sheet.ts'

/** Sheets that are there for the reader alone. */
const forReaders = ['Read me', 'Words']
const known = ['Rule set', ...tables.map(({ sheet }) => sheet), 'Conditions', 'Texts', 'Other', ...forReaders]

/** Puts a document together from the sheets of a workbook; what is wrong in a cell is told, and the rest is read. */
export function readSheets(sheets: readonly Sheet[]): Reading {
  const reading: Reading = { document: {}, cells: new Map(), faults: [] }
  const byName = new Map<string, Sheet>()
  for (const sheet of sheets) {
    checkSheet(sheet, byName, reading)
    byName.set(sheet.name, sheet)
  }
  readSingles(byName.get('Rule set'), reading)
  readTables(byName, reading)
  readConditions(byName.get('Conditions'), reading)
  readTexts(byName.get('Texts'), reading)
  readOther(byName.get('Other'), reading)
  return reading
}

function checkSheet({ name }: Sheet, before: ReadonlyMap<string, Sheet>, { faults }: Reading): void {
  const cell = `${name}!A1`
  if (before.has(name))
    faults.push({
      code: 'duplicate',
      severity: 'error',
      cell,
      value: name,
      message: 'two sheets have this name; keep one',
    })
  else if (!known.includes(name))
    faults.push({
      code: 'unknown-key',
      severity: 'warning',
      cell,
      value: name,
      message: `the sheet "${name}" is not read${didYouMean(name, known) || '; its name is none of those of a rule set'}`,
    })
}

function readSingles(sheet: Sheet | undefined, reading: Reading): void {
  if (sheet === undefined) {
    reading.faults.push({
      code: 'missing',
      severity: 'error',
      cell: 'Rule set!A1',
      message: 'the sheet "Rule set" is missing; export a rule set to see what it holds',
    })
    return
  }
  const seen = new Set<string>()
  for (const row of rowsOf(sheet, ['Key', 'Value', 'What it is'], reading).rows) {
    const key = String(row.cells.get('Key') ?? '').trim()
    const cell = row.cells.get('Value')
    if (key === '' || cell === undefined) continue
    const is = key.startsWith(parameterKey) ? 'number' : singles.find((single) => single.key === key)?.is
    const fault = (header: string, rest: Omit<SheetFault, 'cell' | 'severity'>) =>
      reading.faults.push({ severity: 'error', ...rest, cell: row.at(header) })
    if (is === undefined) {
      const keys = singles.map((single) => single.key)
      fault('Key', {
        code: 'unknown-key',
        value: key,
        message: `there is no "${key}"${didYouMean(key, keys) || `; the keys are ${keys.join(', ')}`}`,
      })
      continue
    }
    if (seen.has(key)) fault('Key', { code: 'duplicate', value: key, message: `"${key}" stands twice; say it once` })
    seen.add(key)
    const read = is === 'number' ? numberFrom(cell) : { value: String(cell) }
    if ('problem' in read) fault('Value', { code: 'wrong-type', value: cell, message: read.problem })
    else put(reading, row, { steps: stepsOfKey(key), value: read.value, header: 'Value' })
  }
}

/** The name of a parameter may hold points; other keys are cut at them. */
function stepsOfKey(key: string): string[] {
  if (!key.startsWith(parameterKey)) return key.split('.')
  return ['method', 'parameters', key.slice(parameterKey.length)]
}

interface Putting {
  readonly steps: readonly (string | number)[]
  readonly value: unknown
  readonly header: string
}

function put(reading: Reading, row: Row, { steps, value, header }: Putting): void {
  if (putAt(reading.document, steps, value)) reading.cells.set(pointerOf(...steps), row.at(header))
  else
    reading.faults.push({
      code: 'dangerous-key',
      severity: 'error',
      cell: row.at(header),
      message: 'this name reaches into JavaScript itself and is not allowed; choose another',
    })
}

/** One column for each language beside the text itself. */
function readTexts(sheet: Sheet | undefined, reading: Reading): void {
  if (sheet === undefined) return
  const { rows, headers } = rowsOf(sheet, [], reading)
  const languages = headers.filter((header) => header !== '' && !(textHeaders as readonly string[]).includes(header))
  for (const [column, header] of languages.entries()) {
    const cell = `Texts!${cellName(headers.indexOf(header) + 1, 1)}`
    const fault = (code: SheetFault['code'], message: string) =>
      reading.faults.push({ code, severity: 'error', cell, value: header, message })
    if (languages.indexOf(header) < column) fault('duplicate', `the language "${header}" has two columns; keep one`)
    else if (language.test(header)) reading.cells.set(pointerOf('locales', header), cell)
    else fault('bad-format', `"${header}" is no language; write a code such as de or pt-BR`)
  }
  for (const row of rows) for (const header of languages) readText(row, header, reading)
}

const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/

function readText(row: Row, header: string, reading: Reading): void {
  const [id, field, text] = [row.cells.get('Id'), row.cells.get('Field'), row.cells.get(header)]
  if (text === undefined) return
  if (id !== undefined && field !== undefined) {
    const place = pointerOf('locales', header, String(id))
    if (!reading.cells.has(place)) reading.cells.set(place, row.at(header))
    return put(reading, row, { steps: ['locales', header, String(id), String(field)], value: String(text), header })
  }
  const cell = row.at(id === undefined ? 'Id' : 'Field')
  reading.faults.push({
    code: 'missing',
    severity: 'error',
    cell,
    message: 'say of what this is the text: an id and a field',
  })
}

/** What fits no other sheet, as JSON in one or more cells. */
function readOther(sheet: Sheet | undefined, reading: Reading): void {
  if (sheet === undefined) return
  for (const { number, cells } of joinedRows(sheet)) {
    const fault = (column: number, rest: Omit<SheetFault, 'cell' | 'severity'>) =>
      reading.faults.push({ severity: 'error', ...rest, cell: `Other!${cellName(column, number)}` })
    const steps = stepsInto(reading.document, cells.place)
    if (steps === undefined || steps.length === 0) {
      fault(1, {
        code: 'unknown-id',
        value: cells.place,
        message: 'what this belongs to is not there any more; drop the row',
      })
      continue
    }
    const value = parsedJson(cells.json)
    if ('problem' in value) fault(2, { code: 'unreadable', message: value.problem })
    else if (!putAt(reading.document, steps, value.value))
      fault(1, { code: 'dangerous-key', value: cells.place, message: 'this place is not allowed; drop the row' })
    else reading.cells.set(pointerOf(...steps), `Other!${cellName(2, number)}`)
  }
}

function joinedRows({ rows }: Sheet): { number: number; cells: { place: string; json: string } }[] {
  return [...rows]
    .filter(([number]) => number > 1)
    .map(([number, cells]) => {
      const pieces = [...cells].toSorted(([left], [right]) => left - right)
      const json = pieces
        .filter(([column]) => column > 1)
        .map(([, cell]) => (typeof cell === 'object' ? '' : String(cell)))
      const place = cells.get(1)
      return { number, cells: { place: typeof place === 'string' ? place : '', json: json.join('') } }
    })
}

function parsedJson(text: string): { value: unknown } | { problem: string } {
  if (text === '(absent)') return { value: undefined }
  const { value, faults } = parseJsonText(text)
  const [fault] = faults
  return fault === undefined
    ? { value }
    : { problem: `this is not JSON (${fault.message}); take it as it was exported, or drop the row` }
}
