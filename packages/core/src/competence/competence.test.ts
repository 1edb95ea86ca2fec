import { describe, expect, test } from 'vitest'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import type { Relationship } from '../schema/relationship.ts'
import { rateCompetences } from './rate-competences.ts'

const asOf = '2026-11-20'
type Entries = NonNullable<Relationship['competences']>
const ruleSet = isoRuleSet()
const rate = (...competences: Entries) => rateCompetences(ruleSet, { competences }, { asOf })
const ines = (item: string, ratings: Partial<Entries[number]>, at = '2026-10-01') => ({
  personRef: 'Ines',
  item,
  at,
  ...ratings,
})

describe('a rating', () => {
  test.each<[string, Entries, object]>([
    ['by oneself alone counts for nothing', [ines('listening', { self: 3 })], { score: null, spread: null }],
    ['counts by the lowest of two groups', [ines('listening', { self: 3, peer: 1 })], { score: 1, spread: 2 }],
    [
      'is not zero where somebody has not seen it',
      [ines('listening', { self: 3 }), ines('listening', { partner: 2 }, '2026-10-02')],
      { score: 2, spread: 1 },
    ],
    [
      'is the newest of its group',
      [ines('listening', { self: 1, peer: 2 }, '2026-01-01'), ines('listening', { self: 2 })],
      { ratings: { self: 2, peer: 2 }, score: 2 },
    ],
  ])('%s', (_what, entries, rating) => {
    expect(rate(...entries).ratings).toMatchObject([rating])
  })

  test('lapses after two years, and does not count before it was given', () => {
    expect(
      rate(ines('listening', { self: 1, peer: 1 }, '2024-11-20'), ines('reliable', { self: 1 }, '2026-11-21')).ratings,
    ).toEqual([])
    expect(rate(ines('listening', { self: 1, peer: 1 }, '2024-11-21')).ratings).toHaveLength(1)
  })
})

test('one step for each person: the lowest item, then the widest spread, with what the next rating looks like', () => {
  const { steps } = rate(
    ines('listening', { self: 2, peer: 2 }),
    ines('reliable', { self: 3, peer: 1 }),
    ines('learning', { self: 1, peer: 1 }),
    { ...ines('agreement', { self: 3, peer: 3 }), personRef: 'Tom' },
  )
  expect(steps).toEqual([
    {
      person: 'Ines',
      item: 'reliable',
      title: 'Reliable, and owns up',
      act: ruleSet.document.competences!.items.find(({ id }) => id === 'competence.reliable')!.mid,
      by: '2027-05-22',
    },
  ])
})

test('a partner that was asked for more than four items is told', () => {
  const five = ['listening', 'reliable', 'learning', 'agreement', 'own-firm'].map((item) => ines(item, { partner: 2 }))
  expect(rate(...five).tooMany).toEqual(['Ines'])
  expect(rate(...five.slice(1)).tooMany).toEqual([])
})

test('a day that is none is refused', () => {
  expect(() => rateCompetences(ruleSet, {}, { asOf: '' })).toThrow(/not a calendar day/)
})
