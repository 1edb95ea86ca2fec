import { modelFields, operatorPhrases, type RuleSetDocument } from '@joinery/core'
import { conditionHeaders, conditionKinds, conditionRows, type ConditionHeader } from './condition-rows.ts'
import { leftoversOf } from './leftovers.ts'
import { literalKinds, writtenList } from './literals.ts'
import type { NewColumn, NewSheet } from '@joinery/workbook'
import { entriesAt, itemsAt, valueAt } from './paths.ts'
import { readMeRows } from './read-me.ts'
import { parameterKey, singles } from './singles.ts'
import { tables, type Column, type Table } from './tables.ts'
import { textHeaders, textRows } from './texts-sheet.ts'

type Cell = string | number | undefined

/** A sheet as it is written and read: its name, headers and rows. */
export interface Grid {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The sheets that hold a document, as far as sheets can. */
export function gridsOf(own: RuleSetDocument, base: RuleSetDocument | undefined): Grid[] {
  const conditions = conditionRows(own).map((row) => conditionHeaders.map((header) => row[header]))
  const { languages, rows } = textRows(own, base)
  return [
    { name: 'Rule set', headers: ['Key', 'Value', 'What it is'], rows: singleRows(own) },
    ...tableGrids(own),
    { name: 'Conditions', headers: conditionHeaders, rows: conditions },
    { name: 'Texts', headers: [...textHeaders, ...languages], rows },
  ]
}

function singleRows(own: unknown): Cell[][] {
  const rows = singles.map(({ key, about }): Cell[] => [key, cellOf(valueAt(own, key.split('.'))), about])
  const parameters = entriesAt(own, ['method', 'parameters']).map(([name, value]): Cell[] => [
    parameterKey + name,
    cellOf(value),
    'A number of the method that differs from its usual one',
  ])
  return [...rows, ...parameters]
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

/** An item of a list, and the name that rows of other sheets give it. */
interface Named {
  readonly item: unknown
  readonly name: string
}

function tableGrids(own: unknown): Grid[] {
  const named = new Map<string, readonly Named[]>()
  return tables.map((table) => {
    const parents = table.of === undefined ? [{ item: own, name: '' }] : (named.get(table.of.sheet) ?? [])
    const found = parents.flatMap((parent) =>
      itemsOf(parent.item, table).map((item) => ({ item, parent: parent.name })),
    )
    named.set(
      table.sheet,
      found.map(({ item, parent }) => ({ item, name: nameIn(table, item, parent) })),
    )
    return {
      name: table.sheet,
      headers: headersOf(table),
      rows: found.map(({ item, parent }) => {
        const cells = table.columns.map((column) => written(column, valueAt(item, column.key)))
        return table.of === undefined ? cells : [parent as Cell].concat(cells)
      }),
    }
  })
}

/** Maps are read as items with the key in the first column and the value in the second. */
function itemsOf(parent: unknown, { at, isMap, columns }: Table): readonly unknown[] {
  if (isMap !== true) return itemsAt(parent, at)
  const [key, value] = columns
  return entriesAt(parent, at).map(([name, found]) => ({ [key!.key[0]!]: name, [value!.key[0]!]: found }))
}

/** `Question and field` names an item by both. */
export function nameIn({ name, of }: Table, item: unknown, parent: string): string {
  const own = String(valueAt(item, [name ?? 'id']))
  return of === undefined || name !== 'field' ? own : `${parent} ${own}`
}

export function headersOf({ of, columns }: Table): string[] {
  return [...(of === undefined ? [] : [of.header]), ...columns.map(({ header }) => header)]
}

function written({ is }: Column, value: unknown): Cell {
  switch (is) {
    case 'text':
    case 'number':
      return cellOf(value)
    case 'yesNo':
      if (typeof value !== 'boolean') return undefined
      return value ? 'yes' : 'no'
    case 'texts':
      return Array.isArray(value) ? writtenList(value.map(String)) : undefined
    case 'literal':
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : cellOf(value)
  }
}

/** Longest text of a cell. */
const longestCell = 32_000

/** What the sheets cannot hold, as JSON in as many cells as it takes. */
export function otherGrid(own: unknown, readBack: unknown): Grid {
  const rows = leftoversOf(own, readBack).map(({ place, value }) => {
    const json = value === undefined ? ['(absent)'] : piecesOf(JSON.stringify(value))
    return [place].concat(json)
  })
  return { name: 'Other', headers: ['Place', 'JSON'], rows }
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / longestCell) }, (_, index) =>
    text.slice(index * longestCell, (index + 1) * longestCell),
  )
}

/** All sheets, with their widths and what may be chosen in them. */
export function sheetsOf(own: RuleSetDocument, grids: readonly Grid[]): NewSheet[] {
  const words = wordRows(own)
  const readMe = readMeRows(own.title, own.extends !== undefined)
  return [
    { name: 'Read me', columns: [{ header: 'How to use this workbook', width: 120 }], rows: readMe },
    ...grids.map(({ name, headers, rows }) => ({
      name,
      columns: headers.map((header) => columnOf(name, header, words.length)),
      rows,
    })),
    { name: 'Words', columns: wordHeaders.map((header) => ({ header, width: 40 })), rows: words },
  ]
}

function columnOf(sheet: string, header: string, words: number): NewColumn {
  const column = tables.find((table) => table.sheet === sheet)?.columns.find((one) => one.header === header)
  if (column !== undefined)
    return {
      header,
      width: column.width,
      mayBeNumber: column.is === 'number',
      ...(column.choices === undefined ? {} : { choices: column.choices }),
    }
  const width = sheet === 'Texts' || sheet === 'Rule set' || sheet === 'Other' ? 50 : 24
  const choices = sheet === 'Conditions' ? conditionChoices(header as ConditionHeader, words) : undefined
  return { header, width, mayBeNumber: header === 'Value', ...(choices === undefined ? {} : { choices }) }
}

function conditionChoices(header: ConditionHeader, words: number): NewColumn['choices'] {
  if (header === 'Is') return conditionKinds
  if (header === 'Value is') return literalKinds
  if (header === 'Comparison') return { sheet: 'Words', column: 1, rows: Object.keys(operatorPhrases).length }
  return header === 'Fact' ? { sheet: 'Words', column: 3, rows: words } : undefined
}

const wordHeaders = ['Comparison', 'What it asks', 'Fact', 'What it says'] as const

const listFacts: readonly (readonly [string, string])[] = [
  ['count', 'How many items of a list'],
  ['share', 'Which share of the items of a list'],
  ['every', 'Whether it holds for every item of a list'],
  ['newest', 'A field of the newest item of a list'],
  ['recorded', 'Whether there is anything in a list'],
]

function wordRows({ facts = [] }: RuleSetDocument): Cell[][] {
  const comparisons = Object.entries(operatorPhrases)
  const known = [
    ...listFacts,
    ...facts.map(({ id, title }) => [id, title] as const),
    ...modelFields.map(({ path, about }) => [path, about] as const),
  ]
  return known.map(([fact, about], index) => {
    const [comparison, phrase] = comparisons[index] ?? []
    return [comparison, phrase?.replace('%', '…'), fact, about]
  })
}
