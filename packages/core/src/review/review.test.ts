import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import { createAssessor } from '../assessor.ts'
import type { Relationship } from '../schema/relationship.ts'
import { agendaOf } from './agenda.ts'
import { forecast } from './forecast.ts'

const assessor = createAssessor(isoRuleSet())
const asOf = '2026-11-20'
const kinds = (record: Relationship) =>
  agendaOf(assessor, record, { asOf }).items.map(({ kind, due, isOverdue }) => [kind, due, isOverdue])
const example = JSON.parse(
  readFileSync(new URL('../../../../apps/cli/examples/harbour-joinery.json', import.meta.url), 'utf8'),
) as Relationship

describe('an agenda', () => {
  test.each<[string, Relationship, unknown[]]>([
    [
      'a promise that is due soon',
      { commitments: [{ text: 'Samples', due: '2026-12-04' }] },
      [['promise', '2026-12-04', false]],
    ],
    [
      'a promise that is late',
      { commitments: [{ text: 'Samples', due: '2026-11-04' }] },
      [['promise', '2026-11-04', true]],
    ],
    [
      'no promise that was kept, missed, or is far away',
      {
        commitments: [
          { due: '2026-11-21', keptAt: '2026-11-10' },
          { due: '2026-11-10', missedAt: '2026-11-11' },
          { due: '2027-06-01' },
        ],
      },
      [],
    ],
    ['work without a day', { actions: [{ source: 'Review', owner: 'Tom' }] }, [['action', null, false]]],
    [
      'a high risk that nobody read for 90 days',
      { risks: [{ title: 'Fire', severity: 'high', status: 'open', reviewedAt: '2026-08-01' }] },
      [['risk', '2026-10-30', true]],
    ],
    [
      'not a low one of the same day',
      { risks: [{ title: 'Rain', severity: 'low', status: 'open', reviewedAt: '2026-08-01' }] },
      [],
    ],
    ['not a closed one', { risks: [{ title: 'Fire', severity: 'high', status: 'closed' }] }, []],
    [
      'gaps without an action',
      { checks: [{ at: '2026-10-01', gapsFlagged: 3, gapsWithAction: 1 }] },
      [['gap', null, false]],
    ],
    ['a word, after a long silence', { meetings: [{ at: '2026-08-01' }] }, [['contact', '2026-10-30', true]]],
  ])('has %s', (_what, record, items) => {
    expect(kinds(record).filter(([kind]) => kind !== 'stale')).toEqual(items)
  })

  test('lists what is overdue first, then by day', () => {
    const commitments = ['2026-12-10', '2026-11-01', '2026-12-01'].map((due) => ({ text: due, due }))
    expect(kinds({ commitments }).map(([, due]) => due)).toEqual(['2026-11-01', '2026-12-01', '2026-12-10'])
  })

  test.each<[string, Relationship, string]>([
    ['as planned', { rmp: { nextReviewAt: '2027-01-05' } }, '2027-01-05'],
    [
      'within the cadence of a small firm and a key partner',
      { org: { headcount: 20 }, segment: { kind: 'key' } },
      '2027-03-20',
    ],
    ['within the strictest cadence where size and segment are unknown', {}, '2027-02-18'],
  ])('says when the next review is: %s', (_when, record, next) => {
    expect(agendaOf(assessor, record, { asOf }).next).toBe(next)
  })

  test('is refused for a day that is none', () => {
    expect(() => agendaOf(assessor, {}, { asOf: 'soon' })).toThrow(/not a calendar day/)
  })
})

describe('a forecast', () => {
  test('names what lapses on the first day on which it is worse, and nothing before', () => {
    const { lapses } = forecast(assessor, example, { asOf, days: 200 })
    expect(lapses.length).toBeGreaterThan(5)
    for (const { indicator, on, from, to } of lapses) {
      const place = assessor.ruleSet.indicators.findIndex(({ id }) => id === indicator)
      const outcomeOn = (day: string) => assessor.verdicts(example, { asOf: day })[place]
      expect([outcomeOn(dayBefore(on)), outcomeOn(on)]).toEqual([from, to])
    }
  })

  test('gives the score of each day on which it changes', () => {
    const { scores } = forecast(assessor, example, { asOf, days: 200 })
    expect(scores[0]!.on).toBe(asOf)
    for (const { on, score } of scores) expect(assessor.score(example, { asOf: on }).headline.score).toBe(score)
    expect(scores.at(-1)!.score!).toBeLessThan(scores[0]!.score!)
  })

  test('of an empty record has nothing to lose', () => {
    expect(forecast(assessor, {}, { asOf })).toMatchObject({ lapses: [], scores: [{ on: asOf }] })
  })

  test.each([0, -1, 1.5, 2_000])('is refused for %d days', (days) => {
    expect(() => forecast(assessor, {}, { asOf, days })).toThrow(/from 1 to 1100/)
  })
})

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
