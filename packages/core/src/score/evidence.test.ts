import { describe, expect, test } from 'vitest'
import { daysAgo, daysAhead, indicator, ruleSetOf, today } from '../../test/small-rule-set.ts'
import { createAssessor } from '../assessor.ts'
import type { Relationship } from '../schema/relationship.ts'

type Evidence = NonNullable<Relationship['evidence']>[number]

const given = (fact: string) => ({ fact, operator: 'given', value: true })
const shop = createAssessor(
  ruleSetOf([indicator('care/1', { conditions: { all: [given('rmp.owner'), given('rmp.createdAt')] } })]),
)
const recorded: Relationship = { rmp: { owner: 'Ann', createdAt: '2026-01-01' } }
const confidenceIn = (record: Relationship, ...evidence: Evidence[]) =>
  shop.assess({ ...record, evidence }, { asOf: today }).clauses[0]!.confidence

describe('how far what is true rests on evidence', () => {
  test.each<[what: string, evidence: Evidence[], confidence: number]>([
    ['nothing but the record', [], 0.6],
    ['word of mouth', [{ factPath: 'rmp', grade: 'E0' }], 0.4],
    ['something dated', [{ factPath: 'rmp', grade: 'E1' }], 0.6],
    ['something linked', [{ factPath: 'rmp', grade: 'E2' }], 0.8],
    ['the word of the partner', [{ factPath: 'rmp', grade: 'E3' }], 1],
    ['an independent check', [{ factPath: 'rmp', grade: 'E4' }], 1],
    ['evidence for one of two facts', [{ factPath: 'rmp.owner', grade: 'E4' }], 0.8],
    ['evidence for something else', [{ factPath: 'risks', grade: 'E4' }], 0.6],
    [
      'the best of several',
      [
        { factPath: 'rmp', grade: 'E2' },
        { factPath: 'rmp', grade: 'E0' },
      ],
      0.8,
    ],
    ['evidence without a grade', [{ factPath: 'rmp' }], 0.6],
    [
      'evidence of a made-up grade',
      [
        { factPath: 'rmp', grade: 'E9' as never },
        { factPath: 'rmp', grade: 'X4' as never },
      ],
      0.6,
    ],
    ['evidence for a place in a list', [{ factPath: 'rmp[0]', grade: 'E2' }], 0.8],
  ])('%s: %s', (_what, evidence, confidence) => {
    expect(confidenceIn(recorded, ...evidence)).toBe(confidence)
  })

  test.each<[age: number, confidence: number]>([
    [-1, 0.8],
    [0, 0.8],
    [100, 0.8],
    [101, 0.6],
    [150, 0.6],
    [151, 0.4],
  ])('grade E2, %i days old and good for 100, is worth %d', (age, confidence) => {
    const observedAt = age < 0 ? daysAhead(-age) : daysAgo(age)
    expect(confidenceIn(recorded, { factPath: 'rmp', grade: 'E2', observedAt, validForDays: 100 })).toBe(confidence)
    expect(confidenceIn(recorded, { factPath: 'rmp', grade: 'E2', observedAt })).toBe(0.8)
  })

  test('E0 grows no worse with age', () => {
    expect(confidenceIn(recorded, { factPath: 'rmp', grade: 'E0', observedAt: daysAgo(120), validForDays: 100 })).toBe(
      0.4,
    )
  })

  test.each<[what: string, record: Relationship, confidence: number | null]>([
    ['an answer of yes is word of mouth', { answers: { 'care/1': { value: 'yes' } } }, 0.4],
    [
      'an answer beside a record counts for the open part',
      { rmp: { owner: 'Ann' }, answers: { 'care/1': { value: 'yes' } } },
      0.5,
    ],
    ['an answer of partly makes nothing true', { answers: { 'care/1': { value: 'partly' } } }, null],
    ['nothing is true of an empty record', {}, null],
  ])('%s', (_what, record, confidence) => {
    expect(confidenceIn(record)).toBe(confidence)
  })

  test('never changes a score', () => {
    const score = (evidence: Evidence[]) => shop.assess({ ...recorded, evidence }, { asOf: today }).headline.score
    expect(score([{ factPath: 'rmp', grade: 'E4' }])).toBe(score([{ factPath: 'rmp', grade: 'E0' }]))
  })
})

describe('whether the partner confirmed anything', () => {
  const confirmation = (evidence: Evidence[], isWitnessed?: (entry: Readonly<Record<string, unknown>>) => boolean) =>
    shop.assess({ ...recorded, evidence }, { asOf: today, ...(isWitnessed === undefined ? {} : { isWitnessed }) })
      .confirmation
  const byPartner: Evidence = { factPath: 'rmp', providedBy: 'partner' }

  test.each<[what: string, evidence: Evidence[], expected: string]>([
    ['no evidence', [], 'none'],
    ['evidence of our own', [{ factPath: 'rmp', providedBy: 'us', grade: 'E4' }], 'none'],
    ['something that the partner gave', [byPartner], 'claimed'],
    ['something that the partner confirmed', [{ factPath: 'rmp', confirmedByPartnerAt: '2026-11-01' }], 'claimed'],
    ['a confirmation left empty', [{ factPath: 'rmp', confirmedByPartnerAt: '' }], 'none'],
    ['a confirmation of nothing', [{ providedBy: 'partner' }], 'none'],
  ])('%s: %s', (_what, evidence, expected) => {
    expect(confirmation(evidence)).toBe(expected)
  })

  test('in a service only what it saw the partner give counts', () => {
    expect(confirmation([byPartner], () => true)).toBe('witnessed')
    expect(confirmation([byPartner], () => false)).toBe('none')
    expect(confirmation([byPartner, { ...byPartner, uri: 'seen' }], ({ uri }) => uri === 'seen')).toBe('witnessed')
  })
})
