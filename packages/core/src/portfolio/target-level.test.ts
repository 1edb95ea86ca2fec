import { describe, expect, test } from 'vitest'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import type { Relationship } from '../schema/relationship.ts'
import { targetLevelFor, type Segment } from './target-level.ts'

const { profile } = isoRuleSet().document

describe('the level worth reaching', () => {
  test.each<[string, Relationship['org'], Segment, number]>([
    ['a firm of seven and a key partner', { headcount: 7 }, 'key', 3],
    ['a firm of seven and an important one', { headcount: 7 }, 'important', 2],
    ['a firm of sixty and an important one', { headcount: 60 }, 'important', 3],
    ['a firm that says its size band', { sizeBand: 'medium' }, 'important', 3],
    ['a firm of unknown size: the lowest of all sizes', undefined, 'important', 2],
    ['plain trading', { headcount: 7 }, 'simple', 1],
  ])('for %s', (_whom, org, segment, level) => {
    expect(targetLevelFor(profile, org === undefined ? {} : { org }, segment)).toBe(level)
  })

  test('is what the rule set says, and the usual one where it says nothing', () => {
    const sizeBands = profile!.sizeBands.map((band) => ({ ...band, target: { key: 4 } }))
    const own = { ...profile!, sizeBands }
    expect(targetLevelFor(own, { org: { headcount: 7 } }, 'key')).toBe(4)
    expect(targetLevelFor(own, { org: { headcount: 7 } }, 'important')).toBe(2)
    expect(targetLevelFor(undefined, {}, 'key')).toBe(3)
  })
})
