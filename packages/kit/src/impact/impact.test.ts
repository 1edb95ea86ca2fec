import { createAssessor, DocumentError, type Relationship, type RuleSet } from '@joinery/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { association, put, smallWith } from '../../test/versions.ts'
import { casesOf } from '../cases/cases-of.ts'
import { createImpact, impactOf } from './impact-of.ts'
import { createImpactCounter } from './summary.ts'

const asOf = '2026-11-24'
const { before, after } = { before: association.before.ruleSet!, after: association.after.ruleSet! }
const baseline = association.after.base!
const cases = [association.after, baseline].flatMap(({ place, ruleSet }) => casesOf(place, ruleSet!))

/** Records with some of everything that the rules of the association read. */
const relationships = fc.record(
  {
    rmp: fc.record({ owner: fc.constantFrom('Ines', ''), reviewedAt: fc.constantFrom('2026-10-01', '2024-01-01') }),
    payments: fc.record({
      onTimeByUs: fc.double({ min: 0, max: 1, noNaN: true }),
      onTimeByPartner: fc.constantFrom(0.7, 0.85, 1),
    }),
    segment: fc.record({ kind: fc.constantFrom('key', 'simple'), targetLevel: fc.integer({ min: 1, max: 4 }) }),
    answers: fc.dictionary(
      fc.constantFrom(...[before, after].flatMap(({ indicators }) => indicators.map(({ id }) => id))),
      fc.record({ value: fc.constantFrom('yes', 'partly', 'no', 'notSure') }),
      { maxKeys: 40 },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Relationship>

describe('laws', () => {
  test.each([before, after])('the same rule set moves nobody', (ruleSet) => {
    const { of, diff } = createImpact(ruleSet, ruleSet, { asOf })
    expect(diff.changes).toEqual([])
    fc.assert(
      fc.property(relationships, (relationship) => {
        const { isMoved, setAside, headline, principles } = of({ id: 'x', relationship })
        expect({ isMoved, setAside, headline: headline.direction }).toEqual({
          isMoved: false,
          setAside: 0,
          headline: 'same',
        })
        expect(principles.every(({ direction, causes }) => direction === 'same' && causes.length === 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('words move nobody', () => {
    const reworded = smallWith(put('/practice/indicators/0/statement', 'We do this.'), put('/title', 'Other'))
    const { of } = createImpact(smallWith(), reworded, { asOf })
    expect(of({ id: 'x', relationship: { rmp: { owner: 'Ines' } } }).isMoved).toBe(false)
  })

  test('whoever moves is told by what, and the figures are those of the assessor', () => {
    const { of } = createImpact(before, after, { asOf })
    const [left, right] = [createAssessor(before), createAssessor(after)]
    fc.assert(
      fc.property(relationships, (relationship) => {
        const { isMoved, headline, principles } = of({ id: 'x', relationship })
        for (const node of [headline, ...principles])
          expect(node.causes.length > 0, JSON.stringify(node)).toBe(node.direction !== 'same')
        expect(isMoved).toBe([headline, ...principles].some(({ direction }) => direction !== 'same'))
        expect(headline.before?.score).toBe(left.score(relationship, { asOf }).headline.score)
        const { 'assoc.mentor/2': mentor, ...others } = relationship.answers ?? {}
        const answers =
          mentor === undefined || others['assoc.apprentices/2'] ? others : { ...others, 'assoc.apprentices/2': mentor }
        expect(headline.after?.score).toBe(right.score({ ...relationship, answers }, { asOf }).headline.score)
      }),
      { numRuns: 60 },
    )
  })
})

describe('two versions of the rule set of an association', () => {
  const reader = createImpact(before, after, { asOf })
  const moved = (file: string) => {
    const found = cases.find((one) => one.file.endsWith(`${file}.json`))!
    const { principles } = reader.of({ id: file, ...found })
    return principles
      .filter(({ direction }) => direction !== 'same')
      .map(({ id, direction, causes }) => [id, direction, [...new Set(causes.map(({ change }) => change.id))]])
  }

  test.each([
    ['late-payer', [['p07', 'down', ['assoc.prompt-pay/3']]]],
    ['nobody-asked-how-we-rank', [['p01', 'up', ['p01.segment/3']]]],
    ['apprentice-without-a-mentor', [['p06', 'range', ['assoc.mentor/2', 'assoc.apprentices/2']]]],
    [
      'mature-alliance',
      [
        ['p01', 'down', ['p01.segment/3']],
        ['p09', 'up', ['assoc.site-diary/2']],
      ],
    ],
    ['empty-record', []],
  ])('%s moves by the rules that were changed', (file, expected) => {
    expect(moved(file)).toEqual(expected)
  })

  test('a rule that moved a score says what it gave before and after', () => {
    const late = cases.find(({ file }) => file.endsWith('late-payer.json'))!
    const trust = reader.of({ id: 'late', ...late }).principles.find(({ id }) => id === 'p07')!
    expect(trust.causes.map(({ points }) => points)).toEqual([
      { before: 0.5, after: 0.25 },
      { before: 0.5, after: 0.25 },
    ])
    expect(trust).toMatchObject({ before: { score: 2.5, potential: 4 }, after: { score: 2.25, potential: 2.75 } })
  })

  test('where only the whole moves, the weight of a principle did it', () => {
    const drifting = cases.find(({ file }) => file.endsWith('key-supplier-drifting.json'))!
    const { headline } = reader.of({ id: 'drifting', ...drifting })
    expect(headline.causes.map(({ change }) => [change.kind, change.id])).toContainEqual(['reweighted', 'p07'])
  })

  test('an answer follows its renamed indicator, so nothing moves', () => {
    const answers = { 'assoc.mentor/2': { value: 'yes' }, 'assoc.site-diary/2': { value: 'yes' } }
    const { principles, setAside } = reader.of({ id: 'x', relationship: { answers } })
    expect(principles.find(({ id }) => id === 'p06')).toMatchObject({ direction: 'same' })
    expect(setAside).toBe(1)
  })

  test('are compared as a stream, and added up', async () => {
    const counter = createImpactCounter()
    async function* stored() {
      for (const { file, relationship } of cases) yield { id: file, relationship }
    }
    for await (const impact of impactOf(reader, stored())) counter.add(impact)
    const { relationships: all, moved: some, headline, principles, rules } = counter.summary()
    expect({ all, some }).toEqual({ all: 20, some: 19 })
    expect(Object.values(headline).reduce((sum, count) => sum + count)).toBe(all)
    expect(principles.map(({ counts }) => Object.values(counts).reduce((sum, count) => sum + count))).toEqual(
      Array(12).fill(all),
    )
    expect(rules.map(({ change }) => change.id)).toContain('assoc.site-diary/2')
    expect(rules.every(({ relationships: count }, index) => count <= (rules[index - 1]?.relationships ?? all))).toBe(
      true,
    )
  })
})

describe('what acts everywhere', () => {
  const record = { rmp: { owner: 'Ines' }, answers: {} }
  const causes = (of: RuleSet, to: RuleSet) =>
    createImpact(of, to, { asOf }).of({ id: 'x', relationship: record }).headline.causes

  test('is named: a parameter of the method', () => {
    const answered = [0, 1].map((index) => put(`/practice/indicators/${index}/conditions`, undefined))
    const [left, right] = [0.4, 1].map((held) => smallWith(...answered, put('/method/parameters/oneSidedCap', held)))
    expect(causes(left!, right!).map(({ change }) => change.field)).toEqual(['oneSidedCap'])
  })

  test('a scope that a version lacks, and a day that is none, are refused at once', () => {
    expect(() => createImpact(smallWith(), smallWith(put('/scopes/1', undefined)), { asOf, scope: 'quick' })).toThrow(
      DocumentError,
    )
    expect(() => createImpact(before, after, { asOf: 'soon' })).toThrow(DocumentError)
  })
})
