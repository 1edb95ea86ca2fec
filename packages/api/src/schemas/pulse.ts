import * as z from 'zod'
import { Instant, text } from './common.ts'

const rating = (description: string) => z.int().min(1).max(5).meta({ description })
const ratings = {
  reliability: rating('They do what they said: 1 (not at all) to 5 (fully)'),
  openness: rating('They tell us early'),
  fairness: rating('The deal feels fair'),
  capability: rating('They are able'),
} as const

export const NewPulse = z
  .strictObject({
    ...ratings,
    respondents: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .meta({ description: 'How many people answered; one unless told' }),
  })
  .meta({ id: 'NewPulse', description: 'What one side says of the other, on four statements' })

export const side = z.enum(['us', 'partner']).meta({ description: '"us" is the firm, "partner" the other side' })
export const day = z.string().meta({ description: 'A day, such as 2026-10-02' })

export const JointAction = z
  .strictObject({ owner: z.string(), partnerOwner: z.string(), recheckAt: day })
  .meta({ id: 'JointAction', description: 'Who does something about a gap on each side, and when both look again' })

const Gap = z
  .strictObject({
    item: z.enum([...(Object.keys(ratings) as [keyof typeof ratings]), 'mean']),
    us: z.number(),
    partner: z.number(),
    gap: z.number().meta({ description: 'What the firm says minus what the partner says' }),
    counts: z.number().meta({ description: 'The lower of the two' }),
    flag: z
      .enum(['talk', 'priority'])
      .nullable()
      .meta({ description: 'From 1 point on: talk; from 1.67 on: first of all' }),
    kind: z.enum(['blind-spot', 'hidden-strength']).nullable().meta({ description: 'As the firm sees it' }),
    action: JointAction.nullable(),
  })
  .meta({ id: 'PerceptionGap', description: 'How far apart the two sides see one thing' })

const Outcome = z
  .strictObject({
    at: z.strictObject({ us: day, partner: day }),
    respondents: z.strictObject({ us: z.int(), partner: z.int() }),
    gaps: z.array(Gap),
    notAnonymous: z.array(side).meta({ description: 'Sides with fewer than three respondents' }),
  })
  .meta({ id: 'PulseOutcome', description: 'A round that both sides have answered' })

export const PulseStanding = z
  .strictObject({
    waiting: z
      .strictObject({
        openedAt: Instant,
        expiresAt: Instant,
        answered: z.array(side).meta({ description: 'Whose answers are in; nobody can read them yet' }),
      })
      .nullable()
      .meta({ description: 'The round that waits for one side' }),
    opened: Outcome.nullable().meta({ description: 'The newest round that both sides have answered' }),
    firmOfOne: z
      .boolean()
      .meta({ description: 'Told to the firm: whether it has one person, who cannot be anonymous' }),
  })
  .meta({ id: 'PulseStanding', description: 'Where the two sides are with the pulse' })

export const NewGapAction = z
  .strictObject({
    item: z.enum([...(Object.keys(ratings) as [keyof typeof ratings]), 'mean']),
    owner: text('Who does it in the firm', { least: 1, most: 200 }),
    partnerOwner: text('Who does it on the side of the partner', { least: 1, most: 200 }),
    recheckAt: z.iso.date().meta({ description: 'The day on which both look again' }),
  })
  .meta({ id: 'NewGapAction', description: 'What both sides do about a gap' })
