import { mostFaults, type IntakeFault, type Question } from '../fault.ts'
import { dayIn, formsOf, type DateForm } from '../values/dates.ts'
import { numberIn, stylesOf, type NumberStyle } from '../values/numbers.ts'
import type { Mapping } from '../intake.ts'
import type { Role } from './columns.ts'
import type { Row, Table } from './table.ts'

/** Reads the cells of a table by what its columns hold. */
export interface Columns {
  readonly text: (row: Row, role: Role) => string
  readonly day: (row: Row, role: Role) => string | undefined
  readonly number: (row: Row, role: Role) => number | undefined
  readonly has: (role: Role) => boolean
  readonly faults: readonly IntakeFault[]
  readonly questions: readonly Question[]
}

interface Choices {
  readonly file: string
  readonly mapping: Mapping
  readonly answers: Readonly<Record<string, string>>
}

const dayRoles: readonly Role[] = ['date', 'due', 'paid', 'done']
const numberRoles: readonly Role[] = ['amount', 'debit', 'credit']

/** One form for all days of a file and one style for all its numbers: a program does not change them from column to column. */
export function readColumns(table: Table, choices: Choices): Columns {
  const places = new Map<Role, number>()
  for (const [role, name] of Object.entries(choices.mapping)) places.set(role as Role, table.columns.indexOf(name))
  const cellsOf = (roles: readonly Role[]) =>
    roles.flatMap((role) => (places.has(role) ? table.rows.map(({ cells }) => cells[places.get(role)!] ?? '') : []))
  const dayRolesHere = dayRoles.filter((role) =>
    role !== 'done' && role !== 'paid' ? true : looksLikeDays(table, places.get(role)),
  )
  const days = chooseForm(cellsOf(dayRolesHere), choices)
  const numbers = chooseStyle(cellsOf(numberRoles), { table, choices })
  const text = (row: Row, role: Role) => (places.has(role) ? (row.cells[places.get(role)!] ?? '').trim() : '')
  const faults = [
    ...faultsOf(table, choices, {
      places,
      roles: dayRolesHere,
      read: (cell) => dayIn(cell, days.chosen),
      asked: dayWords[days.chosen],
    }),
    ...faultsOf(table, choices, {
      places,
      roles: numberRoles,
      read: (cell) => numberIn(cell, numbers.chosen),
      asked: numberWords[numbers.chosen],
    }),
  ]
  return {
    text,
    day: (row, role) => dayIn(text(row, role), days.chosen) ?? undefined,
    number: (row, role) => numberIn(text(row, role), numbers.chosen) ?? undefined,
    has: (role) => places.has(role),
    faults: faults.slice(0, mostFaults),
    questions: [...days.questions, ...numbers.questions],
  }
}

/** "Paid" and "done" columns hold days in some programs, and a yes or no in others. */
function looksLikeDays({ rows }: Table, place: number | undefined): boolean {
  if (place === undefined) return false
  const cells = rows.map(({ cells: all }) => all[place] ?? '').filter((cell) => cell.trim() !== '')
  return cells.some((cell) => formsOf([cell]).length > 0)
}

const dayWords: Readonly<Record<DateForm, string>> = {
  iso: 'a day such as 2026-11-03',
  'day-month-year': 'a day such as 3.11.2026, the day first',
  'month-day-year': 'a day such as 11/3/2026, the month first',
  words: 'a day such as 3 Nov 2026',
}

const numberWords: Readonly<Record<NumberStyle, string>> = {
  point: 'an amount such as 1,234.50',
  comma: 'an amount such as 1.234,50',
}

function chooseForm(cells: readonly string[], { answers }: Choices): { chosen: DateForm; questions: Question[] } {
  const fitting = formsOf(cells)
  const answer = fitting.find((form) => form === answers['days'])
  if (answer !== undefined) return { chosen: answer, questions: [] }
  if (!(fitting.includes('day-month-year') && fitting.includes('month-day-year')))
    return { chosen: fitting[0] ?? commonest(cells), questions: [] }
  const example = cells.find((cell) => cell.trim() !== '')
  if (example === undefined) return { chosen: 'iso', questions: [] }
  const options = (['day-month-year', 'month-day-year'] as const).map((form) => {
    return {
      value: form,
      label: `${dayIn(example, form)} (${form === 'day-month-year' ? 'the day' : 'the month'} stands first)`,
    }
  })
  return { chosen: 'day-month-year', questions: [{ id: 'days', text: `Which day is "${example.trim()}"?`, options }] }
}

/** Where no form fits every cell, the one that fits most of them, so that the others are named as faults. */
function commonest(cells: readonly string[]): DateForm {
  const counts = new Map<DateForm, number>()
  for (const cell of cells.slice(0, 2_000))
    if (cell.trim() !== '') for (const form of formsOf([cell])) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].reduce<[DateForm, number]>((best, next) => (next[1] > best[1] ? next : best), ['iso', 0])[0]
}

function chooseStyle(cells: readonly string[], { table, choices }: { table: Table; choices: Choices }) {
  const { fitting, isSame } = stylesOf(cells)
  const answer = fitting.find((style) => style === choices.answers['numbers'])
  if (answer !== undefined) return { chosen: answer, questions: [] }
  if (fitting.length < 2) return { chosen: fitting[0] ?? commonestStyle(cells), questions: [] }
  // a comma between the columns leaves the point for decimals
  if (isSame || table.separator === ',') return { chosen: 'point' as const, questions: [] }
  const example = cells.find((cell) => /\d[.,]\d/.test(cell))!.trim()
  const options = (['point', 'comma'] as const).map((style) => ({
    value: style,
    label: String(numberIn(example, style)),
  }))
  return { chosen: 'point' as const, questions: [{ id: 'numbers', text: `How much is "${example}"?`, options }] }
}

function commonestStyle(cells: readonly string[]): NumberStyle {
  const count = (style: NumberStyle) => cells.filter((cell) => typeof numberIn(cell, style) === 'number').length
  return count('comma') > count('point') ? 'comma' : 'point'
}

interface Reading {
  readonly places: ReadonlyMap<Role, number>
  readonly roles: readonly Role[]
  readonly read: (cell: string) => unknown
  readonly asked: string
}

/** The cells that cannot be read, with their places. */
function faultsOf({ rows, columns }: Table, { file }: Choices, { places, roles, read, asked }: Reading): IntakeFault[] {
  const faults: IntakeFault[] = []
  for (const role of roles) {
    const place = places.get(role)
    if (place === undefined) continue
    for (const { line, cells } of rows) {
      const value = cells[place] ?? ''
      if (faults.length >= mostFaults || read(value) !== null) continue
      faults.push({
        file,
        line,
        column: place + 1,
        value: value.slice(0, 60),
        message: `"${value.slice(0, 60)}" in "${columns[place]}" is not ${asked}`,
      })
    }
  }
  return faults
}
