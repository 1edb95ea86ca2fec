import { describe, expect, test } from 'vitest'
import { stateOf, type Json } from '../../test/small-rule-set.ts'

const isSet = (fact: string): Json => ({ fact, operator: 'given', value: true })

/** A record on which each test comes out as its name says. */
const record = {
  rel: { partnerName: 'Bo', singleSource: false },
  org: { headcount: 7 },
  risks: [],
  complete: { risks: '2026-11-01' },
}
const tests: Readonly<Record<string, Json>> = {
  true: isSet('rel.partnerName'),
  false: isSet('rel.singleSource'),
  unknown: isSet('rel.startedAt'),
  'not due': { fact: 'every', params: { of: 'risks', that: isSet('ownerUs') }, operator: 'equal', value: true },
  error: { fact: 'org.headcount', operator: 'swap:in', value: 'seven' },
}
const states = Object.keys(tests)

const tables = {
  all: `
           true     false  unknown  not due  error
  true     true     false  unknown  true     error
  false    false    false  false    false    false
  unknown  unknown  false  unknown  unknown  error
  not due  true     false  unknown  not due  error
  error    error    false  error    error    error`,
  any: `
           true     false    unknown  not due  error
  true     true     true     true     true     true
  false    true     false    unknown  false    error
  unknown  true     unknown  unknown  unknown  error
  not due  true     false    unknown  not due  error
  error    true     error    error    error    error`,
}

/** The rows of a table: two operands and what they make together. */
function rowsOf(table: string): { left: string; right: string; together: string }[] {
  const [head, ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/))
  return rows.flatMap(([left, ...results]) =>
    results.map((together, column) => ({ left: left!, right: head![column]!, together })),
  )
}

test.each(states)('the test named "%s" comes out so', (state) => {
  expect(stateOf(tests[state], record)).toBe(state)
})

describe.each(['all', 'any'] as const)('%s', (kind) => {
  test.each(rowsOf(tables[kind]))('of $left and $right is $together', ({ left, right, together }) => {
    expect(stateOf({ [kind]: [tests[left], tests[right]] }, record)).toBe(together)
  })

  test('of three is the same however they are grouped and ordered', () => {
    for (const [a, b, c] of triples()) {
      const flat = stateOf({ [kind]: [a, b, c] }, record)
      expect(stateOf({ [kind]: [c, b, a] }, record)).toBe(flat)
      expect(stateOf({ [kind]: [a, { [kind]: [b, c] }] }, record)).toBe(flat)
    }
  })
})

function triples(): Json[][] {
  return states.flatMap((a) => states.flatMap((b) => states.map((c) => [tests[a]!, tests[b]!, tests[c]!])))
}

test.each([
  ['true', 'false'],
  ['false', 'true'],
  ['unknown', 'unknown'],
  ['not due', 'not due'],
  ['error', 'error'],
])('not of %s is %s', (state, opposite) => {
  expect(stateOf({ not: tests[state] }, record)).toBe(opposite)
})

test('what all cannot say of two, any says of their opposites (De Morgan)', () => {
  for (const left of states)
    for (const right of states)
      expect(stateOf({ not: { all: [tests[left], tests[right]] } }, record)).toBe(
        stateOf({ any: [{ not: tests[left] }, { not: tests[right] }] }, record),
      )
})

test('a condition by name is the condition itself', () => {
  const more = { conditions: { named: tests['unknown'] } }
  expect(stateOf({ all: [{ condition: 'named' }, tests['true']] }, record, more)).toBe('unknown')
  expect(stateOf({ not: { condition: 'named' } }, record, more)).toBe('unknown')
})
