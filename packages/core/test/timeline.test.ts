import { describe, expect, test } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import { timelineOf } from '../src/compare/timeline.ts'
import type { Compared } from '../src/compare/compare-assessments.ts'
import type { RuleSet } from '../src/rule-set/rule-set.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import { answers, daysAgo, indicator, ruleSetOf, today } from './small-rule-set.ts'

const fresh = { fact: 'rmp.versionAt', operator: 'withinDays', value: 100 }
const practice = [indicator('plan/1', { conditions: { all: [fresh] } }), indicator('trust/1'), indicator('trust/2')]
const shop = ruleSetOf(practice)
const ten = ruleSetOf([...practice, indicator('trust/2b')], { version: '1.1.0' })

const at = (ruleSet: RuleSet, asOf: string, values: Readonly<Record<string, string>>): Compared => {
  const relationship: Relationship = { rmp: { versionAt: daysAgo(150) }, ...answers(values) }
  return { assessor: createAssessor(ruleSet), relationship, options: { asOf } }
}
const said = { 'trust/1': 'yes', 'trust/2': 'yes' }
const course = [
  at(shop, daysAgo(100), { 'trust/1': 'yes' }),
  at(shop, daysAgo(90), said),
  at(shop, daysAgo(10), said),
  at(ten, today, said),
]

describe('a timeline', () => {
  const { points, headline, principles } = timelineOf(course)

  test('splits every step into what you changed, what aged, and what the rules changed', () => {
    expect(points.map(({ asOf, version }) => [asOf, version])).toEqual([
      [daysAgo(100), '1.0.0'],
      [daysAgo(90), '1.0.0'],
      [daysAgo(10), '1.0.0'],
      [today, '1.1.0'],
    ])
    const causes = headline.steps.map((step) =>
      (['you', 'time', 'rules'] as const).filter((cause) => step![cause] !== 0),
    )
    expect(causes).toEqual([['you'], ['time'], ['rules']])
  })

  test('adds up, for the headline and for each principle', () => {
    for (const { figures, steps, total } of [headline, ...principles]) {
      expect(figures).toHaveLength(4)
      const change = Math.round((figures.at(-1)!.score! - figures[0]!.score!) * 1e4) / 1e4
      expect(total!.change).toBe(change)
      const parts = steps.reduce((sum, step) => sum + step!.time + step!.rules + step!.you, 0)
      expect(Math.round(parts * 1e4)).toBe(Math.round(change * 1e4))
    }
  })

  test('of one assessment has its figures and no step; of none is empty', () => {
    const { headline: alone, points: one } = timelineOf(course.slice(0, 1))
    expect([one.length, alone.figures.length, alone.steps, alone.total]).toEqual([
      1,
      1,
      [],
      { change: 0, time: 0, rules: 0, you: 0 },
    ])
    expect(timelineOf([])).toMatchObject({ points: [], principles: [] })
  })

  test('of two rule sets is refused', () => {
    const other = ruleSetOf(practice, { id: 'another-shop' })
    expect(() => timelineOf([course[0]!, at(other, today, said)])).toThrow('compare two of the same')
  })
})
