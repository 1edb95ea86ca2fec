import * as z from 'zod'
import { limits } from '../limits.ts'
import { Id, Instant, text } from './common.ts'
import { day, JointAction, side } from './pulse.ts'

const indicator = z.string().max(100).meta({ description: 'The id of an indicator, such as "p01.plan/1"' })
const respondents = z.int().min(1).max(10_000).meta({ description: 'How many people answered; one unless told' })

export const NewStatements = z
  .strictObject({
    ruleSet: z.string().max(100).optional().meta({
      description:
        'By which rule set, where this answer opens the round; that of the round before unless told, else "iso-44003"',
    }),
    statements: z.array(indicator).min(1).max(limits.statements).optional().meta({
      description: 'For the firm, where it opens the round: which statements; those of the starter unless told',
    }),
    answers: z.record(z.string().max(100), z.string().max(40)).optional().meta({
      description:
        'By id of the indicator, a value of the rule set’s scale or "notSure". The firm may leave it out: then its record’s own answers are taken as they are now',
    }),
    respondents: respondents.optional(),
  })
  .meta({ id: 'NewStatements', description: 'What one side answers to a few statements' })

const PrincipleGap = z
  .strictObject({
    principle: z.string(),
    clause: z.string(),
    title: z.string(),
    us: z.number().meta({ description: 'The mean answer of the firm, from 1 (no to all) to 5 (yes to all)' }),
    partner: z.number(),
    gap: z.number().meta({ description: 'What the firm says minus what the partner says' }),
    counts: z.number().meta({ description: 'The lower of the two' }),
    flag: z.enum(['talk', 'priority']).nullable(),
    kind: z
      .enum(['blind-spot', 'hidden-strength'])
      .nullable()
      .meta({ description: 'As the firm sees it: it rates higher, or the partner does' }),
    statements: z.array(
      z.strictObject({ indicator: z.string(), statement: z.string(), us: z.string(), partner: z.string() }),
    ),
    action: JointAction.nullable(),
  })
  .meta({ id: 'PrincipleGap', description: 'How far apart the two sides see one principle' })

export const StatementsStanding = z
  .strictObject({
    ruleSet: z.string(),
    language: z.string().meta({ description: 'The language of the texts' }),
    scale: z
      .array(z.strictObject({ value: z.string(), label: z.string() }))
      .meta({ description: 'The answers there are, beside "notSure"' }),
    asked: z
      .array(z.strictObject({ indicator: z.string(), principle: z.string(), title: z.string(), statement: z.string() }))
      .meta({ description: 'What is asked in the round that waits, or would be in the next one' }),
    waiting: z
      .strictObject({ openedAt: Instant, expiresAt: Instant, answered: z.array(side) })
      .nullable()
      .meta({ description: 'The round that waits for one side; nobody can read what is in it yet' }),
    opened: z
      .strictObject({
        at: z.strictObject({ us: day, partner: day }),
        respondents: z.strictObject({ us: z.int(), partner: z.int() }),
        gaps: z.array(PrincipleGap),
        notAnonymous: z.array(side),
      })
      .nullable()
      .meta({ description: 'The newest round that both sides have answered' }),
    firmOfOne: z
      .boolean()
      .meta({ description: 'Told to the firm: whether it has one person, who cannot be anonymous' }),
  })
  .meta({ id: 'StatementsStanding', description: 'Where the two sides are with the statements' })

export const NewPrincipleAction = z
  .strictObject({
    principle: z.string().max(100).meta({ description: 'The id of a principle whose gap is flagged, such as "p01"' }),
    owner: text('Who does it in the firm', { least: 1, most: 200 }),
    partnerOwner: text('Who does it on the side of the partner', { least: 1, most: 200 }),
    recheckAt: z.iso.date().meta({ description: 'The day on which both look again' }),
  })
  .meta({ id: 'NewPrincipleAction', description: 'What both sides do about the gap of a principle' })

export const statementsParams = z.strictObject({ relationship: Id })
