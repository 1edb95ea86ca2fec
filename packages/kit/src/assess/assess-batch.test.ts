import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAssessor, type Relationship } from '@joinery/core'
import { expect, test } from 'vitest'
import { randomCase } from '../cross-check/random-relationship.ts'
import { vocabularyOf } from '../cross-check/vocabulary.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { createBatchAssessor } from './assess-batch.ts'
import { compactResult } from './compact-result.ts'

const folder = join(import.meta.dirname, '../../../../rules/iso-44003')
const { ruleSet } = loadRuleSet(folder)
const asOf = '2026-11-20'
const records = readdirSync(join(folder, 'cases'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, 'cases', name), 'utf8')) as { given: Relationship })
  .map(({ given }) => given)
const bytes = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
const batch = { is: 'lines', file: 'many.ndjson', bytes, firstLine: 1 } as const
const assessor = createAssessor(ruleSet!)

const cases = (['full', 'starter'] as const).flatMap((scope) =>
  (['scores', 'clauses'] as const).flatMap((fields) =>
    [false, true].map((inputHash) => ({ scope, fields, inputHash })),
  ),
)

test.each(cases)('a compact line ($fields, $scope, hash: $inputHash) is what is left of the whole result', (chosen) => {
  const assess = createBatchAssessor({ ...chosen, ruleSet: ruleSet!, asOf, leavesErrors: true })
  const { scope, inputHash, fields } = chosen
  const expected = records.map((record) =>
    JSON.stringify(
      compactResult(assessor.assess(record, { asOf, scope }), { inputHash, clauses: fields === 'clauses' }),
    ),
  )
  const { text, documents, faulty } = assess(batch)
  expect(text.trimEnd().split('\n')).toEqual(expected)
  expect({ documents, faulty }).toEqual({ documents: records.length, faulty: [] })
})

test.each(['iso-44003', 'example-association', 'supplier-scorecard'])(
  'so it is for anything that %s is asked',
  (name) => {
    const { ruleSet: rules } = loadRuleSet(join(folder, '..', name))
    const vocabulary = vocabularyOf(rules!)
    const { assess } = createAssessor(rules!)
    for (let seed = 0; seed < 60; seed++) {
      const { relationship, ...options } = randomCase(rules!, vocabulary, seed)
      const chosen = { fields: 'clauses', inputHash: true, leavesErrors: true } as const
      const { text } = createBatchAssessor({ ...chosen, ...options, ruleSet: rules! })({
        is: 'document',
        file: 'one.json',
        bytes: Buffer.from(JSON.stringify(relationship)),
      })
      const expected = compactResult(assess(relationship, options), { clauses: true, inputHash: true })
      expect(text, `seed ${seed}`).toBe(`${JSON.stringify(expected)}\n`)
    }
  },
)

test('a whole line is the whole result', () => {
  const assess = createBatchAssessor({ ruleSet: ruleSet!, asOf, fields: 'all', inputHash: false, leavesErrors: true })
  const expected = records.map((record) => `${JSON.stringify(assessor.assess(record, { asOf }))}\n`)
  expect(assess(batch).text).toBe(expected.join(''))
})

test('a compact line holds what it is said to hold', () => {
  const result = compactResult(assessor.assess(records[0]!, { asOf }))
  const keysOf = (part: object) => Object.keys(part)
  expect(keysOf(result)).toEqual(['formatVersion', 'headline', 'principles', 'provenance'])
  expect(keysOf(result.headline)).toEqual([
    'level',
    'score',
    'potential',
    'percentToTarget',
    'target',
    'reached',
    'coverage',
    'confidence',
  ])
  expect(keysOf(result.principles[0]!)).toEqual(['id', 'level', 'score', 'potential', 'coverage'])
  expect(keysOf(result.provenance)).toEqual(['ruleSet', 'version', 'hash', 'method', 'engine', 'asOf', 'scope'])
})
