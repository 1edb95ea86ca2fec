import { describe, expect, test } from 'vitest'
import { daysAgo, daysAhead, stateOf, valueOf } from '../../test/small-rule-set.ts'
import type { Relationship } from '../schema/relationship.ts'

describe('the size of the firm', () => {
  test.each<[org: NonNullable<Relationship['org']>, band: string | null]>([
    [{ headcount: 0 }, 'micro'],
    [{ headcount: 9 }, 'micro'],
    [{ headcount: 10 }, 'small'],
    [{ headcount: 49 }, 'small'],
    [{ headcount: 50 }, 'medium'],
    [{ headcount: 9, sizeBand: 'medium' }, 'medium'],
    [{ headcount: 9, sizeBand: '' }, 'micro'],
    [{}, null],
  ])('%j is %s', (org, band) => {
    expect(valueOf('profile.sizeBand', { org })).toBe(band)
  })
})

describe('the cadence', () => {
  test.each<[band: 'micro' | 'small' | 'medium' | '', segment: 'key' | 'important' | 'simple' | '', cadence: unknown]>([
    ['micro', 'key', 180],
    ['small', 'key', 120],
    ['medium', 'key', 90],
    ['medium', 'simple', 180],
    ['micro', '', { least: 180, most: 365 }],
    ['', 'key', { least: 90, most: 180 }],
    ['', 'important', { least: 180, most: 365 }],
    ['', '', { least: 90, most: 365 }],
  ])('of a firm of size "%s" in the segment "%s" is %j', (sizeBand, kind, cadence) => {
    expect(valueOf('profile.cadence', { org: { sizeBand }, segment: { kind } })).toEqual(cadence)
  })

  const isFresh = { fact: 'rmp.reviewedAt', operator: 'withinDays', value: { fact: 'profile.cadence' } }
  test.each([
    { age: 0, state: 'true' },
    { age: 90, state: 'true' },
    { age: 91, state: 'unknown' },
    { age: 365, state: 'unknown' },
    { age: 366, state: 'false' },
    { age: -1, state: 'false' },
  ])(
    'where nothing is known, a review $age days ago is in time: $state (strictest 90, loosest 365)',
    ({ age, state }) => {
      expect(stateOf(isFresh, { rmp: { reviewedAt: daysAgo(age) } })).toBe(state)
      const opposite = { true: 'false', false: 'true', unknown: 'unknown' }[state]
      expect(stateOf({ not: isFresh }, { rmp: { reviewedAt: daysAgo(age) } })).toBe(opposite)
      expect(stateOf({ ...isFresh, operator: 'not:withinDays' }, { rmp: { reviewedAt: daysAgo(age) } })).toBe(opposite)
    },
  )

  test.each([
    { ahead: 90, state: 'true' },
    { ahead: 91, state: 'unknown' },
    { ahead: 366, state: 'false' },
  ])('the same looking ahead $ahead days: $state', ({ ahead, state }) => {
    expect(stateOf({ ...isFresh, operator: 'withinNextDays' }, { rmp: { reviewedAt: daysAhead(ahead) } })).toBe(state)
  })
})

describe('the level worth reaching', () => {
  test.each<[what: string, record: Relationship, target: number | null]>([
    ['recorded', { segment: { targetLevel: 2, kind: 'key' }, org: { sizeBand: 'micro' } }, 2],
    ['by segment and size', { segment: { kind: 'important' }, org: { sizeBand: 'medium' } }, 3],
    ['by segment alone, where all sizes agree', { segment: { kind: 'key' } }, 3],
    ['not known, where sizes differ', { segment: { kind: 'important' } }, null],
    ['not known without a segment', { org: { sizeBand: 'micro' } }, null],
    ['by segment where 0 is recorded', { segment: { kind: 'simple', targetLevel: 0 } }, 1],
  ])('is %s', (_what, record, target) => {
    expect(valueOf('profile.target', record)).toBe(target)
  })
})
