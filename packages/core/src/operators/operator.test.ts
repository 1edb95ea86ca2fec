import { describe, expect, test } from 'vitest'
import { dayOf } from '../day.ts'
import { baseOperators, decoratorNames, findOperator } from './operator.ts'

const asOf = dayOf('2026-11-23')!
const holds = (operator: string, fact: unknown, value: unknown) => findOperator(operator)!.compare(fact, value, asOf)

describe('an operator on known values', () => {
  const rows: [fact: unknown, operator: string, value: unknown][] = [
    ['key', 'equal', 'key'],
    [0, 'equal', 0],
    [1, 'notEqual', '1'],
    ['key', 'in', ['key', 'important']],
    ['simple', 'notIn', ['key', 'important']],
    [['cash', 'law'], 'contains', 'law'],
    [['cash'], 'doesNotContain', 'law'],
    [1, 'lessThan', 2],
    [2, 'lessThanInclusive', 2],
    [3, 'greaterThan', 2],
    [2, 'greaterThanInclusive', 2],
    ['2026-11-02', 'greaterThan', '2026-10-31'],
    ['2026-11-02', 'lessThanInclusive', '2026-11-02'],
    ['Ann', 'given', true],
    [0, 'given', true],
    [['cash'], 'given', true],
    ['2026-11-23', 'withinDays', 0],
    ['2026-08-25', 'withinDays', 90],
    ['2026-11-23', 'withinNextDays', 0],
    ['2027-02-21', 'withinNextDays', 90],
    ['2026-11-24', 'inFuture', true],
  ]
  test.each(rows)('%j %s %j', (fact, operator, value) => {
    expect(holds(operator, fact, value)).toBe(true)
  })

  const opposites: typeof rows = [
    ['key', 'equal', 'Key'],
    [1, 'equal', true],
    [1, 'notEqual', 1],
    ['simple', 'in', ['key']],
    ['key', 'notIn', ['key']],
    [['cash'], 'contains', 'law'],
    ['cash', 'contains', 'cash'],
    ['cash', 'doesNotContain', 'law'],
    [2, 'lessThan', 2],
    [3, 'lessThanInclusive', 2],
    [2, 'greaterThan', 2],
    [1, 'greaterThanInclusive', 2],
    ['many', 'greaterThan', 2],
    [true, 'greaterThan', 0],
    ['2026-11-02', 'greaterThan', '2026-11-02'],
    [false, 'given', true],
    [[], 'given', true],
    ['2026-11-24', 'withinDays', 90],
    ['2026-08-24', 'withinDays', 90],
    ['soon', 'withinDays', 90],
    [20_780, 'withinDays', 90],
    ['2026-11-22', 'withinNextDays', 90],
    ['2027-02-22', 'withinNextDays', 90],
    ['2026-11-23', 'inFuture', true],
    ['later', 'inFuture', true],
  ]
  test.each(opposites)('not: %j %s %j', (fact, operator, value) => {
    expect(holds(operator, fact, value)).toBe(false)
  })

  test('every operator has a row', () => {
    expect(new Set(rows.map(([, operator]) => operator))).toEqual(new Set(baseOperators))
  })
})

describe('a decorator', () => {
  const rows: [fact: unknown, operator: string, value: unknown, holds: boolean][] = [
    [[1, 5], 'someFact:greaterThan', 4, true],
    [[1, 2], 'someFact:greaterThan', 4, false],
    [5, 'someFact:greaterThan', 4, false],
    [[], 'someFact:equal', 4, false],
    [[5, 6], 'everyFact:greaterThan', 4, true],
    [[5, 1], 'everyFact:greaterThan', 4, false],
    [[], 'everyFact:greaterThan', 4, true],
    [5, 'everyFact:greaterThan', 4, false],
    [5, 'someValue:greaterThan', [9, 4], true],
    [5, 'someValue:greaterThan', [9, 6], false],
    [5, 'everyValue:greaterThan', [1, 4], true],
    [5, 'everyValue:greaterThan', [1, 9], false],
    [5, 'everyValue:greaterThan', [], true],
    [1, 'swap:greaterThan', 2, true],
    [['a'], 'swap:in', 'a', true],
    [1, 'not:equal', 2, true],
    ['Ann', 'not:given', true, false],
    [1, 'not:not:equal', 1, true],
    [['a', 'b'], 'not:someFact:equal', 'c', true],
    [['a', 'b'], 'everyValue:someFact:equal', ['b', 'a'], true],
    [['a', 'b'], 'someFact:someValue:equal', ['x', 'b'], true],
    [['2026-11-01', '2020-01-01'], 'someFact:withinDays', 90, true],
  ]
  test.each(rows)('%j %s %j: %s', (...[fact, operator, value, expected]) => {
    expect(holds(operator, fact, value)).toBe(expected)
  })

  test('of each kind has a row', () => {
    const used = rows.flatMap(([, operator]) => operator.split(':').slice(0, -1))
    expect(new Set(used)).toEqual(new Set(decoratorNames))
  })
})

test.each([
  'equals',
  'not:',
  ':equal',
  'equal:not',
  'noneFact:equal',
  'constructor',
  'toString',
  '__proto__',
  'not:toString',
  'constructor:equal',
  '',
  `${'not:'.repeat(9)}equal`,
])('there is no operator "%s"', (name) => {
  expect(findOperator(name)).toBeUndefined()
})

test('eight decorators are the most', () => {
  expect(findOperator(`${'not:'.repeat(8)}equal`)?.compare(1, 1, asOf)).toBe(true)
})
