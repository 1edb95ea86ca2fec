import { dayOf } from '../day.ts'
import { snap } from '../exact.ts'
import { given } from '../facts/record.ts'
import type { Relationship } from '../schema/relationship.ts'
import { gapBetween, notAnonymous, type Gap, type Side } from './gap.ts'
import { pulsesApart } from './halves.ts'

/** The four statements of a pulse, each rated from 1 to 5. */
export const pulseItems = ['reliability', 'openness', 'fairness', 'capability'] as const
/** One of the four statements of a pulse. */
export type PulseItem = (typeof pulseItems)[number]

/** How far apart the two sides see one thing. */
export interface PerceptionGap extends Gap {
  readonly item: PulseItem | 'mean'
}

/** How the two sides rate their relationship, opened when both have answered. */
export interface PerceptionGaps {
  /** When each side answered, `YYYY-MM-DD`. */
  readonly at: Readonly<Record<Side, string>>
  readonly respondents: Readonly<Record<Side, number>>
  /** The statements that both sides rated, and the mean where both rated all four. */
  readonly gaps: readonly PerceptionGap[]
  /** Sides with fewer than three respondents: whoever answered there cannot be anonymous. */
  readonly notAnonymous: readonly Side[]
}

/**
 * The perception gap of the newest pulse of each side; undefined while there is none of both at most thirty days apart: then
 * they are sealed, or do not speak of the same time.
 */
export function perceptionGaps(record: Relationship): PerceptionGaps | undefined {
  const us = newestOf(record, 'us')
  const partner = newestOf(record, 'partner')
  if (us === undefined || partner === undefined || Math.abs(us.day - partner.day) > pulsesApart) return undefined
  const respondents = { us: us.respondents, partner: partner.respondents }
  const rated = [...pulseItems, 'mean' as const].flatMap((item) => {
    const [ours, theirs] = [us.ratings[item], partner.ratings[item]]
    return ours === undefined || theirs === undefined ? [] : [{ item, ...gapBetween(ours, theirs) }]
  })
  return {
    at: { us: us.at, partner: partner.at },
    respondents,
    gaps: rated,
    notAnonymous: notAnonymous(respondents),
  }
}

interface Pulse {
  readonly at: string
  readonly day: number
  readonly respondents: number
  readonly ratings: Readonly<Partial<Record<PerceptionGap['item'], number>>>
}

/** Of two on one day, the one that stands later in the list. */
function newestOf({ pulses = [] }: Relationship, side: Side): Pulse | undefined {
  return pulses
    .flatMap((pulse) => (given(pulse, 'side') === side ? (readPulse(pulse) ?? []) : []))
    .reduce<Pulse | undefined>((best, pulse) => (best === undefined || pulse.day >= best.day ? pulse : best), undefined)
}

function readPulse(pulse: unknown): Pulse | undefined {
  const at = given(pulse, 'at')
  const day = dayOf(at)
  if (day === undefined) return undefined
  const known = pulseItems.flatMap((item) => {
    const rating = given(pulse, item)
    return typeof rating === 'number' ? [[item, rating] as const] : []
  })
  const sum = known.reduce((total, [, rating]) => total + rating, 0)
  const mean = known.length === pulseItems.length ? { mean: snap(sum / pulseItems.length) } : {}
  const respondents = given(pulse, 'respondents')
  return {
    at: at as string,
    day,
    // nobody said how many answered: then it was one
    respondents: typeof respondents === 'number' ? respondents : 1,
    ratings: { ...Object.fromEntries(known), ...mean },
  }
}
