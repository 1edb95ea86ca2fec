import { between, notDue, type PluginFact } from '@joinery/core/plugin'
import { describe, expect, test } from 'vitest'
import { complaintFacts } from './facts/complaints.ts'
import { forecastErrorOf, forecastFacts } from './facts/forecasts.ts'
import { productFacts } from './facts/products.ts'
import { tradeFacts } from './facts/trade.ts'

const facts = new Map<string, PluginFact>(
  [...productFacts, ...forecastFacts, ...tradeFacts, ...complaintFacts].map((fact) => [fact.id, fact]),
)
const asOf = '2026-11-23'

function derive(word: string, food: unknown, complete = false): unknown {
  const fact = facts.get(`food/${word}`)!
  return fact.derive({ ext: { food } }, { asOf, isComplete: () => complete })
}

const traced = (at: string, hours?: number) => ({ at, partnerLot: true, ...(hours === undefined ? {} : { hours }) })
const sent = (...days: string[]) => ({ forecasts: days.map((sentAt) => ({ sentAt })) })
const complaint = (at: string, cause = 'Wilted', product = 'Rocket') => ({ at, product, cause })

describe.each([
  ['questionnaireAgeDays', {}, undefined],
  ['questionnaireAgeDays', { questionnaireSignedAt: '2023-11-24' }, 1095],
  ['questionnaireAgeDays', { questionnaireSignedAt: asOf }, 0],
  ['questionnaireAgeDays', { questionnaireSignedAt: '2026-11-24' }, undefined],
  ['traceTestHours', {}, undefined],
  ['traceTestHours', { traceTests: [traced('2026-09-01', 3), traced('2025-09-01', 9)] }, 3],
  ['traceTestHours', { traceTests: [traced('2026-09-01', 3), { at: '2026-10-01', hours: 1 }] }, 3],
  ['traceTestHours', { traceTests: [traced('2026-09-01', 3), traced('2026-10-01')] }, undefined],
  ['traceTestHours', { traceTests: [traced('2026-12-01', 3)] }, undefined],
  ['specsAgreedShare', {}, undefined],
  ['specsAgreedShare', { specs: [] }, notDue],
  [
    'specsAgreedShare',
    {
      specs: [
        { agreedByUsAt: '2026-01-01', agreedByPartnerAt: asOf },
        { agreedByUsAt: '2026-01-01' },
        { agreedByUsAt: '2026-01-01', agreedByPartnerAt: '2026-11-24' },
        {},
      ],
    },
    0.25,
  ],
  ['specsCurrentShare', { specs: [{ versionInUse: '2' }] }, notDue],
  ['specsCurrentShare', { specs: [{ versionInUse: '2 ', latestVersion: '2' }, { latestVersion: '1' }] }, 0.5],
  ['forecastGapDays', {}, undefined],
  ['forecastGapDays', sent(), undefined],
  ['forecastGapDays', sent('2026-11-24'), undefined],
  ['forecastGapDays', sent('2026-11-09', '2026-11-23', '2026-11-16'), 7],
  ['forecastGapDays', sent('2026-11-16', '2026-11-02'), 14],
  ['forecastGapDays', sent('2026-11-01'), 22],
  // a gap that ended before the quarter began is forgiven, one that reaches into it is not
  ['forecastGapDays', { forecasts: ['2025-01-01', '2026-08-24'].map((sentAt) => ({ sentAt })) }, 91],
  ['forecastGapDays', { forecasts: ['2026-01-05', '2026-08-25'].map((sentAt) => ({ sentAt })) }, 232],
  ['forecastTrackedShare', { forecasts: [{ weekFrom: '2026-11-17', forecast: 1 }] }, notDue],
  [
    'forecastTrackedShare',
    {
      forecasts: [
        { weekFrom: '2026-11-16', forecast: 1, ordered: 0 },
        { weekFrom: '2026-11-09', forecast: 1 },
      ],
    },
    0.5,
  ],
  ['perishableDays', {}, undefined],
  ['perishableDays', { payments: [{ perishable: false, deliveredAt: '2026-01-01' }] }, notDue],
  ['perishableDays', { payments: [{ perishable: true, deliveredAt: '2026-10-01', paidAt: '2026-10-31' }] }, 30],
  ['perishableDays', { payments: [{ perishable: true, deliveredAt: '2026-10-01' }] }, 53],
  ['perishableDays', { payments: [{ perishable: true, deliveredAt: '2026-10-01', paidAt: '2026-12-01' }] }, 53],
  ['perishableDays', { payments: [{ perishable: true, deliveredAt: '2026-10-01', paidAt: '2026-09-01' }] }, 0],
  [
    'paidOnTimeShare',
    { payments: [{ dueAt: '2026-11-01', paidAt: '2026-11-01' }, { dueAt: '2026-11-22' }, { dueAt: asOf }] },
    0.5,
  ],
  ['repeatShare', {}, undefined],
  ['repeatShare', { complaints: [] }, notDue],
  ['repeatShare', { complaints: [complaint('2026-11-01'), complaint('2025-01-01', ' wilted', 'rocket ')] }, 1],
  ['repeatShare', { complaints: [complaint('2026-11-01'), complaint('2026-11-01')] }, 0],
  ['repeatShare', { complaints: [complaint('2026-11-01', ''), complaint('2026-10-01', '')] }, 0],
  ['repeatShare', { complaints: [complaint('2026-11-01'), complaint('2026-10-01', 'Wilted', 'Cress')] }, 0],
  ['repeatTrend', {}, undefined],
  ['repeatTrend', { complaints: [complaint('2026-11-01')] }, notDue],
  ['repeatTrend', { complaints: ['2025-01-01', '2026-03-01'].map((at) => complaint(at)) }, notDue],
  [
    'repeatTrend',
    { complaints: [...['2025-01-01', '2026-03-01', '2026-11-01'].map((at) => complaint(at)), complaint(asOf, 'Late')] },
    -0.5,
  ],
  ['chargesBackedShare', { complaints: [{ charged: 0 }, {}] }, notDue],
  ['chargesBackedShare', { complaints: [{ charged: 5, evidenceAt: asOf }, { charged: 9 }] }, 0.5],
] as const)('%s of %j', (word, food, expected) => {
  test('is what it should be', () => expect(derive(word, food)).toBe(expected))
})

const changed = (kind: string | undefined, firstDeliveryAt?: string, announcedAt?: string) => ({
  kind,
  firstDeliveryAt,
  announcedAt,
})

describe.each([
  ['unannouncedChanges', { productChanges: [] }, 0, 0],
  ['unannouncedChanges', { productChanges: [changed('allergen', '2026-11-09')] }, 1, 1],
  ['unannouncedChanges', { productChanges: [changed('recipe', '2026-11-09', '2026-11-09')] }, 1, 1],
  ['unannouncedChanges', { productChanges: [changed('recipe', '2026-11-09', '2026-11-08')] }, 0, 0],
  ['unannouncedChanges', { productChanges: [changed('recipe', '2026-11-24'), changed('allergen')] }, 0, 0],
  ['unannouncedChanges', { productChanges: [changed('pack', '2026-11-09')] }, 0, 0],
  ['unannouncedChanges', { productChanges: [changed(undefined, '2026-11-09')] }, 0, 1],
  ['oneSidedChanges', { termChanges: [{ appliesFrom: '2026-11-01', agreedAt: '2026-11-01' }] }, 0, 0],
  ['oneSidedChanges', { termChanges: [{ appliesFrom: '2026-11-01', agreedAt: '2026-11-02' }] }, 1, 1],
  ['oneSidedChanges', { termChanges: [{ appliesFrom: '2026-11-24' }, {}] }, 0, 0],
] as const)('%s of %j', (word, food, least, most) => {
  test('is exact on a whole list, and a lower bound until then', () => {
    expect(derive(word, food, true)).toEqual(between(least, most))
    expect(derive(word, food)).toEqual(between(least, Number.POSITIVE_INFINITY))
    expect(derive(word, {})).toBeUndefined()
  })
})

test('the shortest notice is an upper bound until the list is marked complete', () => {
  const cancelled = (cancelledAt: string, deliveryAt?: string) => ({ cancelledAt, deliveryAt })
  const cancellations = [cancelled('2026-10-01', '2026-11-10'), cancelled('2026-10-01', '2026-11-01')]
  expect(derive('shortestNoticeDays', { cancellations }, true)).toBe(31)
  expect(derive('shortestNoticeDays', { cancellations })).toMatchObject({ least: 0, most: 31 })
  expect(derive('shortestNoticeDays', { cancellations: [cancelled('2026-10-01', '2026-09-30')] })).toBe(0)
  expect(derive('shortestNoticeDays', { cancellations: [] }, true)).toBe(notDue)
  expect(derive('shortestNoticeDays', { cancellations: [cancelled('2026-10-01')] })).toBeUndefined()
  expect(derive('shortestNoticeDays', {}, true)).toBeUndefined()
})

test('a whole list without a batch of the partner has no time of tracing to judge', () => {
  expect(derive('traceTestHours', { traceTests: [{ at: '2026-09-01', hours: 2 }] }, true)).toBe(notDue)
  expect(derive('traceTestHours', {}, true)).toBeUndefined()
})

test.each([
  [undefined, undefined],
  [[{ forecast: 10 }], undefined],
  [[{ forecast: 10, ordered: 0 }], undefined],
  [
    [
      { forecast: 120, ordered: 100 },
      { forecast: 90, ordered: 100 },
    ],
    0.15,
  ],
])('the error of %j is %s', (forecasts, expected) => {
  expect(forecastErrorOf(forecasts)).toBe(expected)
})
