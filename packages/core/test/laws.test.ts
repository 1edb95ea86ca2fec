import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import type { RuleSet } from '../src/rule-set/rule-set.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import type { Contribution, Result } from '../src/schema/result.ts'
import { arbitraryRelationship, arbitraryAnswers, asOf, fullConfirmation } from './arbitrary-relationship.ts'
import { arbitraryRuleSet } from './arbitrary-rule-set.ts'
import { isoRuleSet } from './iso-rule-set.ts'

// many random cases; a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })

const iso = isoRuleSet()
const runs = { iso: { numRuns: 150 }, random: { numRuns: 300 } }

interface Case {
  readonly ruleSet: RuleSet
  readonly record: Relationship
}

const idsOf = (ruleSet: RuleSet) => ruleSet.indicators.map(({ id }) => id)
const isoCase: fc.Arbitrary<Case> = arbitraryRelationship(idsOf(iso)).map((record) => ({ ruleSet: iso, record }))
const randomCase: fc.Arbitrary<Case> = arbitraryRuleSet.chain((ruleSet) =>
  arbitraryRelationship(idsOf(ruleSet)).map((record) => ({ ruleSet, record })),
)

const worlds = [
  { name: 'the baseline', cases: isoCase, parameters: runs.iso },
  { name: 'random rule sets', cases: randomCase, parameters: runs.random },
] as const

const assess = ({ ruleSet, record }: Case): Result => createAssessor(ruleSet).assess(record, { asOf })

/** Every score and potential of a result, by name. */
function figures(result: Result): Map<string, { score: number; potential: number }> {
  const nodes = [...result.clauses, ...result.principles, { id: 'headline', ...result.headline }]
  return new Map(
    nodes.flatMap(({ id, score, potential }) =>
      score === null || potential === null ? [] : [[id, { score, potential }] as const],
    ),
  )
}

/** Nothing in `less` may stand higher, or promise less, than in `more`. */
function expectNoGain(more: Result, less: Result): void {
  const before = figures(more)
  for (const [id, { score, potential }] of figures(less)) {
    const known = before.get(id)
    if (known === undefined) continue
    expect(score, `${id} rises`).toBeLessThanOrEqual(known.score)
    expect(potential, `${id} promises less`).toBeGreaterThanOrEqual(known.potential)
  }
}

describe.each(worlds)('with $name', ({ cases, parameters }) => {
  test('taking away any top-level entity of a record never raises a score and never lowers a potential', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ ruleSet, record }, choice) => {
        const { answers: _answers, ...recorded } = record
        const keys = Object.keys(recorded)
        const key = keys[choice % keys.length]
        // by its formula a change of the partner counts as unchecked while no check of the fit is recorded
        fc.pre(key !== 'values' || recorded.rel?.partnerChangeAt === undefined)
        const { [key as 'risks']: _taken, ...left } = recorded
        expectNoGain(assess({ ruleSet, record: recorded }), assess({ ruleSet, record: left }))
      }),
      parameters,
    )
  })

  test('taking away a mark of completeness never raises a score and never lowers a potential', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ ruleSet, record }, choice) => {
        const { answers: _answers, ...recorded } = record
        const marks = Object.entries(recorded.complete ?? {})
        const left = Object.fromEntries(marks.filter((_mark, index) => index !== choice % (marks.length || 1)))
        expectNoGain(
          assess({ ruleSet, record: recorded }),
          assess({ ruleSet, record: { ...recorded, complete: left } }),
        )
      }),
      parameters,
    )
  })

  test('taking away a declared answer never raises a score and never lowers a potential', () => {
    const declared = cases.chain(({ ruleSet, record }) =>
      arbitraryAnswers(idsOf(ruleSet)).map((answers) => ({
        ruleSet,
        record: { answers, evidence: record.evidence } as Relationship,
      })),
    )
    fc.assert(
      fc.property(declared, fc.nat(), ({ ruleSet, record }, choice) => {
        const answers = Object.entries(record.answers ?? {})
        const before = assess({ ruleSet, record })
        // past the limit of "does not apply", taking one away lets another one in; and a clause that was left out as a whole
        // comes back with the levels that are still left out
        fc.pre(before.notices.every(({ code }) => code !== 'not-applicable-refused'))
        fc.pre(before.clauses.every(({ score }) => score !== null))
        const left = Object.fromEntries(answers.filter((_answer, index) => index !== choice % (answers.length || 1)))
        expectNoGain(before, assess({ ruleSet, record: { ...record, answers: left } }))
      }),
      parameters,
    )
  })

  test('improving one declared answer never lowers a score', () => {
    fc.assert(
      fc.property(
        cases,
        fc.nat(),
        fc.constantFrom(['no', 'partly'], ['partly', 'yes'], ['no', 'yes']),
        ({ ruleSet, record }, choice, [worse, better]) => {
          const id = idsOf(ruleSet)[choice % ruleSet.indicators.length]!
          const answered = (value: string) => ({
            ruleSet,
            record: { ...record, answers: { ...record.answers, [id]: { value } } },
          })
          const [before, after] = [figures(assess(answered(worse!))), figures(assess(answered(better!)))]
          for (const [node, { score }] of before) expect(after.get(node)!.score, node).toBeGreaterThanOrEqual(score)
        },
      ),
      parameters,
    )
  })

  test('a score never exceeds its potential, and equals it where everything is known and confirmed', () => {
    fc.assert(
      fc.property(cases, ({ ruleSet, record }) => {
        const result = assess({ ruleSet, record })
        for (const [id, { score, potential }] of figures(result)) expect(score, id).toBeLessThanOrEqual(potential)
        const known = assess({
          ruleSet,
          record: { ...record, evidence: confirmed(ruleSet), answers: everyAnswer(ruleSet, 'partly') },
        })
        const covered = known.clauses.filter(({ coverage, applies }) => coverage === 1 && applies === 'yes')
        for (const { id, score, potential } of covered) expect(score, id).toBe(potential)
      }),
      parameters,
    )
  })

  test('contributions add up to the score of every node', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = assess(given)
        for (const { id, score, contributions } of [
          ...result.clauses,
          ...result.principles,
          { id: 'headline', ...result.headline },
        ])
          expect(tenThousandths(contributions), id).toBe(Math.round((score ?? 0) * 1e4))
      }),
      parameters,
    )
  })

  test('each next step gives the scores it promises', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = assess(given)
        for (const { gain, scores } of result.nextSteps) {
          expect(gain).toBeGreaterThan(0)
          expect(Math.abs(scores.headline - (result.headline.score ?? 0) - gain)).toBeLessThan(0.00011)
        }
      }),
      { numRuns: 40 },
    )
  })
})

const tenThousandths = (contributions: readonly Contribution[]) =>
  contributions.reduce((sum, { points }) => sum + Math.round(points * 1e4), 0)
const everyAnswer = (ruleSet: RuleSet, value: string) => Object.fromEntries(idsOf(ruleSet).map((id) => [id, { value }]))
const confirmed = (ruleSet: RuleSet) => [
  ...fullConfirmation,
  ...idsOf(ruleSet).map((id) => ({ factPath: `answers.${id}`, confirmedByPartnerAt: '2026-11-01' })),
]
