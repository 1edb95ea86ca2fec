import * as z from 'zod'
import { Id, Instant } from './common.ts'

const points = (description: string) => z.number().meta({ description })

const split = {
  change: points('All of it'),
  time: points('Because days went by, and things became due or too old'),
  rules: points('Because the rule set is another version'),
  you: points('Because the record or the answers are other ones'),
}

const Split = z
  .strictObject(split)
  .meta({ id: 'Split', description: 'How far a score moved, and why: the three causes add up exactly' })

const Ends = z
  .strictObject({ score: z.number().nullable(), potential: z.number().nullable(), level: z.number().nullable() })
  .meta({ id: 'ComparedFigures', description: 'The figures at one end' })

const node = {
  from: Ends,
  to: Ends,
  score: Split.nullable().meta({ description: 'Null where there is no score at one of the ends' }),
  contributions: z
    .array(z.strictObject({ of: z.string().meta({ description: 'Principle, clause, indicator or cap' }), ...split }))
    .meta({ description: 'What made the change; those that made none are left out' }),
}

const outcome = z.enum(['met', 'partly', 'unmet', 'unknown', 'notDue', 'notApplicable', 'error'])

const Moved = z
  .strictObject({
    indicator: z.string(),
    formerly: z.string().nullable().meta({ description: 'Its earlier name, where it had another one' }),
    clause: z.string(),
    principle: z.string(),
    cause: z.enum(['time', 'rules', 'you']),
    from: outcome.nullable().meta({ description: 'Null where it was not asked' }),
    to: outcome.nullable().meta({ description: 'Null where it is not asked any more' }),
    statement: z.string().meta({ description: 'What it asks' }),
  })
  .meta({ id: 'MovedIndicator', description: 'An indicator that came out differently, and why' })

const Made = z
  .strictObject({
    ruleSet: z.string(),
    version: z.string(),
    hash: z.string(),
    method: z.string(),
    engine: z.string(),
    asOf: z.string(),
    scope: z.string(),
    inputHash: z.string(),
  })
  .meta({ id: 'Provenance', description: 'What an assessment was made from' })

export const ComparisonDocument = z
  .strictObject({
    from: Made,
    to: Made,
    differs: z
      .strictObject({ time: z.boolean(), rules: z.boolean(), you: z.boolean() })
      .meta({ description: 'Which of the three differ at all' }),
    headline: z.strictObject(node),
    principles: z.array(z.strictObject({ id: z.string(), clause: z.string(), title: z.string(), ...node })),
    moved: z.array(Moved),
  })
  .meta({ id: 'Comparison', description: 'What became of a relationship between two assessments, and why' })

const row = {
  figures: z.array(Ends).meta({ description: 'One for each point' }),
  steps: z
    .array(Split.nullable())
    .meta({ description: 'Between two points what moved it; null where there is no score at one of them' }),
  total: Split.nullable().meta({ description: 'All steps together' }),
}

export const TimelineDocument = z
  .strictObject({
    ruleSet: z.string(),
    scope: z.string(),
    points: z.array(z.strictObject({ result: Id, asOf: z.iso.date(), version: z.string(), hash: z.string() })),
    headline: z.strictObject(row),
    principles: z.array(z.strictObject({ id: z.string(), clause: z.string(), title: z.string(), ...row })),
    complete: z.boolean().meta({ description: 'False where older results, or those of another scope, were left out' }),
  })
  .meta({ id: 'Timeline', description: 'The way of a relationship from kept result to kept result, and why' })

const series = z.array(z.number().nullable())

export const Trend = z
  .strictObject({
    ruleSet: z.string(),
    scope: z.string(),
    points: z.array(
      z.strictObject({
        result: Id,
        asOf: z.iso.date(),
        version: z.string(),
        rulesChanged: z.boolean().meta({ description: 'Made by another version than the point before' }),
        createdAt: Instant,
      }),
    ),
    headline: z.strictObject({ score: series, potential: series, level: series }),
    principles: z.array(
      z.strictObject({ id: z.string(), title: z.string().nullable(), score: series, potential: series }),
    ),
    complete: z.boolean().meta({ description: 'False where older results were left out' }),
  })
  .meta({ id: 'Trend', description: 'The scores of kept results, oldest first; each series has one figure per point' })
