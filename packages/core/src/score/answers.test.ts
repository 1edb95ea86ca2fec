import { describe, expect, test } from 'vitest'
import { indicator, ruleSetOf, today, type Json } from '../../test/small-rule-set.ts'
import { createAssessor } from '../assessor.ts'
import type { Relationship } from '../schema/relationship.ts'

const given = (fact: string) => ({ fact, operator: 'given', value: true })
const people = [given('rmp.owner'), given('rel.singleSource')]

/** A rule set of one indicator with two parts, and three more beside it so that one in four may be left out. */
const shop = (more: Json = {}, document: Json = {}) =>
  ruleSetOf(
    [
      indicator('care/1', { conditions: { all: people }, ...more }),
      ...[2, 3, 4].map((level) => indicator(`care/${level}`)),
    ],
    document,
  )

const assess = (record: Relationship, ruleSet = shop()) => createAssessor(ruleSet).assess(record, { asOf: today })
const answered = (value: string, reason?: string) => ({
  answers: { 'care/1': reason === undefined ? { value } : { value, reason } },
})

/** Records on which the two parts are as named. */
const records: Readonly<Record<string, Relationship>> = {
  'true true': { rmp: { owner: 'Ann' }, rel: { singleSource: true } },
  'true false': { rmp: { owner: 'Ann' }, rel: { singleSource: false } },
  'true unknown': { rmp: { owner: 'Ann' } },
  'unknown false': { rel: { singleSource: false } },
  'unknown unknown': {},
}

describe('a declared answer stands in for what is not known, and for nothing else', () => {
  test.each<
    [parts: string, answer: string, outcome: string, range: [value: number, potential: number], contradicts?: true]
  >([
    ['unknown unknown', 'none', 'unknown', [0, 1]],
    ['unknown unknown', 'yes', 'met', [1, 1]],
    ['unknown unknown', 'partly', 'partly', [0.5, 0.5]],
    ['unknown unknown', 'no', 'unmet', [0, 0]],
    ['unknown unknown', 'notSure', 'unknown', [0, 1]],
    ['true unknown', 'none', 'unknown', [0.5, 1]],
    ['true unknown', 'yes', 'met', [1, 1]],
    ['true unknown', 'partly', 'partly', [0.75, 0.75]],
    ['true unknown', 'no', 'partly', [0.5, 0.5], true],
    ['unknown false', 'none', 'unknown', [0, 0.5]],
    ['unknown false', 'yes', 'partly', [0.5, 0.5], true],
    ['unknown false', 'no', 'unmet', [0, 0]],
    ['true true', 'no', 'met', [1, 1], true],
    ['true true', 'yes', 'met', [1, 1]],
    ['true true', 'partly', 'met', [1, 1]],
    ['true false', 'yes', 'partly', [0.5, 0.5], true],
    ['true false', 'notSure', 'partly', [0.5, 0.5]],
  ])('parts %s, answer %s: %s', (...[parts, answer, outcome, range, contradicts]) => {
    const result = assess({ ...records[parts], ...(answer === 'none' ? {} : answered(answer)) })
    const [care] = result.clauses[0]!.outcomes
    expect([care!.outcome, care!.value, care!.potential]).toEqual([outcome, ...range])
    expect(result.notices.map(({ code, path }) => [code, path])).toEqual(
      contradicts ? [['answer-contradicts-record', '/answers/care~11']] : [],
    )
  })

  test('and covers the parts that it stands in for', () => {
    const coverage = (record: Relationship) => assess(record).clauses[0]!.coverage
    expect(coverage({})).toBe(0)
    expect(coverage(records['true unknown']!)).toBe(0.2)
    expect(coverage({ ...records['true unknown'], ...answered('partly') })).toBe(0.4)
    expect(coverage(answered('notSure'))).toBe(0)
  })

  test('never brings back what is not due', () => {
    const every = { fact: 'every', params: { of: 'risks', that: given('ownerUs') }, operator: 'equal', value: true }
    const ruleSet = shop({ conditions: { all: [every] } })
    const record = { risks: [], complete: { risks: today }, ...answered('yes') }
    expect(assess(record, ruleSet).clauses[0]!.outcomes[0]).toMatchObject({ outcome: 'notDue', value: 0 })
  })
})

describe('an answer is found', () => {
  const cited = shop({}, { principles: { shop: [{ id: 'care', title: 'Care', citation: '5.1' }] } })

  test('by the id and by the citation', () => {
    expect(assess({ answers: { '5.1/1': { value: 'yes' } } }, cited).clauses[0]!.score).toBe(1)
    expect(assess({ answers: { 'care/1': { value: 'yes' } } }, cited).clauses[0]!.score).toBe(1)
  })

  test('by the id where both are given, and the reader is told', () => {
    const both = assess({ answers: { '5.1/1': { value: 'no' }, 'care/1': { value: 'yes' } } }, cited)
    expect(both.clauses[0]!.score).toBe(1)
    expect(both.notices).toEqual([
      {
        code: 'two-answers',
        path: '/answers/5.1~11',
        message: '"care/1" and "5.1/1" are the same indicator; the answer to "care/1" counts',
      },
    ])
  })

  test('for nothing where the rule set has no such indicator, and the reader is told', () => {
    const { notices } = assess({ answers: { 'caer/1': { value: 'yes' }, toString: { value: 'yes' } } })
    expect(notices.map(({ code, path }) => [code, path])).toEqual([
      ['answer-for-nothing', '/answers/caer~11'],
      ['answer-for-nothing', '/answers/toString'],
    ])
    expect(notices[0]!.message).toContain('did you mean "care/1"?')
  })
})

describe('"does not apply"', () => {
  const no = 'notApplicable'

  test('leaves an indicator out, whatever the record says, and says so where it says something', () => {
    const { clauses, notices } = assess({ ...records['true false'], ...answered(no, 'not-in-scope') })
    expect(clauses[0]!.outcomes[0]).toMatchObject({
      outcome: 'notApplicable',
      declared: 'notApplicable',
      value: 0,
      potential: 0,
    })
    expect(notices.map(({ code }) => code)).toEqual(['answer-contradicts-record'])
    expect(assess(answered(no, 'not-in-scope')).notices).toEqual([])
  })

  test.each<[what: string, record: Relationship, ruleSet: ReturnType<typeof shop>, words: string]>([
    ['a reason', answered(no), shop(), 'needs a reason; give one of the reasons not-in-scope'],
    ['an empty reason', answered(no, ''), shop(), 'needs a reason'],
    ['a reason of the rule set', answered(no, 'not-in-scop'), shop(), 'did you mean "not-in-scope"?'],
    [
      'an indicator that is not critical',
      answered(no, 'not-in-scope'),
      shop({ critical: true }),
      'a critical indicator always applies',
    ],
    [
      'an indicator that allows it',
      answered(no, 'not-in-scope'),
      shop({ notApplicable: false }),
      'this indicator always applies',
    ],
    [
      'a rule set that allows it',
      answered(no, 'not-in-scope'),
      shop(
        {},
        { answers: { scale: ['yes', 'no'].map((value, share) => ({ value, share: 1 - share, label: value })) } },
      ),
      'this rule set has no "does not apply"',
    ],
  ])('needs %s; without it counts as not sure', (...[, record, ruleSet, words]) => {
    const { clauses, notices } = assess(record, ruleSet)
    expect(clauses[0]!.outcomes[0]).toMatchObject({ outcome: 'unknown', declared: null })
    expect(notices).toEqual([
      { code: 'not-applicable-refused', path: '/answers/care~11', message: expect.stringContaining(words) as string },
    ])
  })

  const declaredFor = (levels: number[]) => ({
    answers: Object.fromEntries(levels.map((level) => [`care/${level}`, { value: no, reason: 'not-in-scope' }])),
  })
  test.each([
    { indicators: 3, declared: [1], accepted: [] },
    { indicators: 4, declared: [3], accepted: [3] },
    { indicators: 4, declared: [4, 2], accepted: [2] },
    { indicators: 7, declared: [5, 6], accepted: [5] },
    { indicators: 8, declared: [8, 7, 1], accepted: [1, 7] },
  ])(
    'may be said of a quarter of $indicators indicators, in the order of the rule set: of $declared, $accepted',
    ({ indicators, declared, accepted }) => {
      const levels = Array.from({ length: indicators }, (_, index) => index + 1)
      const ruleSet = ruleSetOf(
        levels.map((level) => ({ ...indicator(`care/${level}`), level: ((level - 1) % 4) + 1 })),
      )
      const { clauses, notices } = assess(declaredFor(declared), ruleSet)
      const left = clauses[0]!.outcomes.filter(({ outcome }) => outcome === 'notApplicable')
      expect(left.map(({ indicator: id }) => id)).toEqual(accepted.map((level) => `care/${level}`))
      expect(notices).toHaveLength(declared.length - accepted.length)
    },
  )

  test('counts each principle by itself', () => {
    const ruleSet = ruleSetOf(
      ['care', 'trust'].flatMap((clause) => [1, 2, 3, 4].map((level) => indicator(`${clause}/${level}`))),
      {
        principles: { near: ['care'], far: ['trust'] },
      },
    )
    const both = {
      answers: { 'care/1': { value: no, reason: 'not-in-scope' }, 'trust/1': { value: no, reason: 'not-in-scope' } },
    }
    expect(assess(both, ruleSet).notices).toEqual([])
  })
})
