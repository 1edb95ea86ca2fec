import { describe, expect, test } from 'vitest'
import { daysAgo, fourLevels, ruleSetOf, today, valueOf } from '../../test/small-rule-set.ts'
import { createAssessor } from '../assessor.ts'
import type { Relationship } from '../schema/relationship.ts'

type Pulse = NonNullable<Relationship['pulses']>[number]

/** A pulse in which all four statements got the same rating. */
const pulse = (side: 'us' | 'partner', age: number, rating: number): Pulse => ({
  side,
  at: daysAgo(age),
  reliability: rating,
  openness: rating,
  fairness: rating,
  capability: rating,
})
const facts = (pulses: Pulse[]) =>
  Object.fromEntries(['lowSide', 'lowOpenness', 'gap'].map((name) => [name, valueOf(`trust.${name}`, { pulses })]))

describe('the two sides of trust', () => {
  test.each<
    [what: string, pulses: Pulse[], facts: { lowSide: number | null; lowOpenness: number | null; gap: number | null }]
  >([
    ['count when 30 days apart', [pulse('us', 40, 4), pulse('partner', 10, 3)], { lowSide: 3, lowOpenness: 3, gap: 1 }],
    [
      'do not when 31 days apart',
      [pulse('us', 41, 4), pulse('partner', 10, 3)],
      { lowSide: null, lowOpenness: null, gap: null },
    ],
    [
      'count when the other one is the newer',
      [pulse('us', 10, 2), pulse('partner', 40, 5)],
      { lowSide: 2, lowOpenness: 2, gap: -3 },
    ],
    [
      'are the newest of each',
      [pulse('us', 9, 5), pulse('us', 90, 1), pulse('partner', 9, 4)],
      { lowSide: 4, lowOpenness: 4, gap: 1 },
    ],
    [
      'are the later of the list on one day',
      [pulse('us', 9, 5), pulse('us', 9, 2), pulse('partner', 9, 4)],
      { lowSide: 2, lowOpenness: 2, gap: -2 },
    ],
    [
      'are not replaced by older ones where the newest is incomplete',
      [pulse('us', 9, 5), pulse('partner', 20, 4), { side: 'partner', at: daysAgo(9), openness: 2 }],
      { lowSide: null, lowOpenness: 2, gap: null },
    ],
    [
      'need no more than openness for openness',
      [
        { side: 'us', at: daysAgo(1), openness: 3 },
        { side: 'partner', at: daysAgo(1), openness: 5 },
      ],
      { lowSide: null, lowOpenness: 3, gap: null },
    ],
    ['need both', [pulse('us', 9, 5)], { lowSide: null, lowOpenness: null, gap: null }],
    [
      'leave out pulses without a date',
      [{ ...pulse('us', 9, 5), at: '' }, pulse('partner', 9, 4)],
      { lowSide: null, lowOpenness: null, gap: null },
    ],
    [
      'leave out pulses without a side',
      [{ ...pulse('us', 9, 5), side: '' }, pulse('partner', 9, 4)],
      { lowSide: null, lowOpenness: null, gap: null },
    ],
    [
      'are compared by the mean of all four',
      [
        { ...pulse('us', 1, 4), capability: 3 },
        { ...pulse('partner', 1, 4), openness: 1 },
      ],
      { lowSide: 3.25, lowOpenness: 1, gap: 0.5 },
    ],
  ])('%s', (_what, pulses, expected) => {
    expect(facts(pulses)).toEqual(expected)
  })
})

describe('the trend', () => {
  const partner = (...ratings: number[]) => ratings.map((rating, index) => pulse('partner', 300 - 100 * index, rating))
  test.each<[what: string, pulses: Pulse[], sign: number | null]>([
    ['rises', partner(3, 3, 4), 1],
    ['falls', partner(4, 4, 3), -1],
    ['is steady', partner(3, 3, 3), 0],
    ['is steady where the middle alone stands out', partner(3, 5, 3), 0],
    ['goes by date, not by place in the list', partner(3, 3, 4).toReversed(), 1],
    ['needs three pulses', partner(3, 4), null],
    ['looks at the partner alone', [...partner(3, 4), pulse('us', 5, 5)], null],
    ['leaves out incomplete pulses', [...partner(3, 4), { side: 'partner', at: daysAgo(1), openness: 5 }], null],
    ['is not known on a single day', [3, 4, 5].map((rating) => pulse('partner', 9, rating)), null],
    [
      'weighs days: a long steady time beats a short dip',
      [pulse('partner', 900, 2), ...partner(4, 4), pulse('partner', 99, 3.75)],
      1,
    ],
  ])('%s', (_what, pulses, sign) => {
    expect(valueOf('trust.trend', { pulses })).toBe(sign)
    expect(valueOf('behaviour.trend', { pulses })).toBe(sign)
  })

  test.each([
    { stated: 0.4, notices: 0 },
    { stated: -0.1, notices: 1 },
    { stated: 0, notices: 1 },
  ])('stated as $stated, only its direction is compared with a rising one', ({ stated, notices }) => {
    const record = { pulses: partner(3, 3, 4), trust: { trend: stated } }
    const result = createAssessor(ruleSetOf(fourLevels)).assess(record, { asOf: today })
    expect(result.notices).toHaveLength(notices)
    expect(valueOf('trust.trend', record)).toBe(stated)
  })
})
