import { join } from 'node:path'
import { parseRuleSet } from '@joinery/core'
import { describe, expect, test } from 'vitest'

import { flawlessRuleSet } from '../../test/small-rule-set.ts'
import { runCases } from '../cases/run-cases.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { conditionMutants } from './condition-mutants.ts'
import { changedSince, mutantsOf } from './mutants.ts'
import { runMutants } from './run-mutants.ts'

const root = join(import.meta.dirname, '../../../..')
const search = { from: [join(root, 'apps/cli/package.json')] }
// a busy machine takes its time over a thousand changes
const unhurried = { timeout: 180_000 }
const owner = { fact: 'rmp.owner', operator: 'given', value: true }
const late = { fact: 'payments.avgDaysLate', operator: 'lessThan', value: 30 }

describe('a condition is changed in one place at a time', () => {
  test.each([
    ['a test', late, ['"lessThan" for "greaterThanInclusive"', '30 → 24', '30 → 36']],
    ['a small number', { ...late, value: 3 }, ['"lessThan" for "greaterThanInclusive"', '3 → 2', '3 → 4']],
    ['a share', { ...late, value: 0.8 }, ['"lessThan" for "greaterThanInclusive"', '0.8 → 0.64', '0.8 → 0.9']],
    ['"given"', owner, ['not "given"']],
    ['"not"', { not: owner }, ['"not" left out', 'not "given"']],
    ['one part', { all: [owner] }, ['not "given"']],
    [
      'two parts',
      { all: [owner, { not: owner }] },
      ['"all" for "any"', 'this part left out', 'not "given"', 'this part left out', '"not" left out', 'not "given"'],
    ],
    [
      'a list fact',
      { fact: 'count', params: { of: 'risks', where: owner }, operator: 'equal', value: 0 },
      ['"equal" for "notEqual"', '0 → 1', '"where" left out', 'not "given"'],
    ],
    ['a name', { condition: 'planned' }, []],
    ['nothing', undefined, []],
  ])('%s', (_name, condition, expected) => {
    expect(conditionMutants(condition).map(({ what }) => what)).toEqual(expected)
  })

  test('and stays as it is elsewhere', () => {
    const [, , second] = conditionMutants({ any: [owner, late] })
    expect(second).toEqual({ pointer: '/any/0', what: 'not "given"', condition: { any: [{ not: owner }, late] } })
  })
})

test.each([
  ['iso-44003', 1_403],
  ['supplier-scorecard', 146],
])('the cases of %s notice every change of it', unhurried, async (place, least) => {
  const { loaded, ruleSet, passed, cases } = await runCases(place, search)
  expect(cases.filter(({ faults, failures }) => faults.length + failures.length > 0)).toEqual([])
  const mutants = mutantsOf(loaded.own!, ruleSet!)
  const { tried, unnoticed, alike } = runMutants(ruleSet!, { cases: passed, mutants })
  const words = unnoticed.map(({ path, id, what }) => `${path} ${id}: ${what}`)
  // a floor: a rule that is added comes with cases that notice it
  expect({ words, alike: alike.length }).toEqual({ words: [], alike: 0 })
  expect(tried).toBeGreaterThanOrEqual(least)
})

describe('a change that shows nowhere', () => {
  const base = flawlessRuleSet()
  const twice = { all: [owner, owner] }
  const ruleSet = parseRuleSet({
    ...base,
    practice: { indicators: base.practice.indicators.with(2, { ...base.practice.indicators[2]!, conditions: twice }) },
  })
  const mutants = mutantsOf(ruleSet.document, ruleSet).filter(({ id }) => id === 'work.c1/1')

  test('says the same in other words, and is not counted', () => {
    const { alike, unnoticed } = runMutants(ruleSet, { cases: [], mutants })
    const inWords = (some: readonly { path: string; what: string }[]) => some.map(({ path, what }) => `${path} ${what}`)
    const at = '/practice/indicators/2/conditions'
    expect(inWords(alike)).toEqual([
      `${at} "all" for "any"`,
      `${at}/all/0 this part left out`,
      `${at}/all/1 this part left out`,
    ])
    expect(inWords(unnoticed)).toContain(`${at}/all/0 not "given"`)
  })

  test('is not found among changes that are real: each of them shows in some relationship', unhurried, async () => {
    const iso = await runCases('iso-44003', search)
    const real = mutantsOf(iso.loaded.own!, iso.ruleSet!).filter((_mutant, index) => index % 9 === 0)
    expect(runMutants(iso.ruleSet!, { cases: [], mutants: real }).alike).toEqual([])
  })
})

describe('the cases of the example association', async () => {
  const { loaded, ruleSet, passed } = await runCases('example-association', search)
  const mutants = mutantsOf(loaded.own!, ruleSet!)

  test('notice what matters, and the rest is listed with its place', () => {
    const { tried, noticed, unnoticed } = runMutants(ruleSet!, { cases: passed, mutants })
    expect(tried).toBeGreaterThan(10)
    expect(noticed).toBe(tried - unnoticed.length)
    expect(noticed / tried).toBeGreaterThan(0.8)
    for (const { path, what } of unnoticed) expect(`${path} ${what}`).toMatch(/^\/(?:practice|overrides)\/.* → /)
  })

  test('the weight of a principle is noticed by a case about the whole', () => {
    const weight = mutants.filter(({ id }) => id === 'p07')
    expect(runMutants(ruleSet!, { cases: passed, mutants: weight })).toMatchObject({ tried: 1, noticed: 1 })
  })

  test('without cases nothing is noticed', () => {
    expect(runMutants(ruleSet!, { cases: [], mutants })).toMatchObject({ noticed: 0 })
  })

  test('a limit takes them evenly', () => {
    expect(runMutants(ruleSet!, { cases: passed, mutants }, { limit: 5 }).tried).toBe(5)
  })

  test('what differs from an earlier version can be looked at alone', () => {
    const base = loadRuleSet('iso-44003', search).ruleSet!
    expect(changedSince(ruleSet!, ruleSet!).size).toBe(0)
    expect(changedSince(base, ruleSet!)).toContain('assoc.prompt-pay/3')
  })
})
