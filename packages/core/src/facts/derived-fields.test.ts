import { describe, expect, test } from 'vitest'
import { processorTime } from '../../test/processor-time.ts'
import { daysAgo, daysAhead, stateOf, valueOf, type Json } from '../../test/small-rule-set.ts'

/** Whether the only item of a list passes a test on a field of it. */
const passes = (list: string, that: Json, record: Json) =>
  stateOf({ fact: 'every', params: { of: list, that }, operator: 'equal', value: true }, record)
const isTrue = (fact: string) => ({ fact, operator: 'equal', value: true })

type Row = readonly [what: string, item: Json, state: string]

function table(list: string, field: string, rows: readonly Row[]): void {
  describe(`${list}[].${field}`, () => {
    test.each(rows)('is %s', (_what, item, state) => {
      expect(passes(list, isTrue(field), { [list]: [item] })).toBe(state)
    })
  })
}

table('actions', 'overdue', [
  ['true from the day after', { due: daysAgo(1) }, 'true'],
  ['false on the day itself', { due: daysAgo(0) }, 'false'],
  ['false before', { due: daysAhead(1) }, 'false'],
  ['false when done', { due: daysAgo(9), doneAt: daysAgo(1) }, 'false'],
  ['true when the day it was done is left empty', { due: daysAgo(9), doneAt: '' }, 'true'],
  ['false without a date', {}, 'false'],
  ['what the item says, whatever the dates are', { due: daysAhead(9), overdue: true }, 'true'],
])

const openHigh = { status: 'open', severity: 'high' }
table('risks', 'responseOverdue', [
  ['false after 90 days', { ...openHigh, reviewedAt: daysAgo(90) }, 'false'],
  ['true after 91 days', { ...openHigh, reviewedAt: daysAgo(91) }, 'true'],
  ['false for a risk that is not high', { status: 'open', severity: 'low', reviewedAt: daysAgo(91) }, 'false'],
  ['false for a risk that is not open', { status: 'closed', severity: 'high', reviewedAt: daysAgo(91) }, 'false'],
  ['false where nobody looked at it', openHigh, 'false'],
  ['false for a day to come', { ...openHigh, reviewedAt: daysAhead(1) }, 'false'],
])

table('measures', 'onTime', [
  ['true on the last day', { lastAt: daysAgo(30), frequencyDays: 30 }, 'true'],
  ['false a day later', { lastAt: daysAgo(31), frequencyDays: 30 }, 'false'],
  ['true for a day to come', { lastAt: daysAhead(1), frequencyDays: 30 }, 'true'],
  ['false without a frequency', { lastAt: daysAgo(1) }, 'false'],
  ['false without a value', { frequencyDays: 30 }, 'false'],
])

describe('issues[].withinLimit', () => {
  const issue = (days: number) => ({ raisedAt: daysAgo(20), resolvedAt: daysAgo(20 - days) })
  const steps = [{ limitDays: 2 }, { limitDays: 5 }]
  test.each<[what: string, record: Json, state: string]>([
    ['true when settled on the last day', { issues: [issue(7)], issueProcess: { steps } }, 'true'],
    ['false a day later', { issues: [issue(8)], issueProcess: { steps } }, 'false'],
    ['unknown without agreed steps', { issues: [issue(1)] }, 'unknown'],
    ['unknown while a step has no limit', { issues: [issue(1)], issueProcess: { steps: [...steps, {}] } }, 'unknown'],
    ['false for an issue that is still open', { issues: [{ raisedAt: daysAgo(1) }], issueProcess: { steps } }, 'false'],
    ['false for an open one even without agreed steps', { issues: [{ raisedAt: daysAgo(1) }] }, 'false'],
    [
      'false where there are no steps for sure, and it took a day',
      { issues: [issue(1)], issueProcess: { steps: [] }, complete: { 'issueProcess.steps': daysAgo(1) } },
      'false',
    ],
  ])('is %s', (_what, record, state) => {
    expect(passes('issues', isTrue('withinLimit'), record)).toBe(state)
  })
})

describe('ideas[].decisionDays', () => {
  test.each<[what: string, item: Json, days: number | null]>([
    ['the days from idea to decision', { at: daysAgo(30), decidedAt: daysAgo(9) }, 21],
    ['0 on one day', { at: daysAgo(30), decidedAt: daysAgo(30) }, 0],
    ['below 0 where the dates are the wrong way round', { at: daysAgo(9), decidedAt: daysAgo(10) }, -1],
    ['not known while it is not decided', { at: daysAgo(30) }, null],
  ])('is %s', (_what, item, days) => {
    const newest = { fact: 'newest', params: { of: 'ideas', field: 'decisionDays' } }
    expect(valueOf(newest, { ideas: [item] })).toBe(days)
  })
})

describe('competences[].change', () => {
  const rated = (age: number, self: number | undefined, more: Json = {}): Json => ({
    personRef: 'Ann',
    item: 'listening',
    at: daysAgo(age),
    ...(self === undefined ? {} : { self }),
    ...more,
  })
  const newest = { fact: 'newest', params: { of: 'competences', field: 'change' } }
  test.each<[what: string, entries: Json[], change: number | null]>([
    ['the step from the entry before', [rated(90, 1), rated(9, 3)], 2],
    ['the same whatever the order of the list', [rated(9, 3), rated(90, 1)], 2],
    ['counted from the last of several before', [rated(300, 3), rated(90, 1), rated(9, 2)], 1],
    ['counted from the later of two on one day', [rated(90, 1), rated(90, 3), rated(9, 2)], -1],
    ['made of the mean of known ratings', [rated(90, 1, { peer: 2 }), rated(9, 2, { peer: 2, partner: 3 })], 0.8333],
    ['not known for a first entry', [rated(9, 3)], null],
    ['not known of another person', [rated(90, 1, { personRef: 'Bo' }), rated(9, 3)], null],
    ['not known of another item', [rated(90, 1, { item: 'planning' }), rated(9, 3)], null],
    ['not known against an entry of the same day', [rated(9, 1), rated(9, 3)], null],
    ['not known without a name', [rated(90, 1, { personRef: '' }), rated(9, 3, { personRef: '' })], null],
    ['not known without ratings', [rated(90, 1), rated(9, undefined)], null],
  ])('is %s', (_what, competences, change) => {
    expect(valueOf(newest, { competences })).toBe(change)
  })

  test('is unknown where the entry before has no rating, and false where there is none before', () => {
    const grew = { fact: 'change', operator: 'greaterThan', value: 0 }
    const where = { fact: 'at', operator: 'equal', value: daysAgo(9) }
    const some = { fact: 'every', params: { of: 'competences', where, that: grew }, operator: 'equal', value: true }
    expect(stateOf(some, { competences: [rated(90, undefined), rated(9, 3)] })).toBe('unknown')
    expect(stateOf(some, { competences: [rated(9, 3)] })).toBe('false')
  })

  test('takes no longer than the list is long', () => {
    const competences = Array.from({ length: 5_000 }, (_, index) => rated(index % 400, 1 + (index % 3)))
    expect(processorTime(() => expect(typeof valueOf(newest, { competences })).toBe('number'))).toBeLessThan(1_000)
  })
})
