import { expect, test } from 'vitest'
import { recordRules, resolveSectors } from '../../src/plugin/index.ts'
import { checkRelationship, createFaults, type RuleSet } from '../../src/index.ts'
import { isoRuleSet } from '../iso-rule-set.ts'

const choices = ['Rye', 'Wheat'].map((value) => ({ value, label: value }))
const document = {
  formatVersion: 1,
  id: 'bakery',
  version: '1.0.0',
  title: 'Bakeries',
  language: 'en',
  provider: { name: 'The bakers' },
  licence: 'Apache-2.0',
  extends: { ruleSet: 'iso-44003', version: '^1.0.0' },
  facts: [
    { id: 'ext.bakery.flour', type: 'text', title: 'Flour' },
    { id: 'ext.bakery.grains', type: 'texts', title: 'Grains' },
    { id: 'ext.bakery.oven.heat', type: 'number', title: 'Heat' },
    { id: 'ext.bakery.batches', type: 'records', title: 'Batches', fields: { flour: 'text', loaves: 'number' } },
  ],
  instrument: {
    questions: [
      { id: 'bakery.flour', type: 'choice', title: 'Which flour?', fact: 'ext.bakery.flour', choices },
      { id: 'bakery.grains', type: 'choices', title: 'Which grains?', fact: 'ext.bakery.grains', choices },
      {
        id: 'bakery.batches',
        type: 'records',
        title: 'Which batches?',
        fact: 'ext.bakery.batches',
        fields: [{ field: 'flour', title: 'Flour', choices }],
      },
    ],
  },
  practice: { indicators: [] },
}

const iso = isoRuleSet()
const withPlugin = recordRules(iso, resolveSectors(iso, [{ name: 'bakery', ruleSets: [document] }]))

function faultsOf(bakery: unknown, rules: RuleSet = withPlugin): Record<string, string> {
  const faults = createFaults()
  checkRelationship({ ext: { bakery, dairy: { milk: 'any' } } }, rules, faults)
  return Object.fromEntries(faults.list.map(({ path, message }) => [path.replace('/ext/bakery', ''), message]))
}

test.each([
  ['a key with a slip', { flor: 'Rye' }, '/flor', 'unknown key "flor" in ext.bakery; did you mean "flour"?'],
  ['a key from nowhere', { zzz: 1 }, '/zzz', 'the plugin knows flour, grains, oven, batches'],
  ['a key in a group', { oven: { hea: 200 } }, '/oven/hea', 'did you mean "heat"?'],
  ['a value for a group', { oven: 200 }, '/oven', '"ext.bakery.oven" should be an object with heat'],
  ['a value for the sector', 'Rye', '', '"ext.bakery" should be an object with flour'],
  ['no choice', { flour: 'Oats' }, '/flour', 'Rye'],
  ['no choice in a list', { grains: ['Rye', 'Oats'] }, '/grains/1', 'Rye'],
  ['no choice in a row', { batches: [{ flour: 'Weat' }] }, '/batches/0/flour', 'did you mean "Wheat"?'],
  ['an inherited name', JSON.parse('{"constructor": 1}') as object, '/constructor', 'constructor'],
])('%s is a fault with its place and what would be right', (_what, bakery, path, words) => {
  expect(faultsOf(bakery)).toEqual({ [path]: expect.stringContaining(words) })
})

test('what is declared and chosen passes, and so does nothing at all', () => {
  const batches = [{ flour: 'Wheat', loaves: 60 }, { flour: '' }]
  expect(faultsOf({ flour: 'Rye', grains: ['Wheat'], oven: { heat: 220 }, batches })).toEqual({})
  expect(faultsOf({ flour: null })).toEqual({})
  expect(faultsOf({})).toEqual({})
})

test('without the plugin nobody knows what belongs there', () => {
  expect(faultsOf({ flor: 'Oats' }, iso)).toEqual({})
})
