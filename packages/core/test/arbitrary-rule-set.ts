import fc from 'fast-check'
import { parseRuleSet } from '../src/rule-set/parse-rule-set.ts'
import type { RuleSet } from '../src/rule-set/rule-set.ts'
import { modelFields } from '../src/schema/model.ts'

type Json = Record<string, unknown>

const isPlain = (path: string) =>
  !modelFields.some(({ path: list, type }) => type === 'records' && path.startsWith(`${list}.`))
const facts = modelFields.filter(
  ({ path, type }) => path.includes('.') && isPlain(path) && type !== 'records' && !path.startsWith('evidence'),
)
const lists = modelFields.filter(({ path, type }) => type === 'records' && isPlain(path) && path !== 'evidence')

const cadence = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant({ fact: 'profile.cadence' }))
const comparison = fc.constantFrom(
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'equal',
  'notEqual',
)

/** A test that fits the type of what it reads. */
function testOf({ path, type, choices }: (typeof modelFields)[number], name: string): fc.Arbitrary<Json> {
  const given = fc.constant<Json>({ fact: name, operator: 'given', value: true })
  switch (type) {
    case 'date':
      return fc.oneof(
        given,
        cadence.map((value) => ({ fact: name, operator: 'withinDays', value })),
        fc.constant({ fact: name, operator: 'inFuture', value: true }),
        fc.constant({ fact: name, operator: 'greaterThanInclusive', value: { fact: 'rmp.versionAt' } }),
      )
    case 'number':
      return fc.oneof(
        given,
        fc.record({ fact: fc.constant(name), operator: comparison, value: fc.constantFrom(0, 0.5, 1, 3, 50) }),
      )
    case 'choice':
      return fc.record({
        fact: fc.constant(name),
        operator: fc.constantFrom('in', 'notIn', 'not:in'),
        value: fc.subarray([...choices!], { minLength: 1 }),
      })
    case 'texts':
      return fc.record({
        fact: fc.constant(name),
        operator: fc.constantFrom('contains', 'doesNotContain', 'someFact:equal', 'not:contains'),
        value: fc.constantFrom('one', 'exit', 'ip'),
      })
    case 'yesNo':
      return fc.boolean().map((value) => ({ fact: name, operator: 'equal', value }))
    case 'text':
    case 'entity':
    case 'records':
      return path === name && type !== 'text' ? fc.constant({ fact: name, operator: 'given', value: true }) : given
  }
}

function treeOf(leaf: fc.Arbitrary<Json>, depth: number): fc.Arbitrary<Json> {
  if (depth === 0) return leaf
  const inner = treeOf(leaf, depth - 1)
  const branches = fc.array(inner, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    branches.map((all) => ({ all })),
    branches.map((any) => ({ any })),
    inner.map((not) => ({ not })),
  )
}

const itemTest = (list: string) => {
  const fields = modelFields.filter(
    ({ path, type }) => path.startsWith(`${list}.`) && !path.slice(list.length + 1).includes('.') && type !== 'records',
  )
  return treeOf(
    fc.constantFrom(...fields).chain((field) => testOf(field, field.path.slice(list.length + 1))),
    1,
  )
}

const listTest: fc.Arbitrary<Json> = fc.constantFrom(...lists).chain(({ path: of }) => {
  const where = fc.option(itemTest(of), { nil: undefined })
  const params = fc.record({ of: fc.constant(of), where, that: itemTest(of) })
  return fc.oneof(
    countTest(of),
    params.chain((named) =>
      fc.record({
        fact: fc.constant('share'),
        params: fc.constant(withoutUndefined(named)),
        operator: comparison,
        value: fc.constantFrom(0, 0.5, 0.8, 1),
      }),
    ),
    params.map((named) => ({ fact: 'every', params: withoutUndefined(named), operator: 'equal', value: true })),
  )
})

/** A count is always due, because an open list may still grow; and none of these is decided before anything is recorded. */
function countTest(of: string): fc.Arbitrary<Json> {
  return fc
    .record({
      where: fc.option(itemTest(of), { nil: undefined }),
      operator: comparison,
      value: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ where, operator, value }) => ({
      fact: 'count',
      params: withoutUndefined({ of, where }),
      operator,
      value,
    }))
}

function withoutUndefined(params: Json): Json {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}

const factTest = fc.constantFrom(...facts).chain((field) => testOf(field, field.path))
const condition = treeOf(fc.oneof({ weight: 2, arbitrary: factTest }, listTest), 2)
const alwaysDue = fc.constantFrom(...lists).chain(({ path }) => countTest(path))
const weight = fc.constantFrom(0.5, 0.7, 1, 1.3, 2)

/** Clauses begin with an indicator that is always due, so that a clause never vanishes as a whole. */
const clause = (id: string) =>
  fc
    .tuple(
      alwaysDue,
      fc.array(
        fc.record({
          level: fc.integer({ min: 1, max: 4 }),
          weight,
          critical: fc.boolean(),
          parts: fc.array(condition, { minLength: 1, maxLength: 3 }),
          answered: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      weight,
    )
    .map(([first, others, clauseWeight]) => ({
      clause: { id, title: id, weight: clauseWeight },
      indicators: [
        { id: `${id}/first`, clause: id, level: 1, statement: 's', conditions: { all: [first] } },
        ...others.map(({ level, weight: own, critical, parts, answered }, index) => ({
          id: `${id}/i${index}`,
          clause: id,
          level,
          weight: own,
          critical,
          statement: 's',
          ...(answered ? {} : { conditions: { all: parts } }),
        })),
      ],
    }))

const principle = (id: string) =>
  fc.tuple(weight, ...[1, 2, 3].map((number) => clause(`${id}.c${number}`))).map(([own, ...clauses]) => ({
    principle: { id, title: id, weight: own, clauses: clauses.map((entry) => entry.clause) },
    indicators: clauses.flatMap((entry) => entry.indicators),
  }))

/** A random rule set with any of the methods; its conditions read the whole relationship model. */
export const arbitraryRuleSet: fc.Arbitrary<RuleSet> = fc
  .tuple(fc.constantFrom('gated-v1', 'weighted-mean-v1', 'weakest-link-v1'), principle('a'), principle('b'))
  .map(([method, ...principles]) =>
    parseRuleSet({
      formatVersion: 1,
      id: 'random',
      version: '1.0.0',
      title: 'Random',
      language: 'en',
      provider: { name: 'Chance' },
      licence: 'Apache-2.0',
      scale: { top: 4, levels: [0, 1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}` })) },
      method: { name: method },
      answers: {
        scale: [
          { value: 'yes', share: 1, label: 'Yes' },
          { value: 'partly', share: 0.5, label: 'Partly' },
          { value: 'no', share: 0, label: 'No' },
        ],
        notApplicable: { limit: 0.25, reasons: [{ code: 'not-in-scope', label: 'Not in scope' }] },
      },
      profile: {
        segments: ['key', 'important', 'simple'].map((id) => ({ id, title: id })),
        sizeBands: [
          {
            id: 'micro',
            title: 'Micro',
            below: 10,
            cadence: { key: 180, important: 365, simple: 365 },
            target: { key: 3, important: 2, simple: 1 },
          },
          {
            id: 'medium',
            title: 'Medium',
            cadence: { key: 90, important: 180, simple: 180 },
            target: { key: 3, important: 3, simple: 1 },
          },
        ],
      },
      reference: { principles: principles.map((entry) => entry.principle) },
      practice: { indicators: principles.flatMap((entry) => entry.indicators) },
    }),
  )
