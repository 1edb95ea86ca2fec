import { describe, expect, test } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import { parseRelationship } from '../src/parse-relationship.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import { perfectAlliance } from './fixtures.ts'
import { isoRuleSet } from './iso-rule-set.ts'
import { deepFreeze, today } from './small-rule-set.ts'

const assessor = createAssessor(isoRuleSet())
const assess = (record: Relationship) => assessor.assess(record, { asOf: today })
const rangeOf = (record: Relationship) => {
  const { score, potential } = assess(record).headline
  return [score, potential]
}

const withoutConfirmation = (record: Relationship): Relationship => ({
  ...record,
  evidence: (record.evidence ?? []).map(({ confirmedByPartnerAt: _at, providedBy: _by, ...entry }) => entry),
})

const answered = (levels: readonly number[]): Relationship => ({
  answers: Object.fromEntries(
    assessor.ruleSet.indicators.map(({ id, level }) => [id, { value: levels.includes(level!) ? 'yes' : 'no' }]),
  ),
  evidence: perfectAlliance().evidence,
})

describe('the ends of the scale', () => {
  test('a perfect record scores 4 to 4, at level 4, with nothing left to do', () => {
    const result = assess(parseRelationship(perfectAlliance(), assessor.ruleSet))
    expect(result.headline).toMatchObject({
      score: 4,
      potential: 4,
      level: 4,
      levelName: 'Proven',
      coverage: 1,
      confidence: 1,
      percentToTarget: 1,
      heldBackBy: [],
    })
    expect([result.nextSteps, result.errors, result.notices]).toEqual([[], [], []])
    expect(result.clauses.every(({ score, level }) => score === 4 && level === 4)).toBe(true)
  })

  test('without the word of the partner the same record scores 2 to 4', () => {
    const result = assess(withoutConfirmation(perfectAlliance()))
    expect(result.headline).toMatchObject({ score: 2, potential: 4, level: 2 })
    expect(result.confirmation).toBe('none')
    expect(result.clauses.flatMap(({ heldBackBy }) => heldBackBy.map(({ by }) => by))).toEqual(
      Array.from({ length: 36 }, () => 'one-sided'),
    )
  })

  test('levels 3 and 4 without level 1 score below 1', () => {
    const [score] = rangeOf(answered([3, 4]))
    expect(score).toBeLessThan(1)
    expect(rangeOf(answered([2, 3, 4]))[0]).toBeLessThan(1)
  })

  test('an empty record scores 0 to 4, and nothing is known', () => {
    const { headline } = assess({})
    expect(headline).toMatchObject({ score: 0, potential: 4, coverage: 0, level: null, levelName: null, target: null })
    expect(headline.heldBackBy.map(({ by }) => by)).toEqual(['little-known'])
  })

  test('answers of yes alone are worth as much as records, less sure of themselves', () => {
    const result = assess(answered([1, 2, 3, 4]))
    expect(result.headline).toMatchObject({ score: 4, potential: 4, coverage: 1 })
  })
})

describe('assessing', () => {
  test('changes nothing: a frozen record gives the same bytes', () => {
    const frozen = deepFreeze(parseRelationship(deepFreeze(perfectAlliance()), assessor.ruleSet))
    const result = JSON.stringify(assess(frozen))
    expect(JSON.stringify(assess(perfectAlliance()))).toBe(result)
    expect(assessor.paths(frozen, { asOf: today })).toEqual([])
  })

  test.each([
    { asOf: '2026-02-30', path: '/asOf', words: 'is not a calendar day' },
    { asOf: 'today', path: '/asOf', words: 'YYYY-MM-DD' },
    { asOf: today, scope: 'startr', path: '/scope', words: 'known scopes: full, starter' },
  ])('as of $asOf in the scope $scope is refused', ({ path, words, ...options }) => {
    expect(() => assessor.assess({}, options)).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ path, message: expect.stringContaining(words) as string })],
      }) as Error,
    )
  })

  test('takes absent, null and empty text for the same: not given', () => {
    const empty = { rmp: { owner: '', createdAt: '' }, rel: { stage: '' }, segment: { kind: '' } }
    const absent = { rmp: {}, rel: {}, segment: {} }
    const blank = { rmp: { owner: null, createdAt: null }, rel: { stage: null }, segment: { kind: null } }
    const figures = (record: unknown) => {
      const { clauses, headline } = assess(record as Relationship)
      return { clauses, headline }
    }
    expect(figures(empty)).toEqual(figures(absent))
    expect(figures(blank)).toEqual(figures(absent))
  })
})
