import { dayOf } from '../day.ts'
import { atLeast, snap } from '../exact.ts'
import { given } from '../facts/record.ts'
import type { Relationship } from '../schema/relationship.ts'
import { pulsesApart } from './halves.ts'

/** The four statements of a pulse, each rated from 1 to 5. */
export const pulseItems = ['reliability', 'openness', 'fairness', 'capability'] as const
export type PulseItem = (typeof pulseItems)[number]

/** From one point on the two sides should talk; from a third of the scale on, before anything else. */
export type GapFlag = 'talk' | 'priority'

type Side = 'us' | 'partner'

/** How far apart the two sides see one thing. */
export interface PerceptionGap {
  readonly item: PulseItem | 'mean'
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

export interface PerceptionGaps {
  /** When each side answered, `YYYY-MM-DD`. */
  readonly at: Readonly<Record<Side, string>>
  readonly respondents: Readonly<Record<Side, number>>
  /** The statements that both sides rated, and the mean where both rated all four. */
  readonly gaps: readonly PerceptionGap[]
  /** Sides with fewer than three respondents: whoever answered there cannot be anonymous. */
  readonly notAnonymous: readonly Side[]
}

const talk = 1
/** A third of the five steps of the scale. */
const priority = 1.67
const fewestUnnamed = 3

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
    return ours === undefined || theirs === undefined ? [] : [gapOf(item, ours, theirs)]
  })
  const sides = ['us', 'partner'] as const
  return {
    at: { us: us.at, partner: partner.at },
    respondents,
    gaps: rated,
    notAnonymous: sides.filter((side) => respondents[side] < fewestUnnamed),
  }
}

function gapOf(item: PerceptionGap['item'], us: number, partner: number): PerceptionGap {
  const gap = snap(us - partner)
  const flag = flagOf(Math.abs(gap))
  const kind = flag === null ? null : gap > 0 ? 'blind-spot' : 'hidden-strength'
  return { item, us, partner, gap, counts: Math.min(us, partner), flag, kind }
}

function flagOf(size: number): GapFlag | null {
  if (atLeast(size, priority)) return 'priority'
  return atLeast(size, talk) ? 'talk' : null
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
