import { join } from 'node:path'
import { createAssessor, parseRuleSet, type AssessOptions, type Relationship, type RuleSet } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { compareEvaluators, crossCheck } from './cross-check.ts'
import { randomCase } from './random-relationship.ts'
import { vocabularyOf } from './vocabulary.ts'

const rules = (name: string) => join(import.meta.dirname, '../../../../rules', name)
const names = ['iso-44003', 'example-association', 'supplier-scorecard']

// hundreds of cases, on a machine that may be busy
test.each(names)('both evaluators agree on %s', { timeout: 120_000 }, async (name) => {
  const { compared, differences, faults } = await crossCheck(rules(name), { seed: 1, random: 60 })
  expect({ differences, faults, random: compared.random }).toEqual({ differences: [], faults: [], random: 60 })
  expect(compared.cases).toBeGreaterThan(2)
})

test('the same seed gives the same relationships, another seed others', () => {
  const { ruleSet } = loadRuleSet(rules('iso-44003'))
  const made = (seed: number) => JSON.stringify(randomCase(ruleSet!, vocabularyOf(ruleSet!), seed))
  expect(made(7)).toBe(made(7))
  expect(new Set(Array.from({ length: 50 }, (_nothing, seed) => made(seed))).size).toBe(50)
})

test.each(names)('random relationships bring most indicators of %s to more than one outcome', (name) => {
  const { ruleSet } = loadRuleSet(rules(name))
  const vocabulary = vocabularyOf(ruleSet!)
  const { verdicts } = createAssessor(ruleSet!)
  const seen = ruleSet!.indicators.map(() => new Set<string>())
  for (let seed = 0; seed < 300; seed++) {
    const { relationship, asOf } = randomCase(ruleSet!, vocabulary, seed)
    for (const [index, outcome] of verdicts(relationship, { asOf }).entries()) seen[index]!.add(outcome)
  }
  const sides = seen.map((outcomes) => ['met', 'unmet', 'partly'].filter((outcome) => outcomes.has(outcome)).length)
  expect(sides.filter((count) => count > 1).length / sides.length).toBeGreaterThan(0.9)
})

type Document = RuleSet['document']

/** An evaluator that reads the rules wrongly, and otherwise says who it is. */
function misreading(change: (text: string) => string) {
  return (ruleSet: RuleSet) => {
    const text = change(JSON.stringify(ruleSet.document))
    expect(text).not.toBe(JSON.stringify(ruleSet.document))
    const { assess } = createAssessor(parseRuleSet(JSON.parse(text) as Document))
    return (relationship: Relationship, options: AssessOptions) => {
      const result = assess(relationship, options)
      return { ...result, provenance: { ...result.provenance, hash: ruleSet.hash } }
    }
  }
}

describe('an evaluator that differs is noticed', () => {
  const misreadings: readonly (readonly [string, (text: string) => string])[] = [
    ['takes "at least" for "more than"', (text) => text.replaceAll('greaterThanInclusive', 'greaterThan')],
    [
      'is a day late',
      (text) =>
        text.replaceAll(/"withinDays","value":(\d+)/g, (_all, days) => `"withinDays","value":${Number(days) + 1}`),
    ],
    [
      'asks for one more, once',
      (text) => text.replace('"greaterThanInclusive","value":1', '"greaterThanInclusive","value":2'),
    ],
    ['takes "all" for "any"', (text) => text.replaceAll('"conditions":{"all"', '"conditions":{"any"')],
  ]
  // by chance alone, and soon
  test.each(misreadings)('that %s', async (_name, change) => {
    const { ruleSet } = loadRuleSet(rules('iso-44003'))
    const options = { seed: 1, random: 12, subject: misreading(change) }
    const { differences, compared } = await compareEvaluators(ruleSet!, [], options)
    expect(compared).toEqual({ cases: 0, random: 12 })
    expect(differences.length).toBeGreaterThan(0)
  })

  test('with the case or the seed, the place and both values', async () => {
    const subject = (ruleSet: RuleSet) => {
      const { assess } = createAssessor(ruleSet)
      return (relationship: Relationship, options: AssessOptions) => {
        const result = assess(relationship, options)
        return { ...result, headline: { ...result.headline, coverage: 2 } }
      }
    }
    const { differences, compared } = await crossCheck(rules('supplier-scorecard'), { seed: 40, random: 2, subject })
    expect(differences.length).toBe(compared.cases + 2)
    expect(differences[0]).toMatchObject({
      of: { file: expect.stringContaining('.json') },
      path: '/headline/coverage',
      left: 2,
    })
    expect(differences.slice(-2).map(({ of }) => of)).toEqual([{ seed: 40 }, { seed: 41 }])
  })

  test('that throws', async () => {
    const subject = () => () => {
      throw new RangeError('too deep')
    }
    const { differences } = await crossCheck(rules('supplier-scorecard'), { seed: 1, random: 1, subject })
    expect(differences.at(-1)).toMatchObject({ path: '/thrown', left: 'RangeError: too deep' })
  })
})

test('a rule set that cannot be used is not compared', async () => {
  const { ruleSet, faults, compared } = await crossCheck('no-such-rules', { seed: 1 })
  expect({ ruleSet, faults: faults.length, compared }).toEqual({
    ruleSet: undefined,
    faults: 1,
    compared: { cases: 0, random: 0 },
  })
})
