import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCases } from '../cases/run-cases.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { conditionMutants } from './condition-mutants.ts'
import { changedSince, mutantsOf } from './mutants.ts'
import { runMutants } from './run-mutants.ts'

const root = join(import.meta.dirname, '../../../..')
const search = { from: [join(root, 'apps/cli/package.json')] }
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
