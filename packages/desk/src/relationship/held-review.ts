import type { Relationship } from '@joinery/core'

/** What came out of a review. */
export interface HeldReview {
  readonly us: number
  readonly partner: number
  /** When the next one is. */
  readonly next: string
  readonly actions: readonly {
    readonly side: 'us' | 'partner'
    readonly what: string
    readonly owner: string
    readonly due: string
  }[]
}

type Action = NonNullable<Relationship['actions']>[number]

/** The record with the review: a meeting, what was agreed to do, and the day of the next one. */
export function held(record: Relationship, said: HeldReview, today: string): Relationship {
  const { us, partner, next, actions } = said
  const agreed = actions.map(({ side, what, owner, due }) => {
    const action: Action = { side, source: what }
    if (owner !== '') action.owner = owner
    if (due !== '') action.due = due
    return action
  })
  return {
    ...record,
    meetings: [...(record.meetings ?? []), { at: today, type: 'review', us, partner, held: 'yes' }],
    ...(agreed.length === 0 ? {} : { actions: [...(record.actions ?? []), ...agreed] }),
    rmp: { ...record.rmp, reviewedAt: today, nextReviewAt: next },
  }
}
