import { isPlainObject } from '@joinery/core'
import { entriesAt, itemsAt, valueAt } from './paths.ts'
import { writtenLiteral } from './literals.ts'

/** The columns of the sheet of conditions. */
export const conditionHeaders = [
  'Rule',
  'Step',
  'Is',
  'Fact',
  'Of list',
  'Field',
  'Path',
  'Comparison',
  'Value is',
  'Value',
  'Name',
] as const

export type ConditionHeader = (typeof conditionHeaders)[number]
export type ConditionRow = Readonly<Partial<Record<ConditionHeader, string | number>>>

export const conditionKinds = ['all', 'any', 'not', 'test', 'condition', 'fact'] as const

/** Whose condition it is, as the sheet calls it, and where it stands in the document. */
export interface Owner {
  readonly rule: string
  readonly at: readonly (string | number)[]
}

/** Everything that may have a condition. */
export function ownersOf(document: unknown): Owner[] {
  const nameOf = (item: unknown, key: string) => String(valueAt(item, [key]))
  return [
    ...itemsAt(document, ['practice', 'indicators']).map((item, index) => ({
      rule: nameOf(item, 'id'),
      at: ['practice', 'indicators', index, 'conditions'],
    })),
    ...itemsAt(document, ['reference', 'principles']).flatMap((principle, p) =>
      itemsAt(principle, ['clauses']).map((clause, c) => ({
        rule: `applies: ${nameOf(clause, 'id')}`,
        at: ['reference', 'principles', p, 'clauses', c, 'appliesWhen'],
      })),
    ),
    ...itemsAt(document, ['overrides']).map((item, index) => ({
      rule: `change: ${nameOf(item, 'target')}`,
      at: ['overrides', index, 'set', 'conditions'],
    })),
    ...entriesAt(document, ['conditions']).map(([name]) => ({ rule: `named: ${name}`, at: ['conditions', name] })),
  ]
}

/** The conditions of a document as rows; each step of a tree is a row, with its number in the tree. */
export function conditionRows(document: unknown): ConditionRow[] {
  return ownersOf(document).flatMap(({ rule, at }) => {
    const condition = valueAt(document, at)
    return condition === undefined ? [] : rowsOf(condition, '1').map((row) => Object.assign({ Rule: rule }, row))
  })
}

function rowsOf(condition: unknown, step: string): ConditionRow[] {
  if (!isPlainObject(condition)) return []
  const name = typeof condition['name'] === 'string' ? { Name: condition['name'] } : {}
  for (const join of ['all', 'any'] as const) {
    const branches = condition[join]
    if (Array.isArray(branches))
      return [
        { Step: step, Is: join, ...name },
        ...branches.flatMap((branch, index) => rowsOf(branch, `${step}.${index + 1}`)),
      ]
  }
  if (condition['not'] !== undefined)
    return [{ Step: step, Is: 'not', ...name }, ...rowsOf(condition['not'], `${step}.1`)]
  if (typeof condition['condition'] === 'string')
    return [{ Step: step, Is: 'condition', Fact: condition['condition'], ...name }]
  const { value, operator } = condition
  const isFact = isPlainObject(value)
  const test: ConditionRow = {
    Step: step,
    Is: 'test',
    ...readCells(condition),
    ...(typeof operator === 'string' ? { Comparison: operator } : {}),
    ...(isFact ? { 'Value is': 'fact' } : writtenLiteral(value)),
    ...name,
  }
  const right = isFact
    ? [{ Step: `${step}.value`, Is: 'fact', ...readCells(value) }, ...paramRows(value, `${step}.value`)]
    : []
  return [test, ...paramRows(condition, step), ...right]
}

function readCells(read: Readonly<Record<string, unknown>>): ConditionRow {
  const cell = (header: ConditionHeader, value: unknown) => (typeof value === 'string' ? { [header]: value } : {})
  return {
    ...cell('Fact', read['fact']),
    ...cell('Of list', valueAt(read, ['params', 'of'])),
    ...cell('Field', valueAt(read, ['params', 'field'])),
    ...cell('Path', read['path']),
  }
}

function paramRows(read: unknown, step: string): ConditionRow[] {
  return (['where', 'that'] as const).flatMap((key) => rowsOf(valueAt(read, ['params', key]), `${step}.${key}`))
}
