import { join } from 'node:path'
import { definePlugin } from '@joinery/core/plugin'
import { expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import { mutantsOf } from '../mutate/mutants.ts'
import { runMutants } from '../mutate/run-mutants.ts'
import { coverageOf } from './coverage.ts'
import { runCases } from './run-cases.ts'

const source = { note: 'What the bakers agreed in spring', reviewBy: '2027-11-01' }
const document = {
  formatVersion: 1,
  id: 'bakery',
  version: '1.0.0',
  title: 'Bakeries',
  description: 'Bakeries and the shops they deliver to.',
  language: 'en',
  provider: { name: 'Us' },
  licence: 'CC0-1.0',
  extends: { ruleSet: 'iso-44003', version: '^1.0.0' },
  facts: [
    { id: 'ext.bakery.baked', type: 'number', title: 'Loaves baked' },
    { id: 'ext.bakery.wasted', type: 'number', title: 'Loaves wasted' },
    { id: 'ext.bakery.wasteShare', type: 'share', title: 'Share wasted' },
    { id: 'ext.bakery.limits.waste', type: 'share', title: 'Most waste', value: 0.1, source },
  ],
  practice: {
    indicators: [
      {
        id: 'bakery.waste/2',
        clause: 'p08.value',
        level: 2,
        statement: 'Little is wasted.',
        unmet: 'Too much is wasted.',
        next: 'Bake to order.',
        conditions: {
          all: [
            { fact: 'ext.bakery.wasteShare', operator: 'bakery/atMost', value: { fact: 'ext.bakery.limits.waste' } },
          ],
        },
      },
    ],
  },
}

interface Loaves {
  readonly ext?: { readonly bakery?: { readonly baked?: number; readonly wasted?: number } }
}

const bakery = definePlugin({
  name: 'bakery',
  operators: [
    {
      id: 'bakery/atMost',
      phrase: 'at most %',
      fact: 'share',
      value: 'share',
      holds: (share, most) => share <= most,
    },
  ],
  facts: [
    {
      id: 'bakery/wasteShare',
      type: 'share',
      reads: ['ext.bakery.baked', 'ext.bakery.wasted'],
      derive: (record) => {
        const { baked, wasted } = (record as Loaves).ext?.bakery ?? {}
        return baked === undefined || wasted === undefined ? undefined : wasted / baked
      },
    },
  ],
  ruleSets: [document],
})

const day = (baked: number, wasted: number) => ({ ext: { bakery: { baked, wasted } } })

async function ran(rules: object) {
  const table = { name: 'Bread that comes back', asOf: '2026-11-20', rules: { 'bakery.waste/2': rules } }
  const folder = folderWith({ 'rule-set.json': document, 'cases/bread.json': table })
  const from = [join(import.meta.dirname, '../../../../apps/cli/package.json')]
  const run = await runCases(folder, { from, plugin: bakery })
  expect(run.cases.map(({ faults, failures }) => [faults, failures])).toEqual(run.cases.map(() => [[], []]))
  return { ...run, ruleSet: run.ruleSet! }
}

const atTheLimit = { valid: [day(20, 2)], invalid: [day(20, 3)], unknown: [{}] }

test('coverage sees what a plugin works out, and its operators', async () => {
  expect(coverageOf(await ran(atTheLimit))).toMatchObject({ conditions: 1, both: 1 })
  const [unseen] = coverageOf(await ran({ valid: [day(20, 2)] })).unseen
  expect(unseen).toMatchObject({ indicator: 'bakery.waste/2', never: 'false' })
})

test('changes are tried with the plugin at hand, and its limits are changed too', async () => {
  const changesMissed = async (rules: object) => {
    const { loaded, ruleSet, passed, plugin } = await ran(rules)
    const mutants = mutantsOf(loaded.own!, ruleSet)
    expect(runMutants(ruleSet, { cases: [], mutants, plugin }).noticed).toBe(0)
    const { tried, unnoticed } = runMutants(ruleSet, { cases: passed, mutants, plugin })
    expect(tried).toBe(mutants.length)
    return unnoticed.map(({ id, what }) => `${id} ${what}`).filter((words) => !words.includes('level'))
  }
  expect(await changesMissed({ valid: [day(20, 1)], invalid: [day(20, 19)] })).toEqual([
    'ext.bakery.limits.waste 0.1 → 0.08',
    'ext.bakery.limits.waste 0.1 → 0.55',
  ])
  expect(await changesMissed(atTheLimit)).toEqual([])
})
