import { createAssessor, type Relationship } from '@joinery/core'
import { expect, test } from 'vitest'
import { harbour } from '../../test/records.ts'
import { baseline } from '../../test/rule-sets.ts'
import { compactScores, scoresText } from './figures.ts'

const assessor = createAssessor(baseline())

test.each<[who: string, record: Relationship]>([
  ['whoever has said nothing', {}],
  ['a firm in its first weeks', { org: { headcount: 7 }, rel: { kind: 'customer', revenueShare: 0.4 } }],
  ['a firm that has gone through it all', harbour],
  ['a firm of one', { org: { headcount: 1 }, rel: { kind: 'supplier' }, answers: { 'p10.own/2': { value: 'yes' } } }],
])('the figures of %s are written as JSON would write them', (_, record) => {
  const scored = assessor.score(record, { asOf: '2026-11-24' })
  expect(scoresText(scored)).toBe(JSON.stringify(compactScores(scored)))
})
