import { expect, test } from 'vitest'
import { suggestSegment, type SegmentScores } from '@joinery/core'
import { en } from '../words/en/index.ts'
import { judged, openSuggestion, reasonFor } from './judge.ts'

const today = '2026-11-26'

test('a score takes the place of an earlier one, however that was written, and leaves criteria of the firm’s own alone', () => {
  const criteria = [
    { name: ' worth to us ', score: 1 },
    { name: 'Pays early', score: 3 },
  ]
  expect(judged({ segment: { kind: 'simple', criteria } }, { criterion: 'value', score: 3 }, today)).toEqual({
    segment: {
      kind: 'simple',
      criteria: [
        { name: 'Pays early', score: 3 },
        { name: 'Worth to us', score: 3 },
      ],
      scoredAt: today,
    },
  })
})

test('four scores suggest a segment until it is decided', () => {
  const all = ['value', 'dependence', 'replaceability', 'growth'] as const
  const scored = all.reduce((record, criterion) => judged(record, { criterion, score: 3 }, today), {})
  expect(openSuggestion({})).toBeUndefined()
  expect(openSuggestion(scored)).toBe('key')
  const decided = judged(scored, { segment: 'key', targetLevel: 3 }, today)
  expect(decided.segment).toMatchObject({ kind: 'key', targetLevel: 3 })
  expect(openSuggestion(decided)).toBeUndefined()
})

test('in English the reasons are those of the library, whatever was scored', () => {
  const choices = [undefined, 1, 2, 3] as const
  const all = choices.flatMap((value) =>
    choices.flatMap((dependence) =>
      choices.flatMap((replaceability) => choices.map((growth) => ({ value, dependence, replaceability, growth }))),
    ),
  )
  for (const scores of all) {
    const record = (Object.entries(scores) as [keyof SegmentScores, number | undefined][]).reduce(
      (made, [criterion, score]) => (score === undefined ? made : judged(made, { criterion, score }, today)),
      {},
    )
    const reason = reasonFor(record)
    const { kind, because } = suggestSegment(scores as SegmentScores)
    const said = kind === undefined ? en.portfolio.reasons.open : because
    expect(en.portfolio.reasons[reason]).toBe(said)
  }
})
