import * as z from 'zod'

const score = z
  .number()
  .nullable()
  .meta({ description: 'Lower end of the range: what is known today', unit: 'points of the scale, four decimals' })
const potential = z.number().nullable().meta({
  description: 'Upper end of the range: if everything unknown turned out well',
  unit: 'points of the scale, four decimals',
})
const level = z.number().nullable().meta({ description: 'Level of the scale' })
const share = (description: string) => z.number().nullable().meta({ description, unit: 'share, 0 to 1, four decimals' })
const coverage = share('Share of what is asked that is known or declared')
const confidence = share('How far what is true rests on evidence; null where nothing is true yet')

/** How one test came out. */
const State = z.enum(['true', 'false', 'unknown', 'notDue', 'error'])
export type State = z.infer<typeof State>

export const Outcome = z.enum(['met', 'partly', 'unmet', 'unknown', 'notDue', 'notApplicable', 'error'])
export type Outcome = z.infer<typeof Outcome>

/** A share of the score, by what made it; the points of one node add up to its score exactly. */
export const Contribution = z.strictObject({
  of: z.string().meta({ description: 'Id of the indicator, clause or principle, or of the cap that took points away' }),
  points: z.number().meta({ description: 'Points of the score, below 0 for a cap', unit: 'points, four decimals' }),
})
export type Contribution = z.infer<typeof Contribution>

/** What keeps a score at its level. */
export const HeldBack = z.strictObject({
  by: z.enum(['indicator', 'one-sided', 'lowest-clause', 'lowest-principle', 'little-known']),
  id: z.string().nullable().meta({ description: 'The indicator, clause or principle' }),
  reason: z.string(),
})
export type HeldBack = z.infer<typeof HeldBack>

/** One test of a condition: what was looked at, what was asked of it, and how it came out. */
export const Observation = z.strictObject({
  part: z.number().int().meta({ description: 'Index of the part of the conditions' }),
  fact: z.string(),
  of: z.string().nullable().meta({ description: 'The list, for list facts' }),
  operator: z.string(),
  expected: z.unknown().meta({ description: 'What was asked for, resolved' }),
  observed: z.unknown().meta({ description: 'What was found; null where it is not known' }),
  state: State,
  words: z.string().meta({ description: 'The same in a plain sentence' }),
})
export type Observation = z.infer<typeof Observation>

export const IndicatorResult = z.strictObject({
  indicator: z.string(),
  level: z.number().nullable(),
  outcome: Outcome,
  value: z.number().meta({ description: 'Share of the parts that are true', unit: 'share, four decimals' }),
  potential: z
    .number()
    .meta({ description: 'Share of the parts that are true or unknown', unit: 'share, four decimals' }),
  declared: z.string().nullable().meta({ description: 'The declared answer that was used' }),
  reason: z.string(),
  observed: z.array(Observation),
})
export type IndicatorResult = z.infer<typeof IndicatorResult>

const node = {
  score,
  potential,
  level,
  coverage,
  confidence,
  contributions: z.array(Contribution),
  heldBackBy: z.array(HeldBack),
}

export const ClauseResult = z.strictObject({
  id: z.string(),
  clause: z.string().meta({ description: 'Clause number in the source, or the id' }),
  principle: z.string(),
  title: z.string(),
  ...node,
  applies: z.enum(['yes', 'no', 'unknown']),
  top: z.number().nullable().meta({ description: 'Highest level that counts in the scope' }),
  outcomes: z.array(IndicatorResult),
})
export type ClauseResult = z.infer<typeof ClauseResult>

export const PrincipleResult = z.strictObject({
  id: z.string(),
  clause: z.string().meta({ description: 'Number of the principle in the source, or the id' }),
  title: z.string(),
  ...node,
})
export type PrincipleResult = z.infer<typeof PrincipleResult>

export const Headline = z.strictObject({
  level,
  levelName: z.string().nullable(),
  score,
  potential,
  percentToTarget: share('Mean over the principles of score divided by target, at most 1 each; null without a segment'),
  target: z.number().nullable().meta({ description: 'Level worth reaching for this segment and size' }),
  reached: z
    .strictObject({ share: z.number(), potential: z.number() })
    .nullable()
    .meta({ description: 'In a scope: the share reached of what the scope asks; null in the full assessment' }),
  coverage,
  confidence,
  weakest: z.array(z.string()).meta({ description: 'Ids of the three weakest principles, weakest first' }),
  contributions: z.array(Contribution),
  heldBackBy: z.array(HeldBack),
})
export type Headline = z.infer<typeof Headline>

/** Something to do, and the score that it would give, found by scoring again. */
export const NextStep = z.strictObject({
  do: z
    .enum(['reach', 'confirm'])
    .meta({ description: 'Reach an indicator, or have the partner confirm what is recorded' }),
  indicator: z.string().nullable(),
  clause: z.string().meta({ description: 'Id of the clause' }),
  text: z.string(),
  effort: z.number().meta({ unit: 'minutes' }),
  gain: z.number().meta({ description: 'Points that the headline score gains' }),
  scores: z
    .strictObject({ clause: z.number(), principle: z.number(), headline: z.number() })
    .meta({ description: 'Scores after it' }),
})
export type NextStep = z.infer<typeof NextStep>

/** The cheapest way to the next level of a node. */
export const Path = z.strictObject({
  to: z.string().meta({ description: 'Id of the clause or principle, or "headline"' }),
  level: z.number(),
  effort: z.number().meta({ unit: 'minutes' }),
  steps: z
    .array(z.string())
    .meta({ description: 'Indicators to reach in this order; "confirm:<clause>" for a confirmation' }),
})
export type Path = z.infer<typeof Path>

const LensResult = z.strictObject({
  id: z.string(),
  title: z.string(),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      value: share('Mean value of the indicators it names'),
      potential: share('The same, if everything unknown turned out well'),
    }),
  ),
})
export type LensResult = z.infer<typeof LensResult>

/** Something a reader should know about the data; it never changes the score. */
export const Notice = z.strictObject({
  code: z.enum([
    'answer-contradicts-record',
    'answer-for-nothing',
    'not-applicable-refused',
    'stated-differs-from-derived',
    'two-answers',
  ]),
  path: z.string().meta({ description: 'JSON pointer into the relationship' }),
  message: z.string(),
})
export type Notice = z.infer<typeof Notice>

/** A rule that failed; it counts as unknown and never scores. */
export const RuleError = z.strictObject({ indicator: z.string(), message: z.string() })
export type RuleError = z.infer<typeof RuleError>

const Provenance = z.strictObject({
  ruleSet: z.string(),
  version: z.string(),
  hash: z.string().meta({ description: 'sha256 of the canonical JSON of the resolved rule set' }),
  method: z.string(),
  engine: z.string().meta({ description: 'Name and version of the evaluator; every evaluator gives the same result' }),
  asOf: z.string().meta({ description: 'The day that ages are counted from' }),
  scope: z.string(),
  inputHash: z.string().meta({ description: 'sha256 of the canonical JSON of the relationship' }),
})
export type Provenance = z.infer<typeof Provenance>

/** The one wire format of every consumer: plain JSON, replayable from its provenance. */
export const Result = z
  .strictObject({
    formatVersion: z.literal(1),
    headline: Headline,
    confirmation: z
      .enum(['none', 'claimed', 'witnessed'])
      .meta({ description: 'Whether the partner confirmed anything, and how far that is proven' }),
    principles: z.array(PrincipleResult),
    clauses: z.array(ClauseResult),
    lenses: z.array(LensResult),
    nextSteps: z.array(NextStep),
    errors: z.array(RuleError),
    notices: z.array(Notice),
    provenance: Provenance,
  })
  .meta({ title: 'Result', description: 'The result of one assessment' })
export type Result = z.infer<typeof Result>
