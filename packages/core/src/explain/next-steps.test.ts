import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterSteps, arbitraryAnswered } from '../../test/arbitrary-answered.ts'
import { fourLevels, indicator, ruleSetOf, today } from '../../test/small-rule-set.ts'
import { assessBy, levelsOf, worth } from '../../test/worked-example.ts'
import { createAssessor } from '../assessor.ts'

const methods = ['gated-v1', 'weighted-mean-v1', 'weakest-link-v1']

describe('a next step', () => {
  test('gives, when it is really taken, the scores that it promises', () => {
    let taken = 0
    fc.assert(
      fc.property(arbitraryAnswered({ levels: 4, mostOnOneLevel: 2, methods }), (given) => {
        const before = given.assessor.assess(given.record, { asOf: today })
        for (const step of before.nextSteps) {
          const confirm = `confirm:${step.clause}`
          const { level } = given.assessor.ruleSet.indicators.find(({ id }) => id === step.indicator) ?? {}
          const cap = given.assessor.ruleSet.method.parameters['oneSidedCap'] ?? 0
          // what needs the partner is counted with the word of the partner
          const needsPartner = step.indicator === null || (cap > 0 && level! > cap)
          const steps = [...(step.indicator === null ? [] : [step.indicator]), ...(needsPartner ? [confirm] : [])]
          const after = given.assessor.assess(afterSteps(given, steps), { asOf: today })
          expect({
            clause: after.clauses.find(({ id }) => id === step.clause)!.score,
            headline: after.headline.score,
          }).toEqual({ clause: step.scores.clause, headline: step.scores.headline })
          expect(after.principles.map(({ score }) => score)).toContain(step.scores.principle)
          expect(after.headline.score! - before.headline.score!).toBeCloseTo(step.gain, 3)
          taken++
        }
      }),
      { numRuns: 200, verbose: 0 },
    )
    expect(taken).toBeGreaterThan(200)
  })

  test('comes first where it gains most for its effort; what gains nothing is no step', () => {
    fc.assert(
      fc.property(arbitraryAnswered({ levels: 3, mostOnOneLevel: 2, methods }), ({ assessor, record }) => {
        const { nextSteps } = assessor.assess(record, { asOf: today })
        const rates = nextSteps.map(({ gain, effort }) => gain / effort)
        for (const [index, rate] of rates.entries())
          expect(rate).toBeLessThanOrEqual((rates[index - 1] ?? Infinity) + 1e-6)
        expect(nextSteps.every(({ gain }) => gain > 0)).toBe(true)
      }),
      { numRuns: 100, verbose: 0 },
    )
  })

  const stepsFor = (worths: number[], isConfirmed: boolean) =>
    assessBy(fourLevels, worth(levelsOf('care', worths), isConfirmed)).nextSteps.map((step) => [
      step.do,
      step.indicator,
      step.effort,
      step.scores.clause,
    ])
  test.each<[what: string, worths: number[], isConfirmed: boolean, steps: unknown[]]>([
    ['the first level that is not held', [100, 50, 0, 0], true, [['reach', 'care/2', 240, 2]]],
    ['no level above it', [0, 100, 0, 100], true, [['reach', 'care/1', 240, 2]]],
    ['a confirmation, where only that is missing', [100, 100, 100, 100], false, [['confirm', null, 30, 4]]],
    [
      'a confirmation before a level that takes two',
      [100, 100, 50, 0],
      false,
      [
        ['confirm', null, 30, 2.5],
        ['reach', 'care/3', 270, 3],
      ],
    ],
    ['nothing where all is done', [100, 100, 100, 100], true, []],
  ])('is %s', (...[, worths, isConfirmed, steps]) => {
    expect(stepsFor(worths, isConfirmed)).toEqual(steps)
  })

  test('waits for what it requires', () => {
    const ruleSet = ruleSetOf([indicator('care/1'), indicator('trust/1', { requires: ['care/1'] })])
    const steps = (answers: Record<string, { value: string }>) =>
      createAssessor(ruleSet)
        .assess({ answers }, { asOf: today })
        .nextSteps.map((step) => step.indicator)
    expect(steps({ 'care/1': { value: 'no' }, 'trust/1': { value: 'no' } })).toEqual(['care/1'])
    expect(steps({ 'care/1': { value: 'yes' }, 'trust/1': { value: 'no' } })).toEqual(['trust/1'])
  })

  test('says what to do in the words of the rule set', () => {
    const ruleSet = ruleSetOf([indicator('care/1', { next: 'Write it down.', effort: 30 }), indicator('care/2')])
    const [step] = createAssessor(ruleSet).assess({}, { asOf: today }).nextSteps
    expect(step).toMatchObject({ do: 'reach', indicator: 'care/1', text: 'Write it down.', effort: 30, gain: 1 })
  })
})

describe('what holds a clause back', () => {
  test.each<[what: string, worths: number[], held: [by: string, id: string | null, reason: string][]]>([
    ['is what is short on the next level', [100, 50, 0, 0], [['indicator', 'care/2', 'The shop has reached care/2.']]],
    ['is nothing on a full clause', [100, 100, 100, 100], []],
  ])('%s', (_what, worths, held) => {
    const { heldBackBy } = assessBy(fourLevels, worth(levelsOf('care', worths))).clauses[0]!
    expect(heldBackBy.map(({ by, id, reason }) => [by, id, reason])).toEqual(held)
  })

  test('is said in the words for what is not met', () => {
    const { heldBackBy } = assessBy([indicator('care/1', { unmet: 'Nobody cares yet.' })], worth({ 'care/1': 0 }))
      .clauses[0]!
    expect(heldBackBy).toEqual([{ by: 'indicator', id: 'care/1', reason: 'Nobody cares yet.' }])
  })
})
