import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import { createAssessor } from '../assessor.ts'
import type { Relationship } from '../schema/relationship.ts'
import { portfolioOf } from './portfolio.ts'
import { segmentCriteria, segmentScoresOf, suggestSegment, type SegmentScores } from './suggest-segment.ts'

const kindRank = { simple: 0, important: 1, key: 2 }

describe('a suggestion', () => {
  test.each<[SegmentScores, string | undefined]>([
    [{ value: 3, dependence: 3, replaceability: 3, growth: 3 }, 'key'],
    [{ value: 3, dependence: 2, replaceability: 2, growth: 2 }, 'key'],
    [{ value: 3, dependence: 1, replaceability: 1, growth: 3 }, 'important'],
    [{ value: 1, dependence: 3, replaceability: 3, growth: 1 }, 'important'],
    [{ value: 2, dependence: 2, replaceability: 2, growth: 2 }, 'simple'],
    [{ value: 1, dependence: 1, replaceability: 1, growth: 1 }, 'simple'],
    [{ value: 3, dependence: 3, growth: 2 }, 'key'],
    [{ value: 3, dependence: 3 }, undefined],
    [{}, undefined],
  ])('for %j is %s, with a reason', (scores, kind) => {
    const suggestion = suggestSegment(scores)
    expect(suggestion.kind).toBe(kind)
    expect(suggestion.because.length).toBeGreaterThan(20)
  })

  test('never falls when a score rises', () => {
    const score = fc.integer({ min: 1, max: 3 })
    const scores = fc.record({ value: score, dependence: score, replaceability: score, growth: score })
    fc.assert(
      fc.property(
        scores,
        fc.constantFrom(...(Object.keys(segmentCriteria) as (keyof typeof segmentCriteria)[])),
        (given, raised) => {
          const higher = { ...given, [raised]: Math.min(3, given[raised] + 1) }
          expect(kindRank[suggestSegment(higher).kind!]).toBeGreaterThanOrEqual(kindRank[suggestSegment(given).kind!])
        },
      ),
    )
  })

  test('reads the criteria of a record by their names', () => {
    const criteria = [
      { name: 'worth to us ', score: 3 },
      { name: 'growth', score: 1 },
      { name: 'Their dog', score: 2 },
    ]
    expect(segmentScoresOf({ segment: { criteria } })).toEqual({ value: 3, growth: 1 })
  })
})

describe('a portfolio', () => {
  const assessor = createAssessor(isoRuleSet())
  const of = (...records: Relationship[]) => portfolioOf(assessor, records, { asOf: '2026-11-20' })
  const partner = (
    partnerName: string,
    kind: 'key' | 'important' | 'simple' | '',
    revenueShare?: number,
  ): Relationship => ({
    rel: { partnerName, ...(revenueShare === undefined ? {} : { revenueShare }) },
    segment: { kind },
  })

  test('chooses key partners first, then important ones by their share, five at most', () => {
    const { chosen, rows } = of(
      partner('Post', 'simple', 0.9),
      partner('Larkfield', 'important', 0.1),
      partner('Quay', 'key', 0.05),
      partner('Oakhurst', 'important', 0.3),
      ...['a', 'b', 'c'].map((name) => partner(name, 'important', 0.01)),
    )
    expect(chosen.map((index) => rows[index]!.partner)).toEqual(['Quay', 'Oakhurst', 'Larkfield', 'a', 'b'])
  })

  test('says how much hangs on how few, of what is known', () => {
    const { revenue, spend } = of(
      partner('A', '', 0.5),
      partner('B', '', 0.2),
      partner('C', '', 0.1),
      partner('D', '', 0.05),
      partner('E', ''),
    )
    expect(revenue).toEqual({ known: 4, largest: 0.5, largestThree: 0.8, index: 0.3025 })
    expect(spend).toEqual({ known: 0, largest: null, largestThree: null, index: null })
  })

  test('suggests a segment from the scores, and the level that the rule set has for it', () => {
    const criteria = ['value', 'dependence', 'replaceability', 'growth'].map((name) => ({ name, score: 3 }))
    const { rows } = of({ org: { headcount: 60 }, segment: { criteria } }, { segment: {} })
    expect(rows.map(({ suggestion: { kind }, suggestedTarget }) => [kind, suggestedTarget])).toEqual([
      ['key', 3],
      [undefined, null],
    ])
  })

  test('gives the figures that an assessment gives', () => {
    const record = partner('A', 'key')
    const { headline, principles } = assessor.score(record, { asOf: '2026-11-20' })
    const [row] = of(record).rows
    expect(row!.headline).toEqual({
      level: headline.level,
      score: headline.score,
      potential: headline.potential,
      target: headline.target,
      coverage: headline.coverage,
    })
    expect(row!.principles.map(({ score }) => score)).toEqual(principles.map(({ score }) => score))
  })
})
