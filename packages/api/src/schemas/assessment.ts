import type { Result as CoreResult } from '@joinery/core'
import * as z from 'zod'
import { RelationshipRecord } from './relationship.ts'
import { Id, Instant } from './common.ts'

export const RuleSetId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a rule set, such as "iso-44003"')
  .meta({ description: 'Id of a rule set' })

const asOf = z.iso.date().meta({ description: 'The day that ages are counted from; today unless given' })
const scope = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a scope, such as "full"')
  .meta({ description: 'A scope of the rule set; everything ("full") unless given' })

/** By which rule set, on which day, how much of it: in a query. */
export const wishQuery = { ruleSet: RuleSetId, asOf: asOf.optional(), scope: scope.optional() }

export const AssessmentWish = z
  .strictObject({ ruleSet: RuleSetId, asOf: asOf.optional(), scope: scope.optional() })
  .meta({ id: 'AssessmentWish', description: 'By which rule set, on which day, how much of it' })

export const NewAssessment = z
  .strictObject({ record: RelationshipRecord, ruleSet: RuleSetId, asOf: asOf.optional(), scope: scope.optional() })
  .meta({ id: 'NewAssessment', description: 'A record to be assessed' })

/** The whole result, as core describes it. */
export const ResultDocument = z.custom<CoreResult>().meta({ id: 'Result' })

const figure = (description: string) => z.number().nullable().meta({ description })

const Figures = z
  .strictObject({
    score: figure('Lower end of the range: what is known today'),
    potential: figure('Upper end: if everything unknown turned out well'),
    level: figure('Level of the scale; null where too little is known'),
    coverage: figure('Share of what is asked that is known'),
    confidence: figure('How far what is true rests on evidence'),
  })
  .meta({ id: 'Figures', description: 'One score' })

const CompactScores = z
  .strictObject({
    headline: Figures,
    principles: z.record(z.string(), Figures).meta({ description: 'By id of the principle' }),
  })
  .meta({ id: 'CompactScores', description: 'A result without its words' })

const made = {
  ruleSet: RuleSetId,
  version: z.string().meta({ description: 'Version of the rule set' }),
  digest: z.string().meta({ description: 'Digest of the rule set: it tells its very bytes' }),
  asOf: z.iso.date(),
}

export const CurrentScore = z
  .strictObject({ relationship: Id, firm: Id, ...made, scores: CompactScores })
  .meta({ id: 'CurrentScore', description: 'Where a relationship stands today, by the current version of a rule set' })

const summary = {
  id: Id,
  relationship: Id,
  firm: Id,
  ...made,
  scope: z.string(),
  engine: z.string().meta({ description: 'What made the result' }),
  inputHash: z.string().meta({ description: 'Hash of the record it was made from' }),
  scores: CompactScores,
  createdAt: Instant,
}

export const ResultSummary = z
  .strictObject(summary)
  .meta({ id: 'ResultSummary', description: 'A kept result, without its words' })

export const KeptResult = z
  .strictObject({ ...summary, result: ResultDocument })
  .meta({ id: 'KeptResult', description: 'A result as it was kept. It never changes' })
