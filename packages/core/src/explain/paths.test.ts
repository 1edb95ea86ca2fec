import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { afterSteps, arbitraryAnswered, type Answered } from '../../test/arbitrary-answered.ts'
import { perfectAlliance } from '../../test/fixtures.ts'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import { processorTime } from '../../test/processor-time.ts'
import { fourLevels, indicator, ruleSetOf, today } from '../../test/small-rule-set.ts'
import { hundredths, levelsOf, worth } from '../../test/worked-example.ts'
import { createAssessor } from '../assessor.ts'
import type { Path } from '../schema/result.ts'

// many random cases; a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })

const methods = ['gated-v1', 'weighted-mean-v1', 'weakest-link-v1']

/** The level of a node, as somebody would find it who really took the steps. */
function levelAfter(given: Answered, to: string, steps: readonly string[]): number {
  const { headline, principles, clauses } = given.assessor.score(afterSteps(given, steps), { asOf: today })
  if (to === 'headline') return headline.level!
  return [...principles, ...clauses].find(({ id }) => id === to)!.level!
}

/** Everything that can be done, and what it takes. */
function choicesOf({ assessor, record }: Answered): { step: string; effort: number }[] {
  const open = assessor.ruleSet.indicators.filter(({ id }) => record.answers![id]!.value !== 'yes')
  const clauses = assessor.ruleSet.principles.flatMap((principle) => principle.clauses)
  return [
    ...open.map(({ id, document }) => ({ step: id, effort: document.effort! })),
    ...clauses.map(({ id }) => ({ step: `confirm:${id}`, effort: 30 })),
  ]
}

/** The least effort that lifts a node to a level, found by trying every set of steps. */
function leastEffort(given: Answered, { to, level }: Path): number {
  const choices = choicesOf(given)
  let least = Number.POSITIVE_INFINITY
  for (let set = 0; set < 2 ** choices.length; set++) {
    const taken = choices.filter((_choice, index) => (set >> index) % 2 === 1)
    const effort = taken.reduce((sum, choice) => sum + choice.effort, 0)
    if (effort >= least) continue
    const steps = taken.map(({ step }) => step)
    if (levelAfter(given, to, steps) >= level) least = effort
  }
  return least
}

describe('the cheapest way to the next level', () => {
  test('leads there when its steps are really taken, and costs what it says', () => {
    let ways = 0
    fc.assert(
      fc.property(arbitraryAnswered({ levels: 4, mostOnOneLevel: 2, methods }), (given) => {
        const effortOf = new Map(choicesOf(given).map(({ step, effort }) => [step, effort]))
        for (const path of given.assessor.paths(given.record, { asOf: today })) {
          expect(levelAfter(given, path.to, path.steps), path.to).toBeGreaterThanOrEqual(path.level)
          expect(path.steps.reduce((sum, step) => sum + effortOf.get(step)!, 0)).toBe(path.effort)
          ways++
        }
      }),
      { numRuns: 150, verbose: 0 },
    )
    expect(ways).toBeGreaterThan(150)
  })

  test('is no dearer than the best of all sets of steps', () => {
    fc.assert(
      fc.property(arbitraryAnswered({ levels: 2, mostOnOneLevel: 2, methods }), (given) => {
        for (const path of given.assessor.paths(given.record, { asOf: today }))
          expect(path.effort, `${path.to} to ${path.level}`).toBe(leastEffort(given, path))
      }),
      { numRuns: 60, verbose: 0 },
    )
  })

  test('is named for every node that is not at the top, and for no other', () => {
    fc.assert(
      fc.property(arbitraryAnswered({ levels: 3, mostOnOneLevel: 1, methods: ['gated-v1'] }), (given) => {
        const tos = given.assessor.paths(given.record, { asOf: today }).map(({ to }) => to)
        const { clauses } = given.assessor.score(given.record, { asOf: today })
        const tops = new Map(given.assessor.ruleSet.indicators.map(({ clause, level }) => [clause, level!]))
        const open = clauses.filter(({ id, level }) => level! < tops.get(id)!).map(({ id }) => id)
        expect(tos.filter((to) => tops.has(to))).toEqual(open)
      }),
      { numRuns: 60, verbose: 0 },
    )
  })

  const pathsFor = (worths: number[], isConfirmed: boolean) =>
    createAssessor(ruleSetOf(fourLevels, { answers: hundredths })).paths(worth(levelsOf('care', worths), isConfirmed), {
      asOf: today,
    })
  test.each<[what: string, worths: number[], isConfirmed: boolean, steps: string[][]]>([
    ['one level up', [100, 0, 0, 0], true, [['care/2']]],
    ['the level below first', [0, 100, 0, 0], true, [['care/1']]],
    ['the word of the partner alone', [100, 100, 100, 0], false, [['confirm:care']]],
    ['a level and the word of the partner', [100, 100, 0, 0], false, [['care/3', 'confirm:care']]],
    ['nothing at the top', [100, 100, 100, 100], true, []],
  ])('takes %s', (...[, worths, isConfirmed, steps]) => {
    const [headline, principle, clause] = pathsFor(worths, isConfirmed)
    expect([headline, principle, clause].flatMap((path) => (path === undefined ? [] : [path.steps]))).toEqual(
      steps.flatMap((each) => [each, each, each]),
    )
  })

  test('goes by effort, not by order', () => {
    const ruleSet = ruleSetOf([
      { ...indicator('care/1', { effort: 960 }) },
      { ...indicator('trust/1', { effort: 30 }) },
      { ...indicator('trust/2', { effort: 30 }) },
    ])
    const [headline] = createAssessor(ruleSet).paths({}, { asOf: today })
    expect(headline).toEqual({ to: 'headline', level: 1, effort: 60, steps: ['trust/1', 'trust/2'] })
  })

  test('is found at once for the whole baseline', () => {
    const assessor = createAssessor(isoRuleSet())
    const { evidence: _evidence, ...unconfirmed } = perfectAlliance()
    for (const record of [{}, unconfirmed]) {
      const work = (): void => expect(assessor.paths(record, { asOf: today })[0]?.to).toBe('headline')
      expect(processorTime(work)).toBeLessThan(2_000)
    }
  })
})
