import { notDue, type PluginFact } from '@joinery/core/plugin'
import { describe, expect, test } from 'vitest'
import { changeFacts } from './facts/changes.ts'
import { paymentFacts } from './facts/payments.ts'
import { warningFacts } from './facts/warnings.ts'
import { withinWorkingDays } from './within-working-days.ts'

const facts = new Map<string, PluginFact>(
  [...warningFacts, ...paymentFacts, ...changeFacts].map((fact) => [fact.id, fact]),
)
const asOf = '2026-11-23'

function derive(word: string, construction: unknown, complete = false): unknown {
  const fact = facts.get(`construction/${word}`)!
  return fact.derive({ ext: { construction } }, { asOf, isComplete: () => complete })
}

const warnings = (...earlyWarnings: object[]) => ({ earlyWarnings })
const lead = (raisedAt: string, eventAt: string) => ({ raisedBy: 'us', raisedAt, eventAt })

describe.each([
  ['medianLeadDays', {}, undefined],
  ['medianLeadDays', warnings(), notDue],
  ['medianLeadDays', warnings({ raisedAt: '2026-11-01' }), notDue],
  ['medianLeadDays', warnings(lead('2026-11-01', '2026-11-05')), 4],
  ['medianLeadDays', warnings(lead('2026-11-01', '2026-11-05'), lead('2026-11-05', '2026-11-03')), 1],
  ['medianLeadDays', warnings(lead('2026-03-28', '2026-03-30')), 2],
  ['afterEventShare', warnings(lead('2026-11-01', '2026-11-05'), lead('2026-11-05', '2026-11-03')), 0.5],
  ['afterEventShare', warnings(lead('2026-11-01', '2026-11-01')), 0],
  [
    'smallerSideShare',
    warnings({ raisedBy: 'us' }, { raisedBy: 'us' }, { raisedBy: 'partner' }, { raisedBy: 'us' }),
    0.25,
  ],
  ['smallerSideShare', warnings({ raisedBy: 'us' }), 0],
  ['smallerSideShare', warnings({}), notDue],
  [
    'registerLagDays',
    { registerMeetings: [{ at: '2026-11-02', registerUpdatedAt: '2026-11-05' }, { at: '2026-11-16' }] },
    7,
  ],
  ['registerLagDays', { registerMeetings: [{ at: '2026-12-24' }] }, notDue],
  [
    'affectedInvitedShare',
    {
      registerMeetings: [
        { affectedFirms: 4, invitedFirms: 2 },
        { affectedFirms: 1, invitedFirms: 9 },
      ],
    },
    0.6,
  ],
  ['affectedInvitedShare', { registerMeetings: [{}] }, notDue],
  [
    'paidOnTimeShare',
    { paymentApplications: [{ dueAt: '2026-11-01', paidAt: '2026-11-01' }, { dueAt: '2026-11-01' }, { dueAt: asOf }] },
    0.5,
  ],
  ['payLessOnTimeShare', { paymentApplications: [{ payLessAt: '2026-11-02', payLessDueAt: '2026-11-01' }] }, 0],
  ['payLessOnTimeShare', { paymentApplications: [{ dueAt: '2026-11-01' }] }, notDue],
  [
    'instructedFirstShare',
    { changes: [{ startedAt: '2026-11-02', instructedAt: '2026-11-02' }, { startedAt: '2026-11-02' }] },
    0.5,
  ],
  [
    'decidedInTimeShare',
    { changes: [{ decisionDueAt: '2026-11-02', decidedAt: '2026-11-03' }, { decisionDueAt: '2026-12-02' }] },
    0,
  ],
  ['programmeAgeDays', { programmeRevisedAt: '2026-11-01' }, 22],
  ['programmeAgeDays', { programmeRevisedAt: '2027-01-01' }, undefined],
] as const)('%s of %j', (word, construction, expected) => {
  test('is what it should be', () => expect(derive(word, construction)).toBe(expected))
})

test('overdue retentions are a lower bound until the list is marked complete', () => {
  const held = {
    retentions: [
      { releaseDueAt: '2026-11-22' },
      { releaseDueAt: asOf },
      { releaseDueAt: '2026-01-01', releasedAt: '2026-01-01' },
    ],
  }
  expect(derive('retentionsOverdue', held, true)).toBe(1)
  expect(derive('retentionsOverdue', held)).toMatchObject({ least: 1, most: Number.POSITIVE_INFINITY })
  expect(derive('retentionsOverdue', {})).toBeUndefined()
})

// 23 November 2026 is a Monday
test.each([
  ['2026-11-23', 0, true],
  ['2026-11-20', 1, true],
  ['2026-11-20', 0, false],
  ['2026-11-21', 1, true],
  ['2026-11-22', 1, true],
  ['2026-11-16', 5, true],
  ['2026-11-16', 4, false],
  ['2026-11-24', 9, false],
  ['1969-12-29', 14_845, true],
  ['1969-12-29', 14_844, false],
])('%s lies at most %d working days back: %s', (date, days, holds) => {
  expect((withinWorkingDays.holds as (...given: unknown[]) => boolean)(date, days, { asOf })).toBe(holds)
})
