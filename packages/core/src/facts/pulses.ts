import { dayOf } from '../day.ts'
import { snap } from '../exact.ts'
import { given } from './record.ts'
import { listAt, once, type Run } from './run.ts'

/** A pulse counts beside that of the other side when the two lie at most this many days apart. */
const apart = 30

const statements = ['reliability', 'openness', 'fairness', 'capability'] as const

interface Pulse {
  readonly day: number
  readonly mean: number | undefined
  readonly openness: number | undefined
}

/** The lower of the two sides' means. */
export function lowSide(run: Run): unknown {
  return ofBoth(run, 'mean', Math.min)
}

/** The lower of the two sides' views of openness. */
export function lowOpenness(run: Run): unknown {
  return ofBoth(run, 'openness', Math.min)
}

/** Our mean minus the partner's. */
export function perceptionGap(run: Run): unknown {
  return ofBoth(run, 'mean', (us, partner) => snap(us - partner))
}

/** Sign of the slope of the partner's means over time (least squares); needs three of them on different days. */
export function trustTrend(run: Run): unknown {
  const points = pulsesOf(run, 'partner').flatMap(({ day, mean }) => (mean === undefined ? [] : [{ day, mean }]))
  if (points.length < 3) return undefined
  const middle = points.reduce((sum, { day }) => sum + day, 0) / points.length
  const spread = points.reduce((sum, { day }) => sum + (day - middle) ** 2, 0)
  if (spread === 0) return undefined
  const slope = points.reduce((sum, { day, mean }) => sum + (day - middle) * mean, 0)
  return Math.sign(snap(slope)) + 0
}

/** What follows from the newest pulses of both sides, where they lie close enough together. */
function ofBoth(run: Run, view: 'mean' | 'openness', join: (us: number, partner: number) => number): unknown {
  const [us, partner] = once(run, 'pulses', () => [newest(pulsesOf(run, 'us')), newest(pulsesOf(run, 'partner'))])
  if (us?.[view] === undefined || partner?.[view] === undefined || Math.abs(us.day - partner.day) > apart)
    return undefined
  return join(us[view], partner[view])
}

function newest(pulses: readonly Pulse[]): Pulse | undefined {
  return pulses.reduce<Pulse | undefined>(
    (best, pulse) => (best === undefined || pulse.day >= best.day ? pulse : best),
    undefined,
  )
}

function pulsesOf(run: Run, side: 'us' | 'partner'): Pulse[] {
  return (listAt(run, 'pulses') ?? []).flatMap((pulse) => {
    const day = dayOf(given(pulse, 'at'))
    if (day === undefined || given(pulse, 'side') !== side) return []
    return [{ day, mean: meanOf(pulse), openness: given(pulse, 'openness') as number | undefined }]
  })
}

function meanOf(pulse: unknown): number | undefined {
  const ratings = statements.map((statement) => given(pulse, statement) as number | undefined)
  if (ratings.includes(undefined)) return undefined
  return snap(ratings.reduce<number>((sum, rating) => sum + rating!, 0) / statements.length)
}
