import { checkRelationship, createAssessor, createFaults, type Relationship } from '@joinery/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { association, put, smallWith, type Json } from '../../test/versions.ts'
import { indicatorMap } from './indicator-map.ts'
import { createMigrator } from './migrate-relationship.ts'
import { retiredAnswers } from './retired-answers.ts'

const { before, after } = { before: association.before.ruleSet!, after: association.after.ruleSet! }
const [yes, partly, no] = ['yes', 'partly', 'no'].map((value) => ({ value }))

/** Renames indicators of the small rule set, and says what each was. */
function successors(...list: readonly (readonly [index: number, id: string, formerly: readonly string[]])[]) {
  return (document: Json) => {
    for (const [index, id, formerly] of list)
      Object.assign((document['practice'] as { indicators: Json[] }).indicators[index]!, { id, formerly })
    delete document['scopes']
    delete document['lenses']
  }
}

const drop = (index: number) => put(`/practice/indicators/${index}`, undefined)
const small = smallWith(successors())
/** 0 and 2 are merged into one; 4 is split into two; 6 is renamed; 8 is gone. */
const later = smallWith((document) => {
  successors(
    [0, 'work.both/1', ['work.c0/1', 'work.c1/1']],
    [4, 'work.half/1', ['work.c2/1']],
    [6, 'work.new/1', ['work.c3/1']],
  )(document)
  const { indicators } = document['practice'] as { indicators: Json[] }
  indicators[2] = { ...indicators[4], id: 'work.rest/1' }
  drop(8)(document)
})

describe('what became of the indicators', () => {
  const moves = (...args: Parameters<typeof indicatorMap>) =>
    indicatorMap(...args).filter(({ kind }) => kind !== 'kept')

  test('is told by what their successors say', () => {
    expect(moves(small, later)).toEqual([
      { kind: 'merged', from: ['work.c0/1', 'work.c1/1'], to: ['work.both/1'] },
      { kind: 'split', from: ['work.c2/1'], to: ['work.rest/1', 'work.half/1'] },
      { kind: 'renamed', from: ['work.c3/1'], to: ['work.new/1'] },
      { kind: 'retired', from: ['work.c4/1'], to: [] },
    ])
    expect(moves(before, after)).toEqual([
      { kind: 'retired', from: ['p01.segment/3'], to: [] },
      { kind: 'renamed', from: ['assoc.mentor/2'], to: ['assoc.apprentices/2'] },
      { kind: 'retired', from: ['assoc.site-diary/2'], to: [] },
    ])
  })

  test('one that takes another one in stands for both', () => {
    const taking = smallWith(successors([1, 'work.c0/2', ['work.c0/1']]), drop(0))
    expect(moves(small, taking)).toEqual([{ kind: 'merged', from: ['work.c0/1', 'work.c0/2'], to: ['work.c0/2'] }])
  })

  test('what hangs together in a chain is one move', () => {
    const chain = smallWith(successors([0, 'work.x/1', ['work.c0/1', 'work.c1/1']], [2, 'work.y/1', ['work.c1/1']]))
    expect(moves(small, chain)).toEqual([
      { kind: 'merged', from: ['work.c0/1', 'work.c1/1'], to: ['work.x/1', 'work.y/1'] },
    ])
  })

  test('nothing moves in the same rule set', () => {
    expect(moves(before, before)).toEqual([])
  })
})

describe('an answer', () => {
  const { migrate } = createMigrator(small, later)
  const moved = (answers: Relationship['answers']) => {
    const { relationship, answers: report } = migrate({ answers })
    const aside = retiredAnswers(relationship).map(({ indicator }) => indicator)
    return { answers: relationship.answers, aside, outcomes: report.map(({ outcome }) => outcome) }
  }

  test.each([
    { what: 'to a kept indicator stays', given: { 'work.c9/1': no }, answers: { 'work.c9/1': no }, aside: [] },
    { what: 'follows a new name', given: { 'work.c3/1': no }, answers: { 'work.new/1': no }, aside: [] },
    { what: 'to what is gone is kept aside', given: { 'work.c4/1': yes }, answers: {}, aside: ['work.c4/1'] },
    {
      what: '"yes" to a whole is "yes" to its parts',
      given: { 'work.c2/1': yes },
      answers: { 'work.rest/1': yes, 'work.half/1': yes },
      aside: [],
    },
    { what: '"no" to a whole is asked again', given: { 'work.c2/1': no }, answers: {}, aside: ['work.c2/1'] },
    {
      what: 'to two that are one now follows where both were the same',
      given: { 'work.c0/1': no, 'work.c1/1': no },
      answers: { 'work.both/1': no },
      aside: ['work.c1/1'],
    },
    {
      what: 'to two that are one now is asked again where they differ',
      given: { 'work.c0/1': yes, 'work.c1/1': no },
      answers: {},
      aside: ['work.c0/1', 'work.c1/1'],
    },
    {
      what: 'to one of two that are one now is asked again',
      given: { 'work.c0/1': yes },
      answers: {},
      aside: ['work.c0/1'],
    },
    {
      what: 'to nothing that was there stays',
      given: { 'work.c99/1': yes },
      answers: { 'work.c99/1': yes },
      aside: [],
    },
    {
      what: 'gives way to one that its successor has already',
      given: { 'work.c3/1': yes, 'work.new/1': no },
      answers: { 'work.new/1': no },
      aside: ['work.c3/1'],
    },
  ])('$what', ({ given, answers, aside }) => {
    expect(moved(given as unknown as Relationship['answers'])).toMatchObject({ answers, aside })
    expect(moved(given as unknown as Relationship['answers']).answers).toEqual(answers)
  })

  test('whose id stands for something else is not carried over', () => {
    const other = smallWith(
      put('/practice/indicators/0/statement', 'Prices are fair.'),
      put('/practice/indicators/0/conditions', { all: [{ fact: 'rel.startedAt', operator: 'given', value: true }] }),
    )
    const outcome = createMigrator(smallWith(), other).migrate({ answers: { 'work.c0/1': yes! } })
    expect(outcome.relationship.answers).toEqual({})
    expect(outcome.answers).toEqual([
      expect.objectContaining({ outcome: 'set-aside', words: expect.stringContaining('stands for something else') }),
    ])
  })

  test('that is no answer any more is kept aside', () => {
    const without = smallWith(
      put('/answers/scale/1', undefined),
      put('/answers/scale/1', { value: 'never', share: 0, label: 'Never' }),
    )
    const { relationship } = createMigrator(smallWith(), without).migrate({ answers: { 'work.c0/1': no! } })
    expect(retiredAnswers(relationship)[0]).toMatchObject({ answer: no, because: '"no" is no answer any more' })
  })

  test('to a statement in other words is carried over, and should be read again', () => {
    const reworded = smallWith(put('/practice/indicators/0/statement', 'We do this part of the work.'))
    const { answers } = createMigrator(smallWith(), reworded).migrate({ answers: { 'work.c0/1': yes! } })
    expect(answers).toEqual([
      expect.objectContaining({
        outcome: 'check',
        words: 'the answer stays, but it is asked in other words now: read it again',
      }),
    ])
  })

  test('under the number of a clause stays there as long as it leads to the same indicator', () => {
    const numbered = (number: string) => put('/reference/principles/0/clauses/0/citation', number)
    const given = { answers: { '1.1/1': yes! } }
    const same = createMigrator(smallWith(numbered('1.1')), smallWith(numbered('1.1'))).migrate(given)
    const other = createMigrator(smallWith(numbered('1.1')), smallWith(numbered('1.2'))).migrate(given)
    expect([same.relationship.answers, other.relationship.answers]).toEqual([{ '1.1/1': yes }, { 'work.c0/1': yes }])
  })

  test('given twice, by id and by number, counts once, and the other one is kept', () => {
    const numbered = smallWith(put('/reference/principles/0/clauses/0/citation', '1.1'))
    const { relationship } = createMigrator(numbered, numbered).migrate({
      answers: { 'work.c0/1': yes!, '1.1/1': partly! },
    })
    expect(relationship.answers).toEqual({ 'work.c0/1': yes })
    expect(retiredAnswers(relationship).map(({ answer }) => answer)).toEqual([partly])
  })
})

describe('what was kept aside', () => {
  const answers = { 'assoc.site-diary/2': { value: 'yes', at: '2026-03-01', by: 'Mo' } }
  const there = createMigrator(before, after).migrate({ answers }).relationship

  test('stands in the record with all that it was, where the model allows it, and scores nothing', () => {
    expect(there).toEqual({
      answers: {},
      ext: {
        joinery: {
          retiredAnswers: [
            {
              indicator: 'assoc.site-diary/2',
              ruleSet: 'example-association',
              version: '0.9.0',
              statement: 'We keep a site diary that the partner may read.',
              answer: { value: 'yes', at: '2026-03-01', by: 'Mo' },
              because: 'it is not asked any more',
            },
          ],
        },
      },
    })
    const faults = createFaults()
    checkRelationship(there, after, faults)
    expect(faults.list).toEqual([])
    const { headline, notices } = createAssessor(after).assess(there, { asOf: '2026-11-24' })
    expect({ score: headline.score, notices }).toEqual({ score: 0, notices: [] })
  })

  test('counts again where the same is asked in the same words', () => {
    const back = createMigrator(after, before).migrate(there)
    expect(back.relationship).toEqual({ answers })
    expect(back.answers).toEqual([expect.objectContaining({ indicator: 'assoc.site-diary/2', outcome: 'restored' })])
  })

  test('stays aside where somebody has answered since', () => {
    const since = { ...there, answers: { 'assoc.site-diary/2': { value: 'no' } } }
    const { relationship } = createMigrator(after, before).migrate(since)
    expect(relationship.answers).toEqual(since.answers)
    expect(retiredAnswers(relationship)).toHaveLength(1)
  })

  test('by hand, in a form that nobody knows, is left as it is', () => {
    const ext = { joinery: { retiredAnswers: ['?', { indicator: 3 }], note: 'x' }, other: { a: 1 } }
    expect(createMigrator(before, after).migrate({ ext }).relationship).toEqual({ ext })
  })
})

test('evidence for an answer follows the answer', () => {
  const evidence = [
    { factPath: 'answers.assoc.mentor/2', grade: 'E1' as const },
    { factPath: 'rmp', grade: 'E1' as const },
  ]
  const { relationship } = createMigrator(before, after).migrate({ evidence, answers: { 'assoc.mentor/2': yes! } })
  expect(relationship.evidence).toEqual([{ ...evidence[0], factPath: 'answers.assoc.apprentices/2' }, evidence[1]])
})

describe('laws', () => {
  const ids = [small, later].flatMap(({ indicators }) => indicators.map(({ id }) => id))
  const records = fc.record({
    org: fc.constant({ name: 'Gable End Carpentry' }),
    answers: fc.dictionary(
      fc.constantFrom(...ids, 'p99.none/1'),
      fc.record({ value: fc.constantFrom('yes', 'no', 'notSure') }),
    ),
  }) as fc.Arbitrary<Relationship>

  test('nothing is deleted, whatever the answers, and the record itself is not touched', () => {
    const { migrate } = createMigrator(small, later)
    fc.assert(
      fc.property(records, (record) => {
        const copy = structuredClone(record)
        const { relationship, answers: report } = migrate(record)
        expect(record).toEqual(copy)
        expect(relationship.org).toEqual(record.org)
        const kept = new Set(
          retiredAnswers(relationship).map(({ indicator, answer }) => `${indicator} ${answer.value}`),
        )
        for (const [id, { value }] of Object.entries(record.answers ?? {})) {
          const targets = report.filter(({ indicator }) => indicator === id).flatMap(({ to }) => to)
          const carried = [id, ...targets].some((target) => relationship.answers?.[target]?.value === value)
          expect(carried || kept.has(`${id} ${value}`), id).toBe(true)
        }
      }),
    )
  })

  test('the second time changes nothing, and the same version changes nothing at all', () => {
    fc.assert(
      fc.property(records, (record) => {
        const once = createMigrator(small, later).migrate(record).relationship
        expect(createMigrator(later, later).migrate(once).relationship).toEqual(once)
        expect(createMigrator(small, small).migrate(record).relationship).toEqual(record)
      }),
    )
  })
})
