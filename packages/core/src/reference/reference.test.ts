import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { arbitraryRelationship, asOf } from '../../test/arbitrary-relationship.ts'
import { arbitraryRuleSet } from '../../test/arbitrary-rule-set.ts'
import { perfectAlliance } from '../../test/fixtures.ts'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import { indicator, ruleSetOf, today, type Json } from '../../test/small-rule-set.ts'
import { createAssessor } from '../assessor.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Relationship } from '../schema/relationship.ts'
import { createReferenceAssessor } from './index.ts'

// many random cases; a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })

const iso = isoRuleSet()
const idsOf = (ruleSet: RuleSet) => ruleSet.indicators.map(({ id }) => id)

async function expectSameBytes(ruleSet: RuleSet, record: Relationship): Promise<void> {
  const compiled = createAssessor(ruleSet).assess(record, { asOf })
  const reference = await createReferenceAssessor(ruleSet).assess(record, { asOf })
  expect(JSON.stringify(reference)).toBe(JSON.stringify(compiled))
}

describe('json-rules-engine finds the same, byte for byte', () => {
  test('with random rule sets on random records', async () => {
    const cases = arbitraryRuleSet.chain((ruleSet) =>
      fc.tuple(fc.constant(ruleSet), arbitraryRelationship(idsOf(ruleSet))),
    )
    await fc.assert(
      fc.asyncProperty(cases, ([ruleSet, record]) => expectSameBytes(ruleSet, record)),
      { numRuns: 150, verbose: 0 },
    )
  })

  test('with the baseline on random records', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRelationship(idsOf(iso)), (record) => expectSameBytes(iso, record)),
      { numRuns: 15, verbose: 0 },
    )
  })

  test.each<[what: string, record: Relationship]>([
    ['an empty record', {}],
    ['a perfect record', perfectAlliance()],
  ])('with the baseline on %s', async (_what, record) => {
    expect.hasAssertions()
    await expectSameBytes(iso, record)
  })

  test('in its figures, verdicts and paths too, and in a scope', async () => {
    const options = { asOf: today, scope: 'starter' }
    const [compiled, reference] = [createAssessor(iso), createReferenceAssessor(iso)]
    const record: Relationship = { rmp: { owner: 'Ann' }, risks: [{ scope: 'joint' }] }
    expect(await reference.verdicts(record, options)).toEqual(compiled.verdicts(record, options))
    expect(await reference.paths(record, options)).toEqual(compiled.paths(record, options))
    expect(await reference.assess(record, options)).toEqual(compiled.assess(record, options))
    expect((await reference.score(record, options)).headline).toEqual(compiled.score(record, options).headline)
  })
})

describe('a rule that breaks', () => {
  const given = (fact: string): Json => ({ fact, operator: 'given', value: true })
  const breaks = { fact: 'org.headcount', operator: 'swap:in', value: 'seven' }
  const ruleSet = ruleSetOf([
    indicator('care/1', { conditions: { all: [given('rmp.owner')] } }),
    indicator('care/2', { conditions: { all: [given('rmp.owner'), breaks] } }),
    indicator('trust/1', { conditions: { any: [breaks, given('rmp.owner')] } }),
  ])
  const record: Relationship = { org: { headcount: 7 }, rmp: { owner: 'Ann' } }

  test('is contained: it counts as not known, it is named, and the others are judged', () => {
    const { clauses, errors } = createAssessor(ruleSet).assess(record, { asOf: today })
    expect(clauses.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome))).toEqual(['met', 'error', 'met'])
    expect(clauses[0]).toMatchObject({ score: 1.5, potential: 2, level: 1 })
    expect(errors).toEqual([
      {
        indicator: 'care/2',
        message: '"swap:in" on "org.headcount" could not be carried out; the indicator counts as not known',
      },
    ])
  })

  test('is answered by a person, and still named', () => {
    const answered = { ...record, answers: { 'care/2': { value: 'yes' } } }
    const { clauses, errors } = createAssessor(ruleSet).assess(answered, { asOf: today })
    expect(clauses[0]!.outcomes[1]).toMatchObject({ outcome: 'met', declared: 'yes' })
    expect(errors[0]!.message).toContain('the indicator counts as answered')
  })

  test('is contained on json-rules-engine too', async () => {
    expect.hasAssertions()
    await expectSameBytes(ruleSet, record)
  })

  test('leaves overlapping runs alone', async () => {
    const reference = createReferenceAssessor(ruleSet)
    const records: Relationship[] = [record, {}, { rmp: { owner: 'Bo' } }]
    const apart = records.map((each) => createAssessor(ruleSet).assess(each, { asOf: today }))
    expect(await Promise.all(records.map((each) => reference.assess(each, { asOf: today })))).toEqual(apart)
  })
})
