import { notDue, type PluginFact } from '@joinery/core/plugin'
import { describe, expect, test } from 'vitest'
import { accessFacts } from './facts/access.ts'
import { ageFacts } from './facts/ages.ts'
import { providerFacts } from './facts/provider.ts'
import { restoreFacts } from './facts/restore.ts'

const facts = new Map<string, PluginFact>(
  [...ageFacts, ...accessFacts, ...restoreFacts, ...providerFacts].map((fact) => [fact.id, fact]),
)
const asOf = '2026-11-23'

function derive(word: string, record: object, complete = false): unknown {
  return facts.get(`msp/${word}`)!.derive({ ...record }, { asOf, isComplete: () => complete })
}

const msp = (given: object) => ({ ext: { msp: given } })
const orMore = (least: number) => expect.objectContaining({ least, most: Number.POSITIVE_INFINITY })
const services = (...dates: (string | undefined)[]) =>
  msp({ services: dates.map((reviewedAt) => ({ critical: true, reviewedAt })) })
const leaver = (leftAt?: string, accessRemovedAt?: string) => ({ leftAt, accessRemovedAt })
const leavers = (...given: object[]) => msp({ leavers: given })
const accounts = (adminAccounts?: number, adminAccountsWithMfa?: number) => msp({ adminAccounts, adminAccountsWithMfa })
const restored = (at: string, tookHours?: number, lostHours?: number) => ({
  at,
  joint: true,
  tookHours,
  targetHours: 8,
  lostHours,
  targetLostHours: 4,
})
const restores = (...restoreTests: object[]) => msp({ restoreTests })

const pulse = (side: string, at: string, rating?: number | null) => ({
  side,
  at,
  reliability: 4,
  openness: 4,
  fairness: 4,
  capability: rating,
})
const pulses = (kind: string, ...given: object[]) => ({ rel: { kind }, pulses: given, ...msp({ slaMet: true }) })
const changes = (...providerChanges: object[]) => msp({ providerChanges })
const idea = (side: string, at?: string) => ({ side, at })
const ideas = (kind: string, ...given: object[]) => ({ rel: { kind }, ideas: given })

describe.each<[word: string, record: object, expected: unknown]>([
  ['criticalReviewAgeDays', {}, undefined],
  ['criticalReviewAgeDays', services(), notDue],
  ['criticalReviewAgeDays', msp({ services: [{ reviewedAt: '2020-01-01', critical: false }, {}] }), notDue],
  ['criticalReviewAgeDays', services('2026-11-01', '2026-10-24'), 30],
  ['criticalReviewAgeDays', services('2026-11-23'), 0],
  ['criticalReviewAgeDays', services('2026-11-01', undefined), orMore(22)],
  ['criticalReviewAgeDays', services('2026-11-01', ''), orMore(22)],
  ['criticalReviewAgeDays', services('2026-11-24'), undefined],
  ['clientDocumentAgeDays', {}, undefined],
  ['clientDocumentAgeDays', msp({ clientDocuments: [] }), notDue],
  ['clientDocumentAgeDays', msp({ clientDocuments: [{ updatedAt: '2026-08-25' }, { updatedAt: asOf }] }), 90],
  ['longestLeaverDays', {}, undefined],
  ['longestLeaverDays', leavers(), notDue],
  ['longestLeaverDays', leavers({}, leaver('2026-12-31')), notDue],
  ['longestLeaverDays', leavers(leaver('2026-11-01', '2026-11-02'), leaver('2026-11-01', '2026-11-01')), 1],
  ['longestLeaverDays', leavers(leaver('2026-11-02', '2026-11-01')), 0],
  ['longestLeaverDays', leavers(leaver('2026-11-13')), 10],
  ['longestLeaverDays', leavers(leaver('2026-11-13', '')), 10],
  ['longestLeaverDays', leavers(leaver('2026-11-23')), 0],
  ['adminMfaShare', {}, undefined],
  ['adminMfaShare', accounts(4), undefined],
  ['adminMfaShare', accounts(undefined, 4), undefined],
  ['adminMfaShare', accounts(0), notDue],
  ['adminMfaShare', accounts(4, 3), 0.75],
  ['adminMfaShare', accounts(4, 5), 1],
  ['adminMfaShare', accounts(4, -1), 0],
  ['adminMfaShare', accounts(-4, 4), undefined],
  ['restoreMetTargets', {}, undefined],
  ['restoreMetTargets', restores(), undefined],
  ['restoreMetTargets', restores(restored('2026-11-01', 8, 4)), true],
  ['restoreMetTargets', restores(restored('2026-11-01', 8.5, 4)), false],
  ['restoreMetTargets', restores(restored('2026-11-01', 8, 4.5)), false],
  ['restoreMetTargets', restores(restored('2026-11-01', 9)), false],
  ['restoreMetTargets', restores(restored('2026-11-01', 8)), undefined],
  ['restoreMetTargets', restores(restored('2026-11-01', 9, 1), restored('2026-05-01', 1, 1)), false],
  ['restoreMetTargets', restores(restored('2026-05-01', 1, 1), restored('2026-11-01', 9, 1)), false],
  ['restoreMetTargets', restores(restored('2026-11-24', 1, 1)), undefined],
  ['restoreMetTargets', restores({ ...restored('2026-11-01', 1, 1), joint: false }), undefined],
  ['clientPulseBehindSla', {}, undefined],
  ['clientPulseBehindSla', msp({ slaMet: false }), notDue],
  ['clientPulseBehindSla', msp({ slaMet: true }), undefined],
  ['clientPulseBehindSla', { ...pulses('supplier', pulse('us', asOf, 2)), ext: {} }, undefined],
  ['clientPulseBehindSla', pulses('supplier', pulse('us', asOf, 2), pulse('partner', asOf, 4)), 3.5],
  ['clientPulseBehindSla', pulses('subcontract', pulse('us', asOf, 2)), 3.5],
  ['clientPulseBehindSla', pulses('customer', pulse('us', asOf, 2), pulse('partner', asOf, 4)), 4],
  ['clientPulseBehindSla', pulses('peer', pulse('us', asOf, 2), pulse('partner', asOf, 4)), undefined],
  [
    'clientPulseBehindSla',
    { ...pulses('peer', pulse('us', asOf, 2)), ...msp({ slaMet: true, provider: 'partner' }) },
    3.5,
  ],
  [
    'clientPulseBehindSla',
    { ...pulses('supplier', pulse('us', asOf, 2)), ...msp({ slaMet: true, provider: 'us' }) },
    undefined,
  ],
  ['clientPulseBehindSla', pulses('supplier', pulse('us', '2026-01-01', 4), pulse('us', '2026-06-01', 2)), 3.5],
  ['clientPulseBehindSla', pulses('supplier', pulse('us', '2026-01-01', 4), pulse('us', '2026-12-01', 2)), 4],
  [
    'clientPulseBehindSla',
    pulses('supplier', pulse('us', '2026-01-01', 4), pulse('us', '2026-06-01', null)),
    undefined,
  ],
  ['unannouncedChanges', {}, undefined],
  ['unannouncedChanges', changes({ at: '2026-11-01', announcedAt: '2026-11-01' }), 0],
  ['unannouncedChanges', changes({ at: '2026-11-01', announcedAt: '2026-11-02' }), 1],
  ['unannouncedChanges', changes({ at: '2025-11-23' }, { at: '2025-11-22' }, { at: '2026-11-24' }, {}), 1],
  ['providerIdeasInYear', {}, undefined],
  ['providerIdeasInYear', ideas('peer', idea('us', asOf)), undefined],
  ['providerIdeasInYear', ideas('supplier', idea('us', asOf), idea('partner', asOf), idea('partner')), 1],
  ['providerIdeasInYear', ideas('customer', idea('us', '2025-11-23'), idea('us', '2025-11-22')), 1],
])('%s of %j', (word, record, expected) => {
  test('is what it should be', () => expect(derive(word, record, true)).toEqual(expected))
})

test.each([
  ['unannouncedChanges', changes({ at: '2026-11-01' })],
  ['providerIdeasInYear', ideas('supplier', idea('partner', asOf))],
])('%s is a lower bound until the list is marked complete', (word, record) => {
  expect(derive(word, record, true)).toBe(1)
  expect(derive(word, record)).toEqual(orMore(1))
})
