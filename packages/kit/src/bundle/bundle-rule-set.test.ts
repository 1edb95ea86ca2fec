import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { canonicalJson, createAssessor, DocumentError, parseRuleSet } from '@joinery/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { bundledRuleSets } from '../rule-set/find-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { bundleRuleSet } from './bundle-rule-set.ts'

const rules = join(import.meta.dirname, '../../../../rules')

function written(text: string): string {
  return join(folderWith({ 'x.joinery.json': text }), 'x.joinery.json')
}

describe.each(bundledRuleSets)('the bundle of %s', (name) => {
  const { ruleSet } = loadRuleSet(join(rules, name))
  const bundle = bundleRuleSet(ruleSet!)
  const loaded = loadRuleSet(written(bundle.text))

  test('is canonical, and the hash of the rule set is the digest of its bytes', () => {
    expect(canonicalJson(JSON.parse(bundle.text))).toBe(bundle.text)
    expect(createHash('sha256').update(bundle.text).digest('hex')).toBe(bundle.digest)
    expect(bundle.digest).toBe(ruleSet!.hash)
  })

  test('loads by itself and makes the same rule set, its layers and the reasons of its changes too', () => {
    expect(loaded.faults).toEqual([])
    expect(loaded.ruleSet).toEqual({ ...ruleSet, document: JSON.parse(bundle.text) as unknown })
    expect(bundleRuleSet(loaded.ruleSet!).text).toBe(bundle.text)
  })

  test('scores as the folder does, byte for byte', () => {
    const relationship = { org: { headcount: 7 }, rmp: { owner: 'Ines' }, payments: { onTimeByUs: 0.95 } }
    const score = (of: typeof ruleSet) =>
      JSON.stringify(createAssessor(of!).assess(relationship, { asOf: '2026-11-24' }))
    expect(score(loaded.ruleSet)).toBe(score(ruleSet))
  })
})

test('what an association has changed is in its bundle, and its base is locked by hash', () => {
  const { ruleSet } = loadRuleSet(join(rules, 'example-association'))
  const base = loadRuleSet(join(rules, 'iso-44003')).ruleSet!
  expect(bundleRuleSet(ruleSet!).layers).toEqual([{ id: base.id, version: base.version, hash: base.hash }])
  expect(ruleSet!.changes.map(({ target }) => target)).toEqual(['p07', 'p01.segment/3'])
})

test('bundle and load give any rule set back', () => {
  const title = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => text.isWellFormed())
  const weight = fc.double({ min: 0.5, max: 2, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.record({ title, weight }), { minLength: 1, maxLength: 6 }), (changed) => {
      const document = smallRuleSet()
      const [principle] = document.reference.principles
      for (const [index, change] of changed.entries()) Object.assign(principle!.clauses[index]!, change)
      const ruleSet = parseRuleSet(document)
      const { text, digest } = bundleRuleSet(ruleSet)
      const again = parseRuleSet(JSON.parse(text))
      expect(again.hash).toBe(digest)
      expect(again).toEqual({ ...ruleSet, document: again.document })
      expect(bundleRuleSet(again)).toEqual(bundleRuleSet(ruleSet))
    }),
    { numRuns: 50 },
  )
})

test('a text with half of a character has no canonical form, and the fault says where', () => {
  const ruleSet = parseRuleSet({ ...smallRuleSet(), description: 'Half a smile: \uD83D' })
  const faults = [expect.objectContaining({ path: '/description', code: 'bad-format' })]
  expect(() => bundleRuleSet(ruleSet)).toThrow(DocumentError)
  expect(() => bundleRuleSet(ruleSet)).toThrow(expect.objectContaining({ faults }))
})
