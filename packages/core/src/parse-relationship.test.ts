import { describe, expect, test } from 'vitest'
import { deepFreeze, fourLevels, ruleSetOf, type Json } from '../test/small-rule-set.ts'
import type { DocumentError, FaultCode } from './fault.ts'
import { parseRelationship } from './parse-relationship.ts'

const ruleSet = ruleSetOf(fourLevels, {
  facts: [
    { id: 'ext.shop.till', type: 'number', title: 'Money in the till' },
    { id: 'ext.shop.open', type: 'yesNo', title: 'Whether it is open' },
    { id: 'ext.shop.since', type: 'date', title: 'Since when' },
    { id: 'ext.shop.full', type: 'share', title: 'How full the shelves are' },
    { id: 'ext.shop.names', type: 'texts', title: 'Who works there' },
    { id: 'ext.shop.sales', type: 'records', title: 'What was sold', fields: { at: 'date', amount: 'number' } },
  ],
})

function faultsOf(record: unknown) {
  try {
    parseRelationship(record, ruleSet)
    return []
  } catch (error) {
    return (error as DocumentError).faults
  }
}

interface Row {
  readonly record: unknown
  readonly path: string
  readonly code: FaultCode
  readonly words: string
}

const rows: Row[] = [
  { record: { rsks: [] }, path: '/rsks', code: 'unknown-key', words: 'did you mean "risks"?' },
  { record: { rmp: { ownr: 'Ann' } }, path: '/rmp/ownr', code: 'unknown-key', words: 'did you mean "owner"?' },
  {
    record: { risks: [{}, { titel: 'x' }] },
    path: '/risks/1/titel',
    code: 'unknown-key',
    words: 'did you mean "title"?',
  },
  {
    record: { conflicts: [{ zebra: 1 }] },
    path: '/conflicts/0/zebra',
    code: 'unknown-key',
    words: 'known keys: text, raisedAt, resolvedAt',
  },
  { record: { rmp: { owner: 7 } }, path: '/rmp/owner', code: 'wrong-type', words: '7 should be text' },
  { record: { rmp: { owner: null } }, path: '/rmp/owner', code: 'wrong-type', words: 'null should be text' },
  { record: { org: { headcount: '7' } }, path: '/org/headcount', code: 'wrong-type', words: '"7" should be a number' },
  {
    record: { org: { headcount: Number.NaN } },
    path: '/org/headcount',
    code: 'wrong-type',
    words: 'should be a number',
  },
  {
    record: { rel: { singleSource: 'yes' } },
    path: '/rel/singleSource',
    code: 'wrong-type',
    words: 'should be true or false',
  },
  { record: { risks: {} }, path: '/risks', code: 'wrong-type', words: 'should be a list' },
  { record: { rmp: [] }, path: '/rmp', code: 'wrong-type', words: 'should be an object' },
  { record: [], path: '', code: 'wrong-type', words: 'should be an object' },
  { record: null, path: '', code: 'wrong-type', words: 'null should be an object' },
  {
    record: { rmp: { createdAt: '2026-02-30' } },
    path: '/rmp/createdAt',
    code: 'bad-date',
    words: 'is not a calendar day; write it as YYYY-MM-DD',
  },
  { record: { rmp: { createdAt: '30.2.2026' } }, path: '/rmp/createdAt', code: 'bad-date', words: 'YYYY-MM-DD' },
  { record: { rmp: { createdAt: 20_260_101 } }, path: '/rmp/createdAt', code: 'wrong-type', words: 'a date such as' },
  { record: { rel: { revenueShare: -0.1 } }, path: '/rel/revenueShare', code: 'out-of-range', words: 'at least 0' },
  { record: { pulses: [{ openness: 6 }] }, path: '/pulses/0/openness', code: 'out-of-range', words: 'between 1 and 5' },
  { record: { rel: { kind: 'custommer' } }, path: '/rel/kind', code: 'not-allowed', words: 'did you mean "customer"?' },
  {
    record: { sharing: { covers: ['ip', 'privacy'] } },
    path: '/sharing/covers/1',
    code: 'not-allowed',
    words: 'is not one of "confidentiality", "ip"',
  },
  { record: { rmp: { owner: 'x'.repeat(10_001) } }, path: '/rmp/owner', code: 'too-many', words: 'at most 10000' },
  {
    record: { risks: Array.from({ length: 5_001 }, () => ({})) },
    path: '/risks',
    code: 'too-many',
    words: 'at most 5000',
  },
  {
    record: { answers: { 'care/1': { value: 'yess' } } },
    path: '/answers/care~11/value',
    code: 'unknown-answer',
    words: 'did you mean "yes"?',
  },
  {
    record: { answers: { 'care/1': { value: 'certainly' } } },
    path: '/answers/care~11/value',
    code: 'unknown-answer',
    words: 'known answers: yes, partly, no, notSure, notApplicable',
  },
  {
    record: { answers: { 'care/1': {} } },
    path: '/answers/care~11/value',
    code: 'missing',
    words: '"value" is missing',
  },
  {
    record: { answers: { 'care/1': 'yes' } },
    path: '/answers/care~11',
    code: 'wrong-type',
    words: 'should be an object',
  },
  {
    record: { complete: { rsks: '2026-11-01' } },
    path: '/complete/rsks',
    code: 'unknown-fact',
    words: 'did you mean "risks"?',
  },
  {
    record: { complete: { rmp: '2026-11-01' } },
    path: '/complete/rmp',
    code: 'unknown-fact',
    words: 'there is no list "rmp"',
  },
  { record: { complete: { risks: true } }, path: '/complete/risks', code: 'wrong-type', words: 'a date such as' },
  { record: { complete: { risks: '' } }, path: '/complete/risks', code: 'bad-date', words: 'YYYY-MM-DD' },
  {
    record: { ext: { shop: { till: 'full' } } },
    path: '/ext/shop/till',
    code: 'wrong-type',
    words: 'should be a number',
  },
  { record: { ext: { shop: { open: 1 } } }, path: '/ext/shop/open', code: 'wrong-type', words: 'true or false' },
  {
    record: { ext: { shop: { since: '2026-02-30' } } },
    path: '/ext/shop/since',
    code: 'bad-date',
    words: 'YYYY-MM-DD',
  },
  { record: { ext: { shop: { full: -1 } } }, path: '/ext/shop/full', code: 'out-of-range', words: 'at least 0' },
  {
    record: { ext: { shop: { names: ['Ann', 7] } } },
    path: '/ext/shop/names/1',
    code: 'wrong-type',
    words: 'should be text',
  },
  {
    record: { ext: { shop: { sales: [{ amout: 1 }] } } },
    path: '/ext/shop/sales/0/amout',
    code: 'unknown-key',
    words: 'did you mean "amount"?',
  },
  {
    record: JSON.parse('{ "ext": { "__proto__": { "polluted": true } } }'),
    path: '/ext/__proto__',
    code: 'dangerous-key',
    words: 'is refused',
  },
  {
    record: JSON.parse('{ "rmp": { "__proto__": { "owner": "Ann" } } }'),
    path: '/rmp/__proto__',
    code: 'dangerous-key',
    words: 'is refused',
  },
  {
    record: { answers: { constructor: { value: 'yes' } } },
    path: '/answers/constructor',
    code: 'dangerous-key',
    words: 'is refused',
  },
]

const named = rows.map((row) => ({ ...row, shown: JSON.stringify(row.record).slice(0, 70) }))

describe('a faulty relationship is refused, with the place and a remedy', () => {
  test.each(named)('$shown: $words', ({ record, path, code, words }) => {
    expect(faultsOf(record)).toEqual([
      expect.objectContaining({ path, code, message: expect.stringContaining(words) as string, severity: 'error' }),
    ])
  })

  test('data without a description may not be endless', () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = { deep }
    expect(faultsOf({ ext: { shop: deep } })).toMatchObject([{ code: 'too-deep' }])
    expect(faultsOf({ rmp: deep })).toMatchObject([{ code: 'unknown-key' }])
    expect(faultsOf({ rmp: { owner: deep } })).toMatchObject([{ code: 'wrong-type' }])
  })

  test('all faults at once, thrown as one error', () => {
    const record = {
      rmp: { ownr: 'Ann', createdAt: '2026-02-30' },
      org: { headcount: 'seven' },
      answers: { 'care/1': { value: 'yess' } },
      complete: { rsks: '2026-11-01' },
      ext: { shop: { till: 'full' } },
    }
    const places = faultsOf(record).map(({ path }) => path)
    expect(places.toSorted()).toEqual([
      '/answers/care~11/value',
      '/complete/rsks',
      '/ext/shop/till',
      '/org/headcount',
      '/rmp/createdAt',
      '/rmp/ownr',
    ])
    expect(() => parseRelationship(record, ruleSet)).toThrow(
      /^relationship: \/rmp\/ownr: unknown key "ownr"; did you mean/,
    )
  })
})

describe('a relationship is accepted', () => {
  test.each<[what: string, record: Json]>([
    ['that is empty', {}],
    [
      'with empty text where text, a date or a choice may stand',
      { rmp: { owner: '', createdAt: '' }, rel: { kind: '' } },
    ],
    ['with 0 and false', { org: { headcount: 0 }, rel: { singleSource: false } }],
    ['with a share above 1', { resources: [{ usedRatio: 1.4 }] }],
    ['with fields that are undefined', { rmp: { owner: undefined }, risks: undefined }],
    [
      'with answers by id, by citation and to strangers',
      { answers: { 'care/1': { value: 'yes' }, '5.1.3.1/1': { value: 'notSure' } } },
    ],
    ['with sector data that nobody declared', { ext: { bakery: { ovens: [1, { hot: true }] } } }],
    ['with sector lists marked as complete', { complete: { 'ext.shop.sales': '2026-11-01' } }],
    [
      'with declared sector data',
      { ext: { shop: { till: 7, open: true, since: '2026-01-01', full: 0.5, names: [], sales: [{ amount: 1 }] } } },
    ],
    ['with sector data left empty', { ext: { shop: { till: null } } }],
    ['with the address of a schema', { $schema: 'relationship.schema.json' }],
  ])('%s', (_what, record) => {
    expect(parseRelationship(deepFreeze(record), ruleSet)).toBe(record)
  })

  test('without a rule set whatever answers it gives', () => {
    const record = { answers: { 'care/1': { value: 'certainly' } }, ext: { shop: { till: 'full' } } }
    expect(parseRelationship(record)).toBe(record)
  })
})
