import { atLeast, snap } from '../exact.ts'
import type { Relationship } from '../schema/relationship.ts'

/** The two sides of a relationship: the firm whose record it is, and the other one. */
export type Side = 'us' | 'partner'

/** From one point on the two sides should talk; from a third of the scale on, before anything else. */
export type GapFlag = 'talk' | 'priority'

/** How far apart the two sides see one thing, on a scale of 1 to 5. */
export interface Gap {
  readonly us: number
  readonly partner: number
  /** Ours minus theirs. */
  readonly gap: number
  /** The lower of the two: it is what counts. */
  readonly counts: number
  readonly flag: GapFlag | null
  /** Of flagged ones. Blind spot: we rate higher than they do. Hidden strength: the reverse. */
  readonly kind: 'blind-spot' | 'hidden-strength' | null
}

const talk = 1
/** A third of the five steps of the scale. */
const priority = 1.67
const fewestUnnamed = 3

export function gapBetween(us: number, partner: number): Gap {
  const gap = snap(us - partner)
  const flag = flagOf(Math.abs(gap))
  const kind = flag === null ? null : gap > 0 ? 'blind-spot' : 'hidden-strength'
  return { us, partner, gap, counts: Math.min(us, partner), flag, kind }
}

/** Sides with fewer than three respondents: whoever answered there cannot be anonymous. */
export function notAnonymous(respondents: Readonly<Record<Side, number>>): Side[] {
  return (['us', 'partner'] as const).filter((side) => respondents[side] < fewestUnnamed)
}

function flagOf(size: number): GapFlag | null {
  if (atLeast(size, priority)) return 'priority'
  return atLeast(size, talk) ? 'talk' : null
}

/** What both sides do about a gap: who on each side, and when they look again. */
export interface JointAction {
  readonly owner: string
  readonly partnerOwner: string
  readonly recheckAt: string
}

/**
 * Where an action of the record says which gap it is for: the day on which the partner answered, and the item of the pulse
 * or the id of the principle.
 */
export function gapSource(answeredAt: string, item: string): string {
  return `Perception gap ${answeredAt}: ${item}`
}

/** The joint action for a gap; null until the record names an owner on each side and a day for it. */
export function jointActionFor(source: string, { actions = [] }: Relationship): JointAction | null {
  const of = (side: Side) => actions.findLast((action) => action.source === source && action.side === side)
  const [ours, theirs] = [of('us'), of('partner')]
  if (!ours?.owner || !theirs?.owner) return null
  return { owner: ours.owner, partnerOwner: theirs.owner, recheckAt: ours.due ?? '' }
}

/** The record with one action on each side for a gap, due on the day on which both look again. */
export function withJointAction(record: Relationship, source: string, action: JointAction): Relationship {
  const { owner, partnerOwner, recheckAt: due } = action
  const ours = { side: 'us', owner, due, source } as const
  const theirs = { side: 'partner', owner: partnerOwner, due, source } as const
  return { ...record, actions: [...(record.actions ?? []), ours, theirs] }
}
