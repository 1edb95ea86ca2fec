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
const knownShare = (description: string) => z.number().meta({ description, unit: 'share, 0 to 1, four decimals' })
const share = (description: string) => z.number().nullable().meta({ description, unit: 'share, 0 to 1, four decimals' })
const coverage = share('Share of what is asked that is known or declared')
const confidence = share('How far what is true rests on evidence; null where nothing is true yet')

/** How one test came out. */
const State = z.enum(['true', 'false', 'unknown', 'notDue', 'error']).meta({ description: 'How the test came out' })
type State = z.infer<typeof State>

export const Outcome = z
  .enum(['met', 'partly', 'unmet', 'unknown', 'notDue', 'notApplicable', 'error'])
  .meta({ description: 'How the indicator came out' })
export type Outcome = z.infer<typeof Outcome>

/** A share of the score, by what made it; the points of one node add up to its score exactly. */
export const Contribution = z.strictObject({
  of: z.string().meta({ description: 'Id of the indicator, clause or principle, or of the cap that took points away' }),
  points: z.number().meta({ description: 'Points of the score, below 0 for a cap', unit: 'points, four decimals' }),
})
export type Contribution = z.infer<typeof Contribution>

/** What keeps a score at its level. */
export const HeldBack = z.strictObject({
  by: z
    .enum(['indicator', 'one-sided', 'lowest-clause', 'lowest-principle', 'little-known'])
    .meta({ description: 'What kind of thing holds it back' }),
  id: z.string().nullable().meta({ description: 'The indicator, clause or principle' }),
  reason: z.string().meta({ description: 'The same in a plain sentence' }),
})
export type HeldBack = z.infer<typeof HeldBack>

/** One test of a condition: what was looked at, what was asked of it, and how it came out. */
export const Observation = z.strictObject({
  part: z.number().int().meta({ description: 'Index of the part of the conditions' }),
  fact: z.string().meta({ description: 'Id of the fact, or the list fact, that was looked at' }),
  of: z.string().nullable().meta({ description: 'The list, for list facts' }),
  operator: z.string().meta({ description: 'The operator, with its decorators' }),
  expected: z.unknown().meta({ description: 'What was asked for, resolved' }),
  observed: z.unknown().meta({ description: 'What was found; null where it is not known' }),
  state: State,
  words: z.string().meta({ description: 'The same in a plain sentence' }),
})
export type Observation = z.infer<typeof Observation>

export const IndicatorResult = z.strictObject({
  indicator: z.string().meta({ description: 'Id of the indicator' }),
  level: z.number().nullable().meta({ description: 'Level of the scale that it shows' }),
  outcome: Outcome,
  value: z.number().meta({ description: 'Share of the parts that are true', unit: 'share, four decimals' }),
  potential: z
    .number()
    .meta({ description: 'Share of the parts that are true or unknown', unit: 'share, four decimals' }),
  declared: z.string().nullable().meta({ description: 'The declared answer that was used' }),
  reason: z.string().meta({ description: 'Why it came out so, in a plain sentence or two' }),
  observed: z.array(Observation).meta({ description: 'The tests of its conditions' }),
})
export type IndicatorResult = z.infer<typeof IndicatorResult>

const contributions = z.array(Contribution).meta({ description: 'What made the score; the points add up to it' })
const heldBackBy = z.array(HeldBack).meta({ description: 'What keeps it at its level' })

const node = {
  score,
  potential,
  level,
  coverage,
  confidence,
  contributions,
  heldBackBy,
}

export const ClauseResult = z.strictObject({
  id: z.string().meta({ description: 'Id of the clause' }),
  clause: z.string().meta({ description: 'Clause number in the source, or the id' }),
  principle: z.string().meta({ description: 'Id of its principle' }),
  title: z.string().meta({ description: 'A short name' }),
  ...node,
  applies: z.enum(['yes', 'no', 'unknown']).meta({ description: 'Whether the clause counts for this relationship' }),
  top: z.number().nullable().meta({ description: 'Highest level that counts in the scope' }),
  outcomes: z.array(IndicatorResult).meta({ description: 'How its indicators came out' }),
})
export type ClauseResult = z.infer<typeof ClauseResult>

export const PrincipleResult = z.strictObject({
  id: z.string().meta({ description: 'Id of the principle' }),
  clause: z.string().meta({ description: 'Number of the principle in the source, or the id' }),
  title: z.string().meta({ description: 'A short name' }),
  ...node,
})
export type PrincipleResult = z.infer<typeof PrincipleResult>

export const Headline = z.strictObject({
  level,
  levelName: z.string().nullable().meta({ description: 'Name of the level; null where no level is named' }),
  score,
  potential,
  percentToTarget: share('Mean over the principles of score divided by target, at most 1 each; null without a segment'),
  target: z.number().nullable().meta({ description: 'Level worth reaching for this segment and size' }),
  reached: z
    .strictObject({
      share: knownShare('Share reached'),
      potential: knownShare('The same, if everything unknown turned out well'),
    })
    .nullable()
    .meta({ description: 'In a scope: the share reached of what the scope asks; null in the full assessment' }),
  coverage,
  confidence,
  weakest: z.array(z.string()).meta({
    description: 'Ids of the three principles furthest from what is asked of them, weakest first',
  }),
  contributions,
  heldBackBy,
})
export type Headline = z.infer<typeof Headline>

/** Something to do, and the score that it would give, found by scoring again. */
export const NextStep = z.strictObject({
  do: z
    .enum(['reach', 'confirm'])
    .meta({ description: 'Reach an indicator, or have the partner confirm what is recorded' }),
  indicator: z.string().nullable().meta({ description: 'Id of the indicator to reach; null for a confirmation' }),
  clause: z.string().meta({ description: 'Id of the clause' }),
  text: z.string().meta({ description: 'What to do, in a plain sentence' }),
  effort: z.number().meta({ description: 'Time it takes', unit: 'minutes' }),
  gain: z.number().meta({ description: 'Points that the headline score gains' }),
  scores: z
    .strictObject({
      clause: z.number().meta({ description: 'Of the clause' }),
      principle: z.number().meta({ description: 'Of its principle' }),
      headline: z.number().meta({ description: 'Of the whole' }),
    })
    .meta({ description: 'Scores after it' }),
})
export type NextStep = z.infer<typeof NextStep>

/** The cheapest way to the next level of a node. */
export const Path = z.strictObject({
  to: z.string().meta({ description: 'Id of the clause or principle, or "headline"' }),
  level: z.number().meta({ description: 'The level it leads to' }),
  effort: z.number().meta({ description: 'Time that all steps take', unit: 'minutes' }),
  steps: z
    .array(z.string())
    .meta({ description: 'Indicators to reach in this order; "confirm:<clause>" for a confirmation' }),
})
export type Path = z.infer<typeof Path>

export const LensResult = z.strictObject({
  id: z.string().meta({ description: 'Id of the lens' }),
  title: z.string().meta({ description: 'A short name' }),
  elements: z
    .array(
      z.strictObject({
        id: z.string().meta({ description: 'Id of the element' }),
        title: z.string().meta({ description: 'A short name' }),
        value: share('Mean value of the indicators it names'),
        potential: share('The same, if everything unknown turned out well'),
      }),
    )
    .meta({ description: 'What the lens shows, element by element' }),
})
export type LensResult = z.infer<typeof LensResult>

/** Something a reader should know about the data; it never changes the score. */
export const Notice = z.strictObject({
  code: z
    .enum([
      'answer-contradicts-record',
      'answer-for-nothing',
      'not-applicable-refused',
      'stated-differs-from-derived',
      'two-answers',
    ])
    .meta({ description: 'What kind of thing it is' }),
  path: z.string().meta({ description: 'JSON pointer into the relationship' }),
  message: z.string().meta({ description: 'The same in a plain sentence' }),
})
export type Notice = z.infer<typeof Notice>

/** A rule that failed; it counts as unknown and never scores. */
export const RuleError = z.strictObject({
  indicator: z.string().meta({ description: 'Id of the indicator whose rule failed' }),
  message: z.string().meta({ description: 'What failed, and what it counts as' }),
})
export type RuleError = z.infer<typeof RuleError>

export const Provenance = z.strictObject({
  ruleSet: z.string().meta({ description: 'Id of the rule set' }),
  version: z.string().meta({ description: 'Version of the rule set' }),
  hash: z.string().meta({ description: 'sha256 of the canonical JSON of the resolved rule set' }),
  method: z.string().meta({ description: 'The named way in which the scores were made' }),
  engine: z.string().meta({ description: 'Name and version of the evaluator; every evaluator gives the same result' }),
  asOf: z.string().meta({ description: 'The day that ages are counted from' }),
  scope: z.string().meta({ description: 'The scope that was assessed; full is everything' }),
  inputHash: z.string().meta({ description: 'sha256 of the canonical JSON of the relationship' }),
})
export type Provenance = z.infer<typeof Provenance>
