import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import { compareAssessments, type Compared } from '../src/compare/compare-assessments.ts'
import type { Comparison, NodeChange, Split } from '../src/compare/comparison.ts'
import { parseRuleSet } from '../src/rule-set/parse-rule-set.ts'
import type { RuleSet } from '../src/rule-set/rule-set.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import { arbitraryRelationship } from './arbitrary-relationship.ts'
import { isoDocument } from './iso-rule-set.ts'
import { answers, daysAgo, documentOf, indicator, ruleSetOf, today } from './small-rule-set.ts'

// many random cases; a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })

const fresh = {
  fact: 'rmp.versionAt',
  operator: 'withinDays',
  value: 100,
}
const practice = [indicator('plan/1', { conditions: { all: [fresh] } }), indicator('trust/1'), indicator('trust/2')]
const shop = ruleSetOf(practice)
const ten = ruleSetOf([...practice, indicator('trust/2b')], { version: '1.1.0' })

const side = (ruleSet: RuleSet, relationship: Relationship, asOf: string = today): Compared => ({
  assessor: createAssessor(ruleSet),
  relationship,
  options: { asOf },
})
const planned = (values: Readonly<Record<string, string>>): Relationship => ({
  rmp: { versionAt: daysAgo(90) },
  ...answers(values),
})
const nothing = { change: 0, time: 0, rules: 0, you: 0 }

describe('why an assessment came out differently', () => {
  const said = planned({ 'trust/1': 'yes', 'trust/2': 'yes' })
  const better = planned({ 'trust/1': 'yes', 'trust/2': 'yes', 'trust/2b': 'yes' })
  const cases = [
    { why: 'nothing did', from: side(shop, said), to: side(shop, said), moves: [], score: nothing },
    {
      why: 'time passed: the plan is too old by now',
      from: side(shop, said, daysAgo(10)),
      to: side(shop, said, daysAgo(-30)),
      moves: ['time plan/1 met unmet'],
      score: { change: -0.5, time: -0.5, rules: 0, you: 0 },
    },
    {
      why: 'the rules changed: they ask one thing more',
      from: side(shop, said),
      to: side(ten, said),
      moves: ['rules trust/2b null unknown'],
      score: { change: -0.25, time: 0, rules: -0.25, you: 0 },
    },
    {
      why: 'you changed: one more answer',
      from: side(ten, said),
      to: side(ten, better),
      moves: ['you trust/2b unknown met'],
      score: { change: 0.25, time: 0, rules: 0, you: 0.25 },
    },
    {
      why: 'all three at once',
      from: side(shop, said, daysAgo(10)),
      to: side(ten, better, daysAgo(-30)),
      moves: ['time plan/1 met unmet', 'rules trust/2b null unknown', 'you trust/2b unknown met'],
      score: { change: -0.5, time: -0.5, rules: -0.25, you: 0.25 },
    },
  ]

  test.each(cases)('$why', ({ from, to, moves, score }) => {
    const comparison = compareAssessments(from, to)
    expect(movesOf(comparison)).toEqual(moves)
    expect(comparison.headline.score).toEqual(score)
    expect(comparison.differs).toEqual({
      time: score.time !== 0,
      rules: score.rules !== 0,
      you: score.you !== 0,
    })
  })

  test('an indicator with a new name is the same indicator', () => {
    const renamed = ruleSetOf([indicator('trust/1', { formerly: ['care/1'] })], { version: '2.0.0' })
    const earlier = ruleSetOf([indicator('care/1')])
    const yes = answers({ 'care/1': 'yes' })
    const { moved } = compareAssessments(side(earlier, yes), side(renamed, answers({ 'trust/1': 'yes' })))
    expect(moved.map(({ cause, formerly, indicator: id, from, to }) => [cause, formerly, id, from, to])).toEqual([
      ['rules', 'care/1', 'trust/1', 'met', 'unknown'],
      ['you', null, 'trust/1', 'unknown', 'met'],
    ])
  })

  test('an indicator that was taken away has moved to nowhere', () => {
    const less = ruleSetOf(practice.slice(0, 2), { version: '2.0.0' })
    expect(movesOf(compareAssessments(side(shop, said), side(less, said)))).toEqual(['rules trust/2 met null'])
  })

  test('a confirmation that somebody saw counts as something you did', () => {
    const evidence = [{ factPath: 'rmp', confirmedByPartnerAt: today }]
    const levels = [1, 2, 3].map((level) =>
      indicator(`plan/${level}`, level === 1 ? { conditions: { all: [fresh] } } : {}),
    )
    const record = { ...planned({ 'plan/2': 'yes', 'plan/3': 'yes' }), evidence }
    const seen = side(ruleSetOf(levels), record)
    const unseen = { ...seen, options: { asOf: today, isWitnessed: () => false } }
    const comparison = compareAssessments(unseen, seen)
    expect(comparison.differs).toEqual({ time: false, rules: false, you: true })
    expect(comparison.headline.score).toEqual({ change: 1, time: 0, rules: 0, you: 1 })
  })

  test('a principle that is no longer asked for has no score, and its points have gone', () => {
    const two = documentOf(practice, { principles: { plans: ['plan'], faith: ['trust'] } })
    const one = documentOf(practice.slice(0, 1), { principles: { plans: ['plan'] }, version: '2.0.0' })
    const comparison = compareAssessments(side(parseRuleSet(two), said), side(parseRuleSet(one), said))
    const gone = comparison.principles.find(({ id }) => id === 'faith')!
    expect(gone).toMatchObject({ from: { score: 2 }, to: { score: null }, score: null })
    expect(comparison.headline.contributions.find(({ of }) => of === 'faith')!.rules).toBe(-1)
  })

  const strangers = [
    { what: 'two rule sets', to: side(ruleSetOf(practice, { id: 'other' }), said), path: '/ruleSet' },
    { what: 'two scopes', to: { ...side(shop, said), options: { asOf: today, scope: 'quick' } }, path: '/scope' },
  ]
  test.each(strangers)('$what are not compared', ({ to, path }) => {
    expect(() => compareAssessments(side(shop, said), to)).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ code: 'conflict', path })] }),
    )
  })
})

describe('for any two assessments by two versions of the baseline', () => {
  const document = isoDocument() as { version: string; practice: { indicators: { weight?: number }[] } }
  const heavier = document.practice.indicators.map((entry, index) =>
    index % 5 === 0 ? { ...entry, weight: 2 } : entry,
  )
  const iso = parseRuleSet(document)
  const next = parseRuleSet({
    ...document,
    version: '99.0.0',
    lenses: [],
    scopes: [],
    practice: { indicators: heavier.toSpliced(7, 1) },
  })
  const assessors = [createAssessor(iso), createAssessor(next)]
  const someSide = fc.record({
    assessor: fc.constantFrom(...assessors),
    relationship: arbitraryRelationship(iso.indicators.map(({ id }) => id)),
    options: fc.record({ asOf: fc.constantFrom('2026-05-04', today) }),
  })

  test('the causes add up to the change, and the contributions to the causes, exactly', () => {
    fc.assert(
      fc.property(someSide, someSide, (from, to) => {
        const { headline, principles } = compareAssessments(from, to)
        for (const node of [headline, ...principles]) expectExact(node)
      }),
      { numRuns: 60 },
    )
  })

  test('both ends are the results of both sides', () => {
    fc.assert(
      fc.property(someSide, someSide, (from, to) => {
        const { headline, from: earlier, to: later } = compareAssessments(from, to)
        const ends = [from, to].map(({ assessor, relationship, options }) => assessor.assess(relationship, options))
        expect([earlier, later]).toEqual(ends.map(({ provenance }) => provenance))
        expect([headline.from.score, headline.to.score]).toEqual(ends.map((end) => end.headline.score))
      }),
      { numRuns: 30 },
    )
  })
})

const units = (points: number) => Math.round(points * 1e4)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function expectExact({ from, to, score, contributions }: NodeChange): void {
  if (score === null) return
  expect(units(score.change)).toBe(units(to.score!) - units(from.score!))
  expect(units(score.time) + units(score.rules) + units(score.you)).toBe(units(score.change))
  for (const part of ['change', 'time', 'rules', 'you'] as const satisfies readonly (keyof Split)[])
    expect(sum(contributions.map((made) => units(made[part])))).toBe(units(score[part]))
}

function movesOf({ moved }: Comparison): string[] {
  return moved.map(({ cause, indicator: id, from, to }) => `${cause} ${id} ${from} ${to}`)
}
