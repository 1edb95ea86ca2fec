import { describe, expect, test } from 'vitest'
import { createFaults, type FaultCode } from '../src/fault.ts'
import { readRuleSet } from '../src/rule-set/parse-rule-set.ts'
import { processorTime } from './processor-time.ts'
import { documentOf, indicator, type Json } from './small-rule-set.ts'

const ownerGiven = { fact: 'rmp.owner', operator: 'given', value: true }
const judged = (conditions: unknown) => documentOf([indicator('care/1', { conditions })])
const test1 = (more: Json) => judged({ all: [{ ...ownerGiven, ...more }] })
const parsed = (text: string): unknown => JSON.parse(text)

/** A value nested `depth` times, built without recursion. */
function nested(depth: number, inner: unknown, wrap: (value: unknown) => unknown): unknown {
  let value = inner
  for (let level = 0; level < depth; level++) value = wrap(value)
  return value
}

/** Named conditions of which each refers twice to the next, and the last to `last`. */
const doubling = (names: number, last: unknown): Json =>
  Object.fromEntries(
    Array.from({ length: names }, (_, index) => {
      const next = index === names - 1 ? last : { condition: `c${index + 1}` }
      return [`c${index}`, { all: [next, next] }]
    }),
  )

const manyIndicators = (count: number, more: (index: number) => Json) =>
  documentOf(
    Array.from({ length: count }, (_, index) => ({ ...indicator('care/1', more(index)), id: `care/i${index}` })),
  )

interface Attack {
  readonly attack: string
  readonly document: () => unknown
  readonly code: FaultCode
}

const attacks: Attack[] = [
  ...[1_000, 100_000].flatMap((depth): Attack[] => [
    {
      attack: `"not" nested ${depth} times`,
      document: () => judged(nested(depth, ownerGiven, (not) => ({ not }))),
      code: 'too-deep',
    },
    {
      attack: `"all" nested ${depth} times`,
      document: () => judged(nested(depth, ownerGiven, (inner) => ({ all: [inner] }))),
      code: 'too-deep',
    },
    {
      attack: `a filter on items nested ${depth} times`,
      document: () =>
        judged(
          nested(depth, ownerGiven, (where) => ({
            fact: 'count',
            params: { of: 'risks', where },
            operator: 'equal',
            value: 1,
          })),
        ),
      code: 'unknown-fact',
    },
    {
      attack: `a value nested ${depth} times`,
      document: () => test1({ value: nested(depth, 1, (inner) => [inner]) }),
      code: 'wrong-type',
    },
    {
      attack: `a fact nested ${depth} times`,
      document: () => test1({ fact: nested(depth, 1, (inner) => [inner]) }),
      code: 'wrong-type',
    },
    {
      attack: `a title nested ${depth} times`,
      document: () => documentOf([], { title: nested(depth, 1, (inner) => ({ inner })) }),
      code: 'wrong-type',
    },
  ]),
  {
    attack: 'a condition that refers to itself',
    document: () => ({ ...judged({ condition: 'a' }), conditions: { a: { condition: 'a' } } }),
    code: 'circular',
  },
  {
    attack: 'a circle of references with two branches each',
    document: () => ({ ...judged({ condition: 'c0' }), conditions: doubling(14, { condition: 'c0' }) }),
    code: 'circular',
  },
  {
    attack: 'references that fan out 2^14 times',
    document: () => ({ ...judged({ condition: 'c0' }), conditions: doubling(14, ownerGiven) }),
    code: 'too-many',
  },
  {
    attack: 'references that fan out 2^12 times, in each of 2,000 indicators',
    document: () => ({
      ...manyIndicators(2_000, () => ({ conditions: { condition: 'c0' } })),
      conditions: doubling(12, ownerGiven),
    }),
    code: 'too-many',
  },
  {
    attack: 'a reference to what every object has',
    document: () => judged({ condition: 'toString' }),
    code: 'unknown-condition',
  },
  {
    attack: 'a reference to the prototype',
    document: () => judged({ condition: '__proto__' }),
    code: 'unknown-condition',
  },
  ...['__proto__', 'constructor', 'prototype'].flatMap((key): Attack[] => [
    {
      attack: `the key ${key} at the root`,
      document: () => ({ ...judged(ownerGiven), ...(parsed(`{}`) as Json), ...own(key) }),
      code: 'dangerous-key',
    },
    {
      attack: `the key ${key} in an indicator`,
      document: () => documentOf([withOwn(indicator('care/1'), key)]),
      code: 'dangerous-key',
    },
    {
      attack: `the key ${key} in a condition`,
      document: () => judged(withOwn(ownerGiven, key)),
      code: 'dangerous-key',
    },
    {
      attack: `the key ${key} in params`,
      document: () => test1({ fact: 'count', params: withOwn({ of: 'risks' }, key) }),
      code: 'dangerous-key',
    },
    {
      attack: `the key ${key} on the value side`,
      document: () => test1({ value: withOwn({ fact: 'rmp.owner' }, key) }),
      code: 'dangerous-key',
    },
    {
      attack: `a condition named ${key}`,
      document: () => ({ ...judged(ownerGiven), conditions: withOwn({}, key) }),
      code: 'dangerous-key',
    },
    {
      attack: `a language named ${key}`,
      document: () => ({ ...judged(ownerGiven), locales: withOwn({}, key) }),
      code: 'dangerous-key',
    },
    {
      attack: `a fact named ext.${key}.x`,
      document: () => documentOf([indicator('care/1')], { facts: [{ id: `ext.${key}.x`, type: 'text', title: 'x' }] }),
      code: 'bad-format',
    },
    { attack: `the fact ${key}`, document: () => test1({ fact: key }), code: 'unknown-fact' },
    {
      attack: `the list ${key}`,
      document: () => test1({ fact: 'count', params: { of: key }, value: 1 }),
      code: 'unknown-fact',
    },
    { attack: `the operator ${key}`, document: () => test1({ operator: key }), code: 'unknown-operator' },
    {
      attack: `the method ${key}`,
      document: () => documentOf([indicator('care/1')], { method: { name: key } }),
      code: 'unknown-method',
    },
  ]),
  // each of these runs code, or hangs, in an engine with full JSONPath
  ...[
    "$..[?(@.constructor.constructor('return process')())]",
    "$[?(@.__lookupGetter__('x'))]",
    "$[(@.constructor.constructor('throw 1')())]",
    "$[?(/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'))]",
    '$[?(@root.risks.splice(0))]',
    `$${'..*'.repeat(100)}`,
    '$.constructor.prototype',
    "$['__proto__']['polluted']",
    `$${"['a b']".repeat(50_000)}`,
  ].map((path): Attack => ({
    attack: `the path ${path.slice(0, 60)}`,
    document: () => test1({ path }),
    code: 'bad-path',
  })),
  { attack: 'an unknown operator', document: () => test1({ operator: 'exec' }), code: 'unknown-operator' },
  {
    attack: '100,000 decorators',
    document: () => test1({ operator: `${'not:'.repeat(100_000)}equal` }),
    code: 'unknown-operator',
  },
  ...(['fact', 'operator', 'path', 'condition'] as const).map((key): Attack => ({
    attack: `10 MB of text as ${key}`,
    document: () =>
      key === 'condition' ? judged({ condition: 'x'.repeat(10_000_000) }) : test1({ [key]: 'x'.repeat(10_000_000) }),
    code: (
      { fact: 'unknown-fact', operator: 'unknown-operator', path: 'bad-path', condition: 'unknown-condition' } as const
    )[key],
  })),
  {
    attack: '10 MB of text as title',
    document: () => documentOf([], { title: 'x'.repeat(10_000_000) }),
    code: 'too-many',
  },
  {
    attack: '10 MB of id, right but for its end',
    document: () => documentOf([], { id: `${'a-'.repeat(5_000_000)}!` }),
    code: 'too-many',
  },
  {
    attack: '10 MB of id of an indicator',
    document: () => documentOf([{ ...indicator('care/1'), id: `${'a.'.repeat(5_000_000)}!` }]),
    code: 'too-many',
  },
  {
    attack: 'a million conditions in one list',
    document: () => judged({ any: Array.from({ length: 1_000_000 }, () => ownerGiven) }),
    code: 'too-many',
  },
  {
    attack: 'a million values',
    document: () => test1({ operator: 'in', value: Array.from({ length: 1_000_000 }, () => 1) }),
    code: 'too-many',
  },
  {
    attack: 'a million numbers where a text belongs',
    document: () => documentOf([], { title: Array.from({ length: 1_000_000 }, () => 1) }),
    code: 'wrong-type',
  },
  {
    attack: '100,000 keys that nobody knows',
    document: () =>
      documentOf([], Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, 1]))),
    code: 'unknown-key',
  },
  {
    attack: '40,000 facts that nobody knows',
    document: () =>
      manyIndicators(200, (index) => ({
        conditions: {
          any: Array.from({ length: 200 }, (_, fact) => ({
            ...ownerGiven,
            fact: `businessCase.partnerConfirmed${index}x${fact}`,
          })),
        },
      })),
    code: 'unknown-fact',
  },
  {
    attack: '2,000 indicators that all require each other',
    document: () =>
      manyIndicators(2_000, (index) => ({
        requires: Array.from({ length: 20 }, (_, step) => `care/i${(index * 7 + step + 1) % 2_000}`),
      })),
    code: 'circular',
  },
  ...[null, undefined, 7, 'rules', true, [], [[]], Symbol('rules'), () => 1].map((document): Attack => ({
    attack: `${String(document)} instead of a document`,
    document: () => document,
    code: 'wrong-type',
  })),
]

/** An object with a key of its own, as JSON.parse makes it. */
function own(key: string): Json {
  return parsed(`{ "${key}": { "polluted": true } }`) as Json
}

function withOwn(value: Json, key: string): Json {
  const copy = parsed(JSON.stringify(value)) as Json
  Object.defineProperty(copy, key, { value: { polluted: true }, enumerable: true })
  return copy
}

describe('a hostile rule set is refused, at once and without side effects', () => {
  test.each(attacks)('$attack', ({ document, code }) => {
    const before = Reflect.ownKeys(Object.prototype)
    const attack = document()
    const faults = createFaults()
    // tens of milliseconds at most
    expect(processorTime(() => expect(readRuleSet(attack, [], faults)).toBeUndefined())).toBeLessThan(1_000)
    expect(faults.list.map((fault) => fault.code)).toContain(code)
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
    expect(({} as Json)['polluted']).toBeUndefined()
  })
})
