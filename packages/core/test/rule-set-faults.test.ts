import { describe, expect, test } from 'vitest'
import { createFaults, type Fault, type FaultCode } from '../src/fault.ts'
import { parseRuleSet, readRuleSet } from '../src/rule-set/parse-rule-set.ts'
import { documentOf, indicator, type Json } from './small-rule-set.ts'

const ownerGiven = { fact: 'rmp.owner', operator: 'given', value: true }

/** A sound rule set that uses nearly everything a rule set can hold. */
const sound = () =>
  documentOf(
    [
      indicator('care/1', { conditions: { all: [ownerGiven] }, effort: 30, weight: 1 }),
      indicator('care/2', { conditions: { any: [{ condition: 'fresh' }] }, requires: ['care/1'] }),
      indicator('trust/1', {
        conditions: { all: [{ fact: 'count', params: { of: 'risks' }, operator: 'equal', value: 1 }] },
      }),
      indicator('trust/2'),
    ],
    {
      principles: { shop: ['care', { id: 'trust', title: 'Trust', appliesWhen: ownerGiven }] },
      conditions: { fresh: { fact: 'rmp.reviewedAt', operator: 'withinDays', value: 90 } },
      facts: [{ id: 'ext.shop.till', type: 'number', title: 'Money in the till' }],
      instrument: {
        questions: [
          { id: 'q.owner', type: 'text', title: 'Who?', fact: 'rmp.owner', clause: 'care' },
          {
            id: 'q.risks',
            type: 'records',
            title: 'Which?',
            fact: 'risks',
            fields: [{ field: 'title', title: 'What' }],
          },
        ],
      },
      scopes: [{ id: 'quick', title: 'Quick', indicators: ['care/1'], questions: ['q.owner'] }],
      lenses: [{ id: 'people', title: 'People', elements: [{ id: 'us', title: 'Us', indicators: ['trust/1'] }] }],
      plan: {
        sections: [
          {
            id: 's.why',
            number: 1,
            title: 'Why',
            prompt: 'Say why.',
            micro: true,
            parts: [{ fact: 'rmp.owner', view: 'shared' }],
          },
        ],
      },
    },
  )

interface Planted {
  readonly at: string
  /** What is put there; undefined takes it away. */
  readonly put: unknown
  readonly code: FaultCode
  /** What helps: words of the message. */
  readonly words: string
  /** Where the fault is reported, if not where it was planted. */
  readonly path?: string
  /** Hides others. */
  readonly alone?: true
}

const gone = undefined
const test1 = '/practice/indicators/0/conditions/all/0'
const count = (params: Json, more: Json = {}) => ({ fact: 'count', params, operator: 'equal', value: 1, ...more })
const every = (that: Json) => ({ fact: 'every', params: { of: 'risks', that }, operator: 'equal', value: true })

/** Faults in the structure of a document. */
const structural: Planted[] = [
  { at: '/version', put: gone, code: 'missing', words: '"version" is missing' },
  { at: '/id', put: 'Corner Shop', code: 'bad-format', words: 'lower-case words joined by "-"' },
  { at: '/version', put: '1.0', code: 'bad-format', words: 'a version such as 1.0.0' },
  { at: '/titel', put: 'Shop', code: 'unknown-key', words: 'did you mean "title"?' },
  { at: '/title', put: 7, code: 'wrong-type', words: '7 should be text' },
  { at: '/title', put: '', code: 'missing', words: 'this text is empty' },
  { at: '/formatVersion', put: 2, code: 'not-allowed', words: '2 is not one of 1' },
  { at: '/scale/levels', put: [], code: 'missing', words: 'at least 2 items' },
  { at: '/scale/top', put: 0, code: 'out-of-range', words: 'must be above 0' },
  { at: '/answers/scale/0/share', put: 1.5, code: 'out-of-range', words: 'must be between 0 and 1' },
  { at: '/practice/indicators/0/effort', put: 45, code: 'not-allowed', words: 'is not one of 30, 240, 960' },
  { at: '/practice/indicators/0/weight', put: 3, code: 'out-of-range', words: 'must be between 0.5 and 2' },
  { at: '/practice/indicators/0/id', put: 'Care 1', code: 'bad-format', words: 'for example p07.trust/2' },
  { at: '/practice/indicators/3/statement', put: gone, code: 'missing', words: '"statement" is missing' },
  { at: '/practice/indicators/1/level', put: 1.5, code: 'out-of-range', words: '1.5 is not a whole number' },
  { at: '/instrument/questions/0/type', put: 'txt', code: 'not-allowed', words: 'did you mean "text"?' },
]

/** Faults in what a document says. */
const meaning: Planted[] = [
  { at: '/scale', put: gone, alone: true, code: 'missing', words: 'a rule set that extends no other needs it' },
  { at: '/overrides', put: [], code: 'not-allowed', words: '"extends" is missing' },
  { at: '/scale/levels/0/level', put: 0.5, code: 'out-of-range', words: 'the first level is 0' },
  { at: '/scale/levels/2/level', put: 1, code: 'out-of-range', words: '1 does not come after 1' },
  { at: '/scale/levels/4/level', put: 5, code: 'out-of-range', words: 'above the top of the scale, 4' },
  { at: '/answers/scale/2/value', put: 'yes', code: 'duplicate', words: '"yes" is declared twice' },
  { at: '/answers/scale/2/value', put: 'notSure', code: 'not-allowed', words: 'an answer of every scale' },
  { at: '/method/name', put: 'gated-v2', code: 'unknown-method', words: 'did you mean "gated-v1"?' },
  { at: '/method/name', put: 'magic', code: 'unknown-method', words: 'known methods: gated-v1' },
  {
    at: '/method/parameters',
    alone: true,
    put: { heldd: 0.9 },
    path: '/method/parameters/heldd',
    code: 'unknown-key',
    words: 'did you mean "held"?',
  },
  {
    at: '/method/parameters',
    alone: true,
    put: { held: 9 },
    path: '/method/parameters/held',
    code: 'out-of-range',
    words: 'between 0 and 4',
  },
  {
    at: '/practice/indicators/3/level',
    put: 9,
    code: 'out-of-range',
    words: 'the scale has no level 9; its levels are',
  },
  { at: '/practice/indicators/3/level', put: gone, code: 'missing', words: 'the method "gated-v1" needs it' },
  { at: '/practice/indicators/3/clause', put: 'trsut', code: 'unknown-id', words: 'did you mean "trust"?' },
  { at: '/practice/indicators/3/id', put: 'care/1', alone: true, code: 'duplicate', words: 'ids are permanent' },
  {
    at: '/reference/principles/0/clauses/0/id',
    put: 'shop',
    alone: true,
    code: 'duplicate',
    words: 'used more than once',
  },
  {
    at: '/practice/indicators/3/requires',
    put: ['care/11'],
    path: '/practice/indicators/3/requires/0',
    code: 'unknown-id',
    words: 'did you mean "care/1"?',
  },
  { at: '/practice/indicators/0/requires', put: ['care/2'], code: 'circular', words: 'requires itself in a circle' },
  {
    at: '/practice/indicators/0/formerly',
    put: ['care/0', 'trust/1'],
    path: '/practice/indicators/0/formerly/1',
    code: 'conflict',
    words: 'name only those that are gone',
  },
  {
    at: '/practice/indicators/0/formerly',
    put: ['care/0', 'care/0'],
    path: '/practice/indicators/0/formerly/1',
    code: 'duplicate',
    words: 'stands twice',
  },
  { at: '/facts/0/id', put: 'ext.joinery.till', code: 'not-allowed', words: 'a namespace of your own' },
  { at: '/facts/0/id', put: 'ext.till', code: 'bad-format', words: 'ext.<namespace>.<name>' },
  {
    at: '/facts/0/type',
    put: 'records',
    path: '/facts/0/fields',
    code: 'missing',
    words: 'names the fields of its items',
  },
  { at: '/facts/0/fields', put: { coin: 'number' }, code: 'not-allowed', words: 'only records have fields' },
  { at: '/instrument/questions/0/fact', put: 'rmp.ownr', code: 'unknown-fact', words: 'did you mean "rmp.owner"?' },
  {
    at: '/instrument/questions/0/type',
    put: 'records',
    alone: true,
    code: 'wrong-type',
    words: 'cannot write the fact "rmp.owner", which is a single value',
  },
  { at: '/instrument/questions/0/clause', put: 'car', code: 'unknown-id', words: 'did you mean "care"?' },
  { at: '/instrument/questions/1/fields/0/field', put: 'titel', code: 'unknown-fact', words: 'did you mean "title"?' },
  { at: '/scopes/0/indicators/0', put: 'care/8', code: 'unknown-id', words: 'there is no indicator "care/8"' },
  { at: '/scopes/0/questions/0', put: 'q.ownr', code: 'unknown-id', words: 'did you mean "q.owner"?' },
  { at: '/lenses/0/elements/0/indicators/0', put: 'trust/8', code: 'unknown-id', words: 'did you mean' },
  { at: '/plan/sections/0/parts/0/fact', put: 'rmp.ownr', code: 'unknown-fact', words: 'did you mean "rmp.owner"?' },
]

/** Faults in a condition. */
const conditions: Planted[] = [
  { at: `${test1}/fact`, put: 'rmp.ownr', code: 'unknown-fact', words: 'did you mean "rmp.owner"?' },
  { at: `${test1}/fact`, put: 'risks.scope', code: 'unknown-fact', words: 'unknown fact "risks.scope"' },
  { at: `${test1}/fact`, put: 'evidence', code: 'unknown-fact', words: 'unknown fact "evidence"' },
  { at: `${test1}/fact`, put: 7, code: 'wrong-type', words: 'should be the id of a fact' },
  { at: `${test1}/fact`, put: 'count', code: 'missing', words: 'needs "params" that name a list' },
  { at: `${test1}/operator`, put: 'givn', code: 'unknown-operator', words: 'did you mean "given"?' },
  { at: `${test1}/operator`, put: 'noot:given', code: 'unknown-operator', words: 'did you mean "not"?' },
  { at: `${test1}/operator`, put: 'resembles', code: 'unknown-operator', words: 'known operators: equal' },
  { at: `${test1}/operator`, put: gone, code: 'missing', words: 'the name of an operator' },
  { at: `${test1}/value`, put: gone, code: 'missing', words: 'what the fact is compared with' },
  { at: `${test1}/value`, put: false, code: 'wrong-type', words: 'put "not" around it' },
  {
    at: `${test1}/value`,
    put: { fact: 'rmp.ownr' },
    path: `${test1}/value/fact`,
    code: 'unknown-fact',
    words: 'did you mean "rmp.owner"?',
  },
  {
    at: `${test1}/value`,
    put: { fakt: 'rmp.owner' },
    path: `${test1}/value/fakt`,
    code: 'unknown-key',
    words: 'did you mean "fact"?',
  },
  {
    at: test1,
    put: { ...ownerGiven, operator: 'in', value: 'Ann' },
    path: `${test1}/value`,
    code: 'wrong-type',
    words: 'compares with a list of values',
  },
  {
    at: test1,
    put: { ...ownerGiven, operator: 'equal', value: ['Ann'] },
    path: `${test1}/value`,
    code: 'wrong-type',
    words: 'one value, not with a list',
  },
  {
    at: test1,
    put: { ...ownerGiven, operator: 'someValue:equal', value: 'Ann' },
    path: `${test1}/value`,
    code: 'wrong-type',
    words: 'a list of values',
  },
  {
    at: test1,
    put: { ...ownerGiven, operator: 'withinDays', value: -1 },
    path: `${test1}/value`,
    code: 'wrong-type',
    words: 'a number of days',
  },
  {
    at: test1,
    put: { ...ownerGiven, opertor: 'given' },
    path: `${test1}/opertor`,
    code: 'unknown-key',
    words: 'did you mean "operator"?',
  },
  {
    at: test1,
    put: { ...ownerGiven, path: '$..name' },
    path: `${test1}/path`,
    code: 'bad-path',
    words: 'and nothing else',
  },
  {
    at: test1,
    put: { ...ownerGiven, params: { of: 'risks' } },
    path: `${test1}/fact`,
    code: 'unknown-fact',
    words: 'takes no params',
  },
  { at: test1, put: { al: [ownerGiven] }, code: 'not-allowed', words: 'did you mean "all"?' },
  { at: test1, put: { all: [ownerGiven], any: [ownerGiven] }, code: 'not-allowed', words: 'this one has all and any' },
  { at: test1, put: 'rmp.owner', code: 'wrong-type', words: 'should be a condition' },
  { at: '/practice/indicators/0/conditions/all', put: [], code: 'missing', words: 'always true in json-rules-engine' },
  {
    at: '/practice/indicators/0/conditions/all',
    put: ownerGiven,
    code: 'wrong-type',
    words: 'should be a list of conditions',
  },
  {
    at: test1,
    put: { condition: 'fersh' },
    path: `${test1}/condition`,
    code: 'unknown-condition',
    words: 'did you mean "fresh"?',
  },
  {
    at: '/conditions/fresh',
    put: { not: { condition: 'fresh' } },
    path: '/conditions/fresh/not/condition/not/condition',
    code: 'circular',
    words: 'fresh → fresh',
  },
  {
    at: '/conditions/unused',
    put: { ...ownerGiven, fact: 'rmp.ownr' },
    path: '/conditions/unused/fact',
    code: 'unknown-fact',
    words: 'did you mean',
  },
  {
    at: test1,
    put: count({ of: 'risk' }),
    path: `${test1}/params/of`,
    code: 'unknown-fact',
    words: 'did you mean "risks"?',
  },
  {
    at: test1,
    put: count({ of: 'rmp.owner' }),
    path: `${test1}/params/of`,
    code: 'unknown-fact',
    words: 'there is no list "rmp.owner"',
  },
  {
    at: test1,
    put: count({ of: 'risks', that: ownerGiven }),
    path: `${test1}/params/that`,
    code: 'unknown-key',
    words: 'known keys: of, where',
  },
  {
    at: test1,
    put: count({ of: 'risks' }, { path: '$[0]' }),
    path: `${test1}/path`,
    code: 'not-allowed',
    words: 'with params has no path',
  },
  {
    at: test1,
    put: { ...every({}), params: { of: 'risks' } },
    path: `${test1}/params`,
    code: 'missing',
    words: 'needs "that" in its params',
  },
  {
    at: test1,
    put: { ...every({}), params: 'risks' },
    path: `${test1}/params`,
    code: 'wrong-type',
    words: 'should be an object',
  },
  {
    at: test1,
    put: every({ ...ownerGiven, fact: 'owner' }),
    path: `${test1}/params/that/fact`,
    code: 'unknown-fact',
    words: 'did you mean "ownerUs"?',
  },
  {
    at: test1,
    put: every({ ...ownerGiven, fact: 'title', path: '$.x' }),
    path: `${test1}/params/that/path`,
    code: 'not-allowed',
    words: 'a field of an item has no path',
  },
  {
    at: test1,
    put: every({ ...every(ownerGiven) }),
    path: `${test1}/params/that/fact`,
    code: 'not-allowed',
    words: 'inside an item only "count"',
  },
  {
    at: test1,
    put: every(count({ of: 'steps' })),
    path: `${test1}/params/that/params/of`,
    code: 'unknown-fact',
    words: 'has no list "steps"',
  },
  {
    at: test1,
    put: { fact: 'newest', params: { of: 'checks', field: 'when' }, operator: 'given', value: true },
    path: `${test1}/params/field`,
    code: 'unknown-fact',
    words: 'its fields: at',
  },
  {
    at: test1,
    put: { ...ownerGiven, fact: 'recorded', params: { of: 'rmp.owner' } },
    path: `${test1}/fact`,
    code: 'not-allowed',
    words: 'use the operator "given"',
  },
  {
    at: '/reference/principles/0/clauses/1/appliesWhen',
    put: { ...ownerGiven, fact: 'recorded', params: { of: 'rmp.ownr' } },
    path: '/reference/principles/0/clauses/1/appliesWhen/params/of',
    code: 'unknown-fact',
    words: 'unknown fact "rmp.ownr"',
  },
]

/** Puts faults into a document. */
function planted(faults: readonly Planted[]): Json {
  const document = JSON.parse(JSON.stringify(sound())) as Json
  for (const { at, put } of faults) {
    const steps = at.split('/').slice(1)
    const holder = steps.slice(0, -1).reduce((inner, step) => inner[step] as Json, document)
    if (put === gone) delete holder[steps.at(-1)!]
    else holder[steps.at(-1)!] = put
  }
  return document
}

function faultsOf(document: unknown): readonly Fault[] {
  const faults = createFaults()
  expect(readRuleSet(document, [], faults)).toBeUndefined()
  return faults.list
}

const reported = ({ at, path = at, code, words }: Planted) =>
  expect.objectContaining({ path, code, message: expect.stringContaining(words) as string, severity: 'error' })

test('a sound rule set has no faults', () => {
  expect(parseRuleSet(sound())).toMatchObject({ id: 'corner-shop', version: '1.0.0' })
})

const all = [...structural, ...meaning, ...conditions].map((fault) => ({
  ...fault,
  shown: JSON.stringify(fault.put)?.slice(0, 40) ?? 'nothing',
}))

describe('a planted fault is reported with its place and a remedy', () => {
  test.each(all)('$shown at $at: $words', (fault) => {
    expect(faultsOf(planted([fault]))).toContainEqual(reported(fault))
  })

  test('with the value that stands there', () => {
    for (const fault of all) {
      const document = planted([fault])
      const scalars = faultsOf(document).filter(({ code, value }) => code !== 'circular' && typeof value !== 'object')
      for (const { path, value } of scalars.filter((found) => found.value !== undefined))
        expect(valueAt(document, path), path).toBe(value)
    }
  })
})

const valueAt = (document: Json, path: string) =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, step) => (inner as Json)[step], document)

describe('all faults of a document are reported at once', () => {
  /** Faults that can stand in one document: none is planted where, or in what, another one is. */
  const together = (faults: readonly Planted[]) => {
    const chosen: Planted[] = []
    const clashes = (one: string, other: string) =>
      `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`)
    for (const fault of faults)
      if (
        !fault.alone &&
        !chosen.some(({ at, path = at }) => clashes(at, fault.at) || clashes(path, fault.path ?? fault.at))
      )
        chosen.push(fault)
    return chosen
  }

  test.each([
    { kind: 'structure', faults: together(structural), least: 13 },
    { kind: 'meaning', faults: together([...meaning, ...conditions]), least: 20 },
  ])('those in its $kind', ({ faults, least }) => {
    expect(faults.length).toBeGreaterThanOrEqual(least)
    const found = faultsOf(planted(faults))
    for (const fault of faults) expect(found).toContainEqual(reported(fault))
  })

  test('and thrown as one error', () => {
    const faults = together(structural)
    expect(() => parseRuleSet(planted(faults))).toThrow(
      expect.objectContaining({
        name: 'DocumentError',
        faults: expect.arrayContaining(faults.map(reported)) as Fault[],
      }) as Error,
    )
  })
})
