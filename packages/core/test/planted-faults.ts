import type { FaultCode } from '../src/fault.ts'
import { documentOf, indicator, type Json } from './small-rule-set.ts'

export const ownerGiven = { fact: 'rmp.owner', operator: 'given', value: true }

/** A sound rule set that uses nearly everything a rule set can hold. */
export const sound = () =>
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

export interface Planted {
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

/** What takes a place away. */
export const gone = undefined

/** Faults in the structure of a document. */
export const structural: Planted[] = [
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
export const meaning: Planted[] = [
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

/** Puts faults into a document. */
export function planted(faults: readonly Planted[]): Json {
  const document = JSON.parse(JSON.stringify(sound())) as Json
  for (const { at, put } of faults) {
    const steps = at.split('/').slice(1)
    const holder = steps.slice(0, -1).reduce((inner, step) => inner[step] as Json, document)
    if (put === gone) delete holder[steps.at(-1)!]
    else holder[steps.at(-1)!] = put
  }
  return document
}
