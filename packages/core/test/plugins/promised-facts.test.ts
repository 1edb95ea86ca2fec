import { expect, test } from 'vitest'
import { createAssessor } from '../../src/assessor.ts'
import { definePlugin } from '../../src/plugin/index.ts'
import { today, type Json } from '../small-rule-set.ts'
import { bakeryRules, shop, soundBakery } from './bakery.ts'

test('a fact provider brings what it promised itself, and not what another one did', () => {
  const { facts = [] } = bakeryRules() as { facts?: readonly Json[] }
  const oven = { id: 'ext.bakery.oven', type: 'text', title: 'Oven' }
  const [till] = soundBakery.factProviders
  const office = { ...till, id: 'bakery/office', title: 'The office', gives: ['bakery/oven'] }
  const plugin = definePlugin({
    ...soundBakery,
    factProviders: [till, office],
    ruleSets: [bakeryRules({ facts: [...facts, oven] })],
  })
  const { assess } = createAssessor(shop, { plugins: [plugin] })
  const faultsOf = (provider: string) => {
    const brought = { provider, purpose: till.purpose, observedAt: today, facts: { flour: 'Rye' }, problems: [] }
    return assess({}, { asOf: today, fetched: [brought] }).sectors![0]!.faults
  }
  expect(faultsOf('bakery/till')).toEqual([])
  expect(faultsOf('bakery/office')).toEqual([
    { contribution: 'bakery/office', message: 'it brought "flour", which it did not promise' },
  ])
})
