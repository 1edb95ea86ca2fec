import { parseRuleSet } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { checkLoaded } from '../check/check-rule-set.ts'
import { compareEvaluators } from '../cross-check/cross-check.ts'
import { sourceOfValue } from '../json/json-source.ts'
import { readDocument } from './read-document.ts'

const base = parseRuleSet(smallRuleSet())
const overlay = {
  formatVersion: 1,
  id: 'guild',
  version: '1.0.0',
  title: 'Guild',
  description: 'Of a guild.',
  language: 'en',
  provider: { name: 'Us' },
  licence: 'CC0-1.0',
  extends: { ruleSet: 'small', version: '^1.0.0' },
}

describe('a rule set that came as a document', () => {
  test('is read like one from files', () => {
    expect(readDocument(smallRuleSet())).toMatchObject({ faults: [], ruleSet: { hash: base.hash } })
  })

  test('finds what it extends among the bases', () => {
    const { ruleSet, faults } = readDocument(overlay, [base])
    expect(faults).toEqual([])
    expect(ruleSet?.layers).toEqual([{ id: 'small', version: '1.0.0', hash: base.hash }])
  })

  test('tells every fault by its pointer, and what a check finds beside them', () => {
    const { conditions, ...without } = smallRuleSet()
    const document = { ...without, version: 'one', conditions: { ...conditions, unused: { fact: 'rmp.ownr' } } }
    const { faults } = checkLoaded(readDocument(document))
    expect(faults.map(({ path }) => path)).toEqual(expect.arrayContaining(['/version', '/conditions/unused/fact']))
  })

  test.each([null, 'rule set', [], 7])('%j is none', (document) => {
    const { ruleSet, faults } = readDocument(document)
    expect(ruleSet).toBeUndefined()
    expect(faults).not.toEqual([])
  })
})

test('a comparison of the evaluators stops when its time is over, and says how far it came', async () => {
  let left = 3
  const options = { seed: 7, random: 100, goOn: () => left-- > 0 }
  const one = { name: 'Owner', asOf: '2026-11-24', given: { rmp: { owner: 'Ada' } }, expect: {} }
  const { compared, differences } = await compareEvaluators(base, [sourceOfValue(one, 'case 1')], options)
  expect(compared).toEqual({ cases: 1, random: 3 })
  expect(differences).toEqual([])
})

test('conditions that double at every name are told at once, and not followed to their end', () => {
  const names = Array.from({ length: 60 }, (_, index) => index)
  const conditions = Object.fromEntries(
    names.map((index) => {
      const inner = { condition: `c${index + 1}` }
      const leaf = { fact: 'rmp.owner', operator: 'given', value: true }
      return [`c${index}`, { all: index === 59 ? [leaf] : [inner, inner] }]
    }),
  )
  const { ruleSet, faults } = checkLoaded(readDocument({ ...smallRuleSet(), conditions }))
  expect(ruleSet).toBeUndefined()
  expect(faults.map(({ code }) => code)).toContain('too-deep')
})
