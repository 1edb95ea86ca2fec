import { parseRelationship } from '@joinery/core'
import { expect, test } from 'vitest'
import { held } from './held-review.ts'

const today = '2026-11-26'

test('a review becomes a meeting, what was agreed becomes work, and the plan knows the next day', () => {
  const before = { meetings: [{ at: '2026-05-02' }], rmp: { owner: 'Ada Harbour' } }
  const actions = [
    { side: 'us', what: 'Send the new prices', owner: 'Ada Harbour', due: '2026-12-10' },
    { side: 'partner', what: 'Name a stand-in', owner: '', due: '' },
  ] as const
  const after = held(before, { us: 2, partner: 1, next: '2027-05-20', actions }, today)
  expect(after).toEqual({
    meetings: [{ at: '2026-05-02' }, { at: today, type: 'review', us: 2, partner: 1, held: 'yes' }],
    actions: [
      { side: 'us', source: 'Send the new prices', owner: 'Ada Harbour', due: '2026-12-10' },
      { side: 'partner', source: 'Name a stand-in' },
    ],
    rmp: { owner: 'Ada Harbour', reviewedAt: today, nextReviewAt: '2027-05-20' },
  })
  expect(parseRelationship(after)).toEqual(after)
})

test('a review without anything agreed adds no list of nothing', () => {
  expect(held({}, { us: 1, partner: 1, next: '2027-05-20', actions: [] }, today)).not.toHaveProperty('actions')
})
