import { fileURLToPath } from 'node:url'
import { coverageOf, mutantsOf, runCases, runMutants } from '@joinery/kit'
import { expect, test } from 'vitest'
import food from '../src/index.ts'

test('its cases see each condition true and false, and notice every change of a rule or a limit', async () => {
  const run = await runCases(fileURLToPath(new URL('..', import.meta.url)), { plugin: food })
  const ruleSet = run.ruleSet!
  expect(coverageOf({ ...run, ruleSet }).unseen).toEqual([])
  const mutants = mutantsOf(run.loaded.own!, ruleSet)
  const { tried, unnoticed, alike } = runMutants(ruleSet, { cases: run.passed, mutants, plugin: food })
  const words = unnoticed.map(({ path, id, what }) => `${path} ${id}: ${what}`)
  // a floor: a rule that is added comes with cases that notice it
  expect({ words, alike: alike.length }).toEqual({ words: [], alike: 0 })
  expect(tried).toBeGreaterThanOrEqual(127)
})
