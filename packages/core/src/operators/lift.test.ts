import { describe, expect, test } from 'vitest'
import { dayOf } from '../day.ts'
import { createRun } from '../facts/run.ts'
import { between, failure, notDue, unknownOutside } from '../facts/values.ts'
import { liftedTest } from './lift.ts'
import { baseOperators, decoratorNames, findOperator } from './operator.ts'
import { stateNames } from './state.ts'

const whole = ['cash']
const wholeEmpty: string[] = []
const open = ['cash']
const profile = { sizeBand: undefined, segment: undefined, cadence: undefined, target: undefined }
const run = createRun({ lists: { whole, wholeEmpty } }, dayOf('2026-11-23')!, profile)
run.whole.add(whole).add(wholeEmpty)

/** How a test comes out on values that may be anything at all. */
function stateOf(fact: unknown, operator: string, value: unknown): string {
  const found = findOperator(operator)!
  return stateNames[liftedTest(found, found.compare)(fact, value, run)]
}

/** A value that the operator compares with, and that everything known is comparable with. */
const values: Readonly<Record<string, unknown>> = { in: [3], notIn: [3], given: true, inFuture: true }
const valueFor = (operator: string) => values[operator] ?? 3

describe.each([...baseOperators, ...decoratorNames.map((decorator) => `${decorator}:equal`)])('%s', (operator) => {
  const value = valueFor(operator)
  test.each([
    { what: 'an unknown fact', fact: undefined, against: value, state: 'unknown' },
    { what: 'an unknown value', fact: 3, against: undefined, state: 'unknown' },
    { what: 'nothing known on either side', fact: undefined, against: undefined, state: 'unknown' },
    { what: 'a fact unknown outside the item', fact: unknownOutside, against: value, state: 'unknown' },
    { what: 'a fact that is not due', fact: notDue, against: value, state: 'notDue' },
    { what: 'a value that is not due', fact: 3, against: notDue, state: 'notDue' },
    { what: 'a failed fact', fact: failure('broken'), against: value, state: 'error' },
    { what: 'a failed value', fact: 3, against: failure('broken'), state: 'error' },
    { what: 'a failure beside something not due', fact: notDue, against: failure('broken'), state: 'error' },
    { what: 'something unknown beside something not due', fact: unknownOutside, against: notDue, state: 'unknown' },
  ])('gives $state for $what', ({ fact, against, state }) => {
    expect(stateOf(fact, operator, against)).toBe(state)
  })
})

describe('a number between 2 and 4', () => {
  const two = between(2, 4)
  test.each<[operator: string, value: unknown, state: string]>([
    ['equal', 3, 'unknown'],
    ['equal', 5, 'false'],
    ['equal', 1, 'false'],
    ['notEqual', 3, 'unknown'],
    ['notEqual', 5, 'true'],
    ['lessThan', 5, 'true'],
    ['lessThan', 4, 'unknown'],
    ['lessThan', 2, 'false'],
    ['lessThanInclusive', 4, 'true'],
    ['lessThanInclusive', 2, 'unknown'],
    ['lessThanInclusive', 1, 'false'],
    ['greaterThan', 1, 'true'],
    ['greaterThan', 2, 'unknown'],
    ['greaterThan', 4, 'false'],
    ['greaterThanInclusive', 2, 'true'],
    ['greaterThanInclusive', 4, 'unknown'],
    ['greaterThanInclusive', 5, 'false'],
    ['in', [1, 5], 'false'],
    ['in', [1, 3], 'unknown'],
    ['in', ['many'], 'false'],
    ['notIn', [1, 5], 'true'],
    ['notIn', [3], 'unknown'],
    ['given', true, 'true'],
    ['not:given', true, 'false'],
    ['not:greaterThan', 1, 'false'],
    ['not:greaterThan', 3, 'unknown'],
    ['not:not:greaterThan', 1, 'true'],
    ['swap:greaterThan', 5, 'true'],
    ['swap:lessThan', 1, 'true'],
    ['not:swap:lessThan', 3, 'unknown'],
    ['equal', between(4, 6), 'unknown'],
    ['equal', between(5, 6), 'false'],
    ['lessThan', between(5, 6), 'true'],
    ['lessThanInclusive', between(4, 6), 'true'],
    ['greaterThan', between(0, 2), 'unknown'],
    ['contains', 3, 'error'],
    ['doesNotContain', 3, 'error'],
    ['greaterThan', 'many', 'error'],
    ['someFact:equal', 3, 'error'],
    ['inFuture', true, 'error'],
  ])('%s %j is %s', (operator, value, state) => {
    expect(stateOf(two, operator, value)).toBe(state)
  })

  test.each<[operator: string, value: number, state: string]>([
    ['greaterThanInclusive', 2, 'true'],
    ['greaterThan', 1_000_000, 'unknown'],
    ['lessThan', 2, 'false'],
    ['lessThan', 1_000_000, 'unknown'],
    ['equal', 1, 'false'],
    ['notEqual', 1, 'true'],
  ])('without an upper end: %s %d is %s', (operator, value, state) => {
    expect(stateOf(between(2, Number.POSITIVE_INFINITY), operator, value)).toBe(state)
  })

  test('is an ordinary number where both ends meet', () => {
    expect(stateOf(between(3, 3), 'equal', 3)).toBe('true')
  })
})

describe('a date against a limit between 90 and 365 days', () => {
  const limit = between(90, 365)
  test.each<[fact: unknown, operator: string, state: string]>([
    ['2026-08-25', 'withinDays', 'true'],
    ['2026-08-24', 'withinDays', 'unknown'],
    ['2025-11-23', 'withinDays', 'unknown'],
    ['2025-11-22', 'withinDays', 'false'],
    ['2026-11-24', 'withinDays', 'false'],
    ['2025-11-22', 'not:withinDays', 'true'],
    ['2027-02-21', 'withinNextDays', 'true'],
    ['2027-02-22', 'withinNextDays', 'unknown'],
    ['2027-11-24', 'withinNextDays', 'false'],
    [7, 'withinDays', 'error'],
  ])('%s %s is %s', (fact, operator, state) => {
    expect(stateOf(fact, operator, limit)).toBe(state)
  })
})

describe('a list that holds "cash"', () => {
  test.each<[operator: string, value: unknown, open: string, whole: string]>([
    ['contains', 'cash', 'true', 'true'],
    ['contains', 'law', 'unknown', 'false'],
    ['doesNotContain', 'cash', 'false', 'false'],
    ['doesNotContain', 'law', 'unknown', 'true'],
    ['not:contains', 'law', 'unknown', 'true'],
    ['not:doesNotContain', 'law', 'unknown', 'false'],
    ['someFact:equal', 'cash', 'true', 'true'],
    ['someFact:equal', 'law', 'unknown', 'false'],
    ['not:someFact:equal', 'law', 'unknown', 'true'],
    ['someFact:not:equal', 'cash', 'unknown', 'false'],
    ['someFact:in', ['law'], 'unknown', 'false'],
    ['everyValue:contains', ['cash', 'law'], 'unknown', 'false'],
    ['someValue:contains', ['cash', 'law'], 'true', 'true'],
    ['someValue:doesNotContain', ['law'], 'unknown', 'true'],
    ['swap:in', 'law', 'unknown', 'false'],
    ['swap:in', 'cash', 'true', 'true'],
    ['swap:notIn', 'law', 'unknown', 'true'],
    ['swap:someValue:equal', 'law', 'unknown', 'false'],
    ['swap:swap:contains', 'law', 'unknown', 'false'],
    // what every item must be is judged on the items recorded
    ['everyFact:equal', 'cash', 'true', 'true'],
    ['everyFact:equal', 'law', 'false', 'false'],
    ['given', true, 'true', 'true'],
  ])('%s %j: %s while it may be longer, %s when it is whole', (...[operator, value, whileOpen, whenWhole]) => {
    expect([stateOf(open, operator, value), stateOf(whole, operator, value)]).toEqual([whileOpen, whenWhole])
  })

  test('that is empty for sure was not given, and contains nothing', () => {
    expect(stateOf(wholeEmpty, 'given', true)).toBe('false')
    expect(stateOf(wholeEmpty, 'contains', 'cash')).toBe('false')
  })
})

test('a comparison that throws is an error of that test, not of the program', () => {
  expect(stateOf(42, 'swap:in', 'cash')).toBe('error')
  expect(stateOf('cash', 'someValue:equal', 42)).toBe('error')
})
