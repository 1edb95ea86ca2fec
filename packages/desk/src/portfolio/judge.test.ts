import { expect, test } from 'vitest'
import { judged, openSuggestion } from './judge.ts'

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
