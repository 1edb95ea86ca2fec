import { describe, expect, test } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import { canonicalJson } from '../src/canonical.ts'
import { createFaults } from '../src/fault.ts'
import { parseRelationship } from '../src/parse-relationship.ts'
import { createReferenceAssessor } from '../src/reference/index.ts'
import { parseRuleSet, readRuleSet } from '../src/rule-set/parse-rule-set.ts'
import { documentOf, indicator, today, type Json } from './small-rule-set.ts'

const limit = {
  id: 'ext.shop.limits.late',
  type: 'number',
  title: 'Days that a bill may be late',
  value: 5,
  source: { note: 'Agreed by the shops in spring', reviewBy: '2027-04-30' },
}
const late = { fact: 'payments.avgDaysLate', operator: 'lessThanInclusive', value: { fact: limit.id } }
const documentWith = (facts: readonly Json[], condition: Json = late) =>
  documentOf([indicator('care/1', { conditions: { all: [condition] } })], { facts })
const shop = parseRuleSet(documentWith([limit]))
const record = { payments: { avgDaysLate: 6 } }

function outcome(ruleSet: typeof shop) {
  return createAssessor(ruleSet).verdicts(record, { asOf: today })[0]
}

describe('a limit', () => {
  test('is what rules compare with, on both evaluators', async () => {
    const result = createAssessor(shop).assess(record, { asOf: today })
    expect(result.clauses[0]!.outcomes[0]).toMatchObject({ outcome: 'unmet', observed: [{ expected: 5, observed: 6 }] })
    expect(canonicalJson(await createReferenceAssessor(shop).assess(record, { asOf: today }))).toBe(
      canonicalJson(result),
    )
  })

  test('inside a list too, on both evaluators', async () => {
    const every = {
      fact: 'every',
      params: { of: 'ideas', that: { ...late, fact: 'decisionDays' } },
      operator: 'equal',
      value: true,
    }
    const ruleSet = parseRuleSet(documentWith([limit], every))
    const ideas = { ideas: [{ decisionDays: 4 }, { decisionDays: 9 }] }
    const result = createAssessor(ruleSet).assess(ideas, { asOf: today })
    expect(result.clauses[0]!.outcomes[0]!.outcome).toBe('unmet')
    expect(canonicalJson(await createReferenceAssessor(ruleSet).assess(ideas, { asOf: today }))).toBe(
      canonicalJson(result),
    )
  })

  test('is moved by an overlay, which says why', () => {
    const overlay = {
      formatVersion: 1,
      id: 'guild',
      version: '1.0.0',
      title: 'Guild',
      language: 'en',
      provider: { name: 'Guild' },
      licence: 'Apache-2.0',
      extends: { ruleSet: shop.id, version: '^1.0.0' },
      overrides: [{ target: limit.id, set: { value: 7 }, because: 'Our banks are slow.' }],
    }
    const guild = parseRuleSet(overlay, [shop])
    expect([outcome(shop), outcome(guild)]).toEqual(['unmet', 'met'])
    expect(guild.changes).toMatchObject([{ target: limit.id, field: 'value', from: 5, to: 7 }])
  })

  test('is no part of a record', () => {
    const own = { ext: { shop: { limits: { late: 99 } } } }
    expect(() => parseRelationship(own, shop)).toThrow('/ext/shop/limits/late: "ext.shop.limits.late" is a limit')
  })

  test.each([
    {
      what: 'without a source',
      facts: [{ ...limit, source: undefined }],
      words: '/facts/0/source: a limit says where',
    },
    {
      what: 'without a day',
      facts: [{ ...limit, source: { note: 'Us' } }],
      words: '/facts/0/source: a limit says where',
    },
    {
      what: 'of another type',
      facts: [{ ...limit, value: 'five' }],
      words: '/facts/0/value: "five" is not of type number',
    },
    { what: 'that is a list', facts: [{ ...limit, type: 'texts' }], words: '/facts/0/value: 5 is not of type texts' },
    { what: 'without a value', facts: [{ ...limit, value: undefined }], words: '"source" belongs to a limit' },
    {
      what: 'that is tested',
      facts: [limit],
      condition: { fact: limit.id, operator: 'equal', value: 5 },
      words: '/fact: this is a limit of the rule set; a rule compares with it',
    },
  ])('$what is a fault', ({ facts, condition, words }) => {
    const faults = createFaults()
    readRuleSet(JSON.parse(JSON.stringify(documentWith(facts, condition))), [], faults)
    expect(faults.list.map(({ path, message }) => `${path}: ${message}`).join('\n')).toContain(words)
  })
})
