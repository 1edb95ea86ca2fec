import { describe, expect, test } from 'vitest'
import { daysAgo, daysAhead, fourLevels, ruleSetOf, today, valueOf } from '../../test/small-rule-set.ts'
import { createAssessor } from '../assessor.ts'
import type { Relationship } from '../schema/relationship.ts'

type Row = readonly [what: string, record: Relationship, value: unknown]

/** Marks lists of a record as whole. */
const whole = (record: Relationship, ...lists: string[]): Relationship => ({
  ...record,
  complete: Object.fromEntries(lists.map((list) => [list, today])),
})
const meetings = (...ages: number[]): Relationship => ({
  meetings: ages.map((age) => ({ at: daysAgo(age), type: 'review' as const })),
})

function table(fact: string, rows: readonly Row[]): void {
  describe(`the fact ${fact}`, () => {
    test.each(rows)('%s', (_what, record, value) => {
      expect(valueOf(fact, record)).toEqual(value)
    })
  })
}

table('rel.dependencyShare', [
  ['is the revenue share of a customer', { rel: { kind: 'customer', revenueShare: 0.3, spendShare: 0.9 } }, 0.3],
  ['is the spend share of a supplier', { rel: { kind: 'supplier', revenueShare: 0.9, spendShare: 0.3 } }, 0.3],
  ['is the spend share of a subcontractor', { rel: { kind: 'subcontract', spendShare: 0.2 } }, 0.2],
  ['is the larger one for a peer', { rel: { kind: 'peer', revenueShare: 0.1, spendShare: 0.4 } }, 0.4],
  ['is the known one for an alliance', { rel: { kind: 'alliance', spendShare: 0 } }, 0],
  ['is the larger one while the kind is not known', { rel: { revenueShare: 0.5, spendShare: 0.4 } }, 0.5],
  ['is not known of a customer without a revenue share', { rel: { kind: 'customer', spendShare: 0.9 } }, null],
  ['is not known of an empty record', {}, null],
])

table('rel.daysSinceContact', [
  ['counts from the newest meeting, wherever it stands in the list', meetings(50, 7, 90), 7],
  ['is 0 on the day itself', meetings(0), 0],
  ['leaves out meetings that are still to come', meetings(20, -3), 20],
  ['is not known where all meetings are still to come', meetings(-3), null],
  ['is not known without meetings', {}, null],
  ['is not known where nobody met', whole({ meetings: [] }, 'meetings'), null],
  ['leaves out meetings without a date', { meetings: [{ type: 'review' }, { at: daysAgo(9) }] }, 9],
])

table('rel.uncheckedPartnerChanges', [
  [
    'is 1 where the change came after the check',
    { rel: { partnerChangeAt: daysAgo(9) }, values: { checkedAt: daysAgo(10) } },
    1,
  ],
  ['is 0 where both fall on one day', { rel: { partnerChangeAt: daysAgo(9) }, values: { checkedAt: daysAgo(9) } }, 0],
  ['is 0 after a check', { rel: { partnerChangeAt: daysAgo(9) }, values: { checkedAt: daysAgo(8) } }, 0],
  ['is 1 without any check', { rel: { partnerChangeAt: daysAgo(9) } }, 1],
  ['is not known without a change', { values: { checkedAt: daysAgo(9) } }, null],
])

const scored = (age: number): Relationship => ({ segment: { kind: 'key', scoredAt: daysAgo(age) } })
table('segment.reviewsHeld', [
  [
    'counts reviews from the day of scoring to today',
    whole({ ...scored(100), ...meetings(101, 100, 0, -1) }, 'meetings'),
    2,
  ],
  ['is a lower bound on an open list', { ...scored(100), ...meetings(100, 0) }, { least: 2, most: null }],
  [
    'counts no other meetings',
    whole({ ...scored(100), meetings: [{ at: daysAgo(5), type: 'operational' }] }, 'meetings'),
    0,
  ],
  ['is 0 on a list that is empty for sure', whole({ ...scored(100), meetings: [] }, 'meetings'), 0],
  ['is not known on an empty list that may be longer', { ...scored(100), meetings: [] }, null],
  ['is not known without a day of scoring', meetings(5), null],
])

table('segment.reviewsDue', [
  ['is 0 on the last day of the first period', { ...scored(179), org: { sizeBand: 'micro' } }, 0],
  ['is 1 when the first period is over', { ...scored(180), org: { sizeBand: 'micro' } }, 1],
  ['is 2 after two periods of a medium firm', { ...scored(180), org: { sizeBand: 'medium' } }, 2],
  ['is not known while the size is not', scored(180), null],
  ['is not known without a day of scoring', { org: { sizeBand: 'micro' }, segment: { kind: 'key' } }, null],
])

const team = (cadenceDays: number): Relationship => ({ jointTeam: { cadenceDays } })
table('jointTeam.heldRatio', [
  ['counts meetings of the last 180 days', whole({ ...team(30), ...meetings(0, 180, 181, -1) }, 'meetings'), 0.3333],
  ['is never above 1', whole({ ...team(90), ...meetings(1, 2, 3) }, 'meetings'), 1],
  [
    'lies between the meetings held and 1 on an open list',
    { ...team(60), ...meetings(10) },
    { least: 0.3333, most: 1 },
  ],
  ['is 1 on an open list where all were held', { ...team(180), ...meetings(10) }, 1],
  ['is not known for a cadence longer than the window', { ...team(181), ...meetings(10) }, null],
  ['is not known for a cadence of 0', { ...team(0), ...meetings(10) }, null],
  ['is not known without a cadence', meetings(10), null],
  ['is not known without meetings', team(30), null],
])

table('jointTeam.actionCompletion', [
  [
    'is the share of the actions due in the last 180 days',
    {
      actions: [
        { due: daysAgo(0), doneAt: daysAgo(0) },
        { due: daysAgo(180) },
        { due: daysAgo(181) },
        { due: daysAhead(1), doneAt: daysAgo(0) },
        { doneAt: daysAgo(1) },
      ],
    },
    0.5,
  ],
  ['is not known where nothing was due', { actions: [{ due: daysAhead(1) }] }, null],
  ['is not known without actions', {}, null],
])

table('governance.decisionsOnTime', [
  [
    'is the share of the decisions of the last 365 days',
    {
      decisions: [
        { at: daysAgo(365), onTime: true },
        { at: daysAgo(366), onTime: true },
        { at: daysAgo(1), onTime: false },
        { at: daysAgo(1) },
      ],
    },
    0.3333,
  ],
  ['is not known where nothing was decided', { decisions: [{ at: daysAgo(366), onTime: true }] }, null],
])

table('riskStats.categories', [
  [
    'counts each kind once',
    whole({ risks: [{ category: 'cash' }, { category: 'cash' }, { category: 'law' }, {}] }, 'risks'),
    2,
  ],
  ['leaves out empty text', whole({ risks: [{ category: '' }] }, 'risks'), 0],
  ['is a lower bound on an open list', { risks: [{ category: 'cash' }] }, { least: 1, most: null }],
  ['is 0 where there are no risks for sure', whole({ risks: [] }, 'risks'), 0],
  ['is not known without risks', {}, null],
])

table('riskStats.issuesPreWarned', [
  [
    'counts warnings before the day itself',
    {
      issues: [
        { raisedAt: daysAgo(9), warnedAt: daysAgo(10) },
        { raisedAt: daysAgo(9), warnedAt: daysAgo(9) },
        { raisedAt: daysAgo(9) },
        { warnedAt: daysAgo(9) },
      ],
    },
    0.25,
  ],
  ['is not known without issues, even for sure', whole({ issues: [] }, 'issues'), null],
])

describe('what the record states', () => {
  const assess = (record: Relationship) => createAssessor(ruleSetOf(fourLevels)).assess(record, { asOf: today })
  const risky: Relationship = { rel: { kind: 'customer', revenueShare: 0.3, dependencyShare: 0.5 } }

  test('beats what follows from the rest, and the disagreement becomes a notice', () => {
    expect(valueOf('rel.dependencyShare', risky)).toBe(0.5)
    expect(assess(risky).notices).toEqual([
      {
        code: 'stated-differs-from-derived',
        path: '/rel/dependencyShare',
        message: 'the record says 0.5, but the rest of it gives 0.3; what it says counts',
      },
    ])
  })

  test.each<[what: string, record: Relationship]>([
    ['agrees', { rel: { kind: 'customer', revenueShare: 0.3, dependencyShare: 0.3 } }],
    ['agrees but for rounding', { rel: { kind: 'customer', revenueShare: 0.3333, dependencyShare: 0.33 } }],
    ['cannot be derived', { rel: { dependencyShare: 0.3 } }],
    [
      'lies in the interval that follows',
      { ...scored(50), segment: { scoredAt: daysAgo(50), reviewsHeld: 3 }, ...meetings(1) },
    ],
  ])('gives no notice where it %s', (_what, record) => {
    expect(assess(record).notices).toEqual([])
  })

  test('gives a notice where it lies outside the interval that follows', () => {
    const record: Relationship = { segment: { scoredAt: daysAgo(50), reviewsHeld: 0 }, ...meetings(1) }
    expect(assess(record).notices.map(({ path }) => path)).toEqual(['/segment/reviewsHeld'])
  })
})
