import { describe, expect, test } from 'vitest'
import { daysAgo, daysAhead, observationOf, today, type Json } from '../../test/small-rule-set.ts'

const is = (fact: string, operator: string, value: unknown): Json => ({ fact, operator, value })
const joint = { fact: 'scope', operator: 'equal', value: 'joint' }
const risks = (fact: string, operator: string, value: unknown): Json => ({
  fact,
  params: fact === 'count' ? { of: 'risks', where: joint } : { of: 'risks', that: joint },
  operator,
  value,
})
const jointRisks = (joints: number, others: number, more: Json = {}): Json => ({
  risks: [
    ...Array.from({ length: joints }, () => ({ scope: 'joint' })),
    ...Array.from({ length: others }, () => ({ scope: 'own' })),
  ],
  ...more,
})
const whole = { complete: { risks: today } }

describe('a test in a plain sentence', () => {
  test.each<[test: Json, record: Json, words: string]>([
    [is('rmp.owner', 'given', true), { rmp: { owner: 'Ann' } }, 'Who keeps the plan up to date: Ann'],
    [is('rmp.owner', 'given', true), {}, 'Who keeps the plan up to date: not known yet'],
    [is('rmp.owner', 'equal', 'Bo'), { rmp: { owner: 'Ann' } }, 'Who keeps the plan up to date: Ann; asked for: Bo'],
    [
      is('rmp.owner', 'given', true),
      { rmp: { owner: 'x'.repeat(100) } },
      `Who keeps the plan up to date: ${'x'.repeat(77)}…`,
    ],
    [
      is('rel.singleSource', 'equal', false),
      { rel: { singleSource: true } },
      'Whether nobody else could supply this: yes; asked for: no',
    ],
    [
      is('org.headcount', 'lessThan', 10),
      { org: { headcount: 7 } },
      'People who work in our firm: 7; asked for: below 10',
    ],
    [
      is('org.headcount', 'lessThanInclusive', 10),
      { org: { headcount: 0 } },
      'People who work in our firm: 0; asked for: at most 10',
    ],
    [is('org.headcount', 'greaterThan', 10), {}, 'People who work in our firm: not known yet; asked for: above 10'],
    [
      is('org.headcount', 'notEqual', 10),
      { org: { headcount: 7 } },
      'People who work in our firm: 7; asked for: anything but 10',
    ],
    [
      is('rel.kind', 'in', ['peer', 'alliance']),
      { rel: { kind: 'peer' } },
      'What the partner is to us: peer; asked for: one of peer, alliance',
    ],
    [
      is('rel.kind', 'notIn', ['peer']),
      { rel: { kind: 'peer' } },
      'What the partner is to us: peer; asked for: none of peer',
    ],
    [
      is('rel.kind', 'not:in', ['peer']),
      { rel: { kind: 'peer' } },
      'What the partner is to us: peer; asked for: not:in peer',
    ],
    [
      is('org.priorities', 'contains', 'cash'),
      { org: { priorities: ['growth'] } },
      'What our firm wants to reach this year: growth; asked for: cash among them',
    ],
    [
      is('rmp.reviewedAt', 'withinDays', 90),
      { rmp: { reviewedAt: daysAgo(1) } },
      'When the plan was last read through: 2026-11-22 (1 day ago); asked for: at most 90 days ago',
    ],
    [
      is('rmp.reviewedAt', 'withinDays', 90),
      { rmp: { reviewedAt: today } },
      'When the plan was last read through: 2026-11-23 (today); asked for: at most 90 days ago',
    ],
    [
      is('rmp.reviewedAt', 'withinDays', { fact: 'profile.cadence' }),
      { rmp: { reviewedAt: daysAgo(400) } },
      'When the plan was last read through: 2025-10-19 (400 days ago); asked for: at most 90 to 365 days ago',
    ],
    [
      is('rmp.nextReviewAt', 'inFuture', true),
      { rmp: { nextReviewAt: daysAhead(9) } },
      'When it is read through next: 2026-12-02 (in 9 days)',
    ],
    [
      is('rmp.partnerApprovedAt', 'greaterThanInclusive', { fact: 'rmp.versionAt' }),
      { rmp: { partnerApprovedAt: '2026-10-04' } },
      'When the partner agreed to the shared half: 2026-10-04; what to compare it with is not known yet',
    ],
    [
      risks('count', 'greaterThanInclusive', 2),
      jointRisks(1, 1, whole),
      'What could go wrong: 1 found; asked for: at least 2',
    ],
    [
      risks('count', 'greaterThanInclusive', 2),
      jointRisks(1, 1),
      'What could go wrong: 1 found so far; asked for: at least 2',
    ],
    [risks('count', 'greaterThanInclusive', 2), {}, 'What could go wrong: none recorded so far; asked for: at least 2'],
    [risks('every', 'equal', true), jointRisks(2, 0), 'What could go wrong: all of them fit'],
    [risks('every', 'equal', true), jointRisks(1, 1), 'What could go wrong: not all of them fit'],
    [risks('every', 'equal', true), {}, 'What could go wrong: not known yet'],
    [risks('every', 'equal', true), jointRisks(0, 0, whole), 'What could go wrong: nothing to judge yet'],
    [
      risks('share', 'greaterThanInclusive', 0.8),
      jointRisks(1, 2),
      'What could go wrong: 33 % of them fit; asked for: at least 80 %',
    ],
    [risks('share', 'greaterThanInclusive', 0.8), {}, 'What could go wrong: not known yet; asked for: at least 80 %'],
    [
      is('org.headcount', 'swap:in', 'x'),
      { org: { headcount: 7 } },
      'People who work in our firm: 7; asked for: swap:in x',
    ],
  ])('%j on %j', (test, record, words) => {
    expect(observationOf(test, record).words).toBe(words)
  })

  test.each([
    { joints: 2, others: 0, share: '100 %' },
    { joints: 999, others: 1, share: '99 %' },
    { joints: 199, others: 1, share: '99 %' },
    { joints: 1, others: 999, share: '1 %' },
    { joints: 0, others: 2, share: '0 %' },
  ])(
    'never says 100 % unless nothing is missing, nor 0 % unless there is nothing: $joints of $joints + $others are $share',
    ({ joints, others, share }) => {
      expect(observationOf(risks('share', 'equal', 1), jointRisks(joints, others)).words).toContain(
        `: ${share} of them fit`,
      )
    },
  )
})

describe('what was found, as plain JSON', () => {
  test.each<[what: string, fact: string, record: Json, observed: unknown]>([
    ['not more than 200 characters', 'rmp.owner', { rmp: { owner: 'x'.repeat(300) } }, `${'x'.repeat(200)}…`],
    [
      'not more than 20 items',
      'org.priorities',
      { org: { priorities: Array.from({ length: 30 }, () => 'cash') } },
      Array.from({ length: 20 }, () => 'cash'),
    ],
    ['no records', 'risks', { risks: [{ title: 'x' }] }, ['recorded']],
    ['no entities', 'rmp', { rmp: { owner: 'Ann' } }, 'recorded'],
    ['four decimals', 'rel.revenueShare', { rel: { revenueShare: 1 / 3 } }, 0.3333],
    ['null where nothing is known', 'rmp.owner', {}, null],
  ])('%s', (_what, fact, record, observed) => {
    expect(observationOf({ fact, operator: 'given', value: true }, record).observed).toEqual(observed)
  })
})
