import * as z from 'zod'
import { Condition } from './condition.ts'
import { OwnFact } from './rule-set-facts.ts'
import { CompetenceItem, Lens, PlanSection, Question, Scope } from './rule-set-instrument.ts'
import { AnswerScale, Scale } from './rule-set-scale.ts'
import { id, plain, slug, Source, title, weight } from './rule-set-words.ts'

const texts = {
  title,
  what: plain('What it means, in plain words').optional(),
  why: plain('Why it matters to a small firm').optional(),
  how: plain('How to begin').optional(),
}

const Clause = z.strictObject({
  id,
  citation: z.string().max(40).optional().meta({ description: 'Clause number in the source, for example 5.1.3.1' }),
  ...texts,
  weight,
  appliesWhen: Condition.optional().meta({ description: 'The clause counts only while this holds' }),
})

const Principle = z.strictObject({
  id,
  citation: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'Number of the principle in the source, for example 5.1' }),
  ...texts,
  weight,
  clauses: z.array(Clause).min(1).max(100).meta({ description: 'The clauses of the principle' }),
})

const Indicator = z.strictObject({
  id,
  clause: id.meta({ description: 'Id of the clause it belongs to' }),
  level: z.number().int().min(1).max(100).optional().meta({ description: 'Level of the scale it shows' }),
  weight,
  critical: z.boolean().optional().meta({ description: 'Short of met, it keeps its level from being held' }),
  requires: z.array(id).max(20).optional().meta({ description: 'Indicators to reach first; orders the next steps' }),
  formerly: z.array(id).min(1).max(20).optional().meta({
    description: 'Indicators of earlier versions that it takes the place of; their answers are carried over to it',
  }),
  notApplicable: z.boolean().optional().meta({ description: 'Whether "does not apply" may be answered; default true' }),
  statement: plain('A statement a person can answer'),
  unmet: plain('One sentence that says what is missing').optional(),
  next: plain('The next thing to do').optional(),
  effort: z
    .union([z.literal(30), z.literal(240), z.literal(960)])
    .optional()
    .meta({ description: 'Effort of the next step', unit: 'minutes: half an hour, half a day, two days' }),
  evidence: plain('What a firm of five could show').optional(),
  conditions: Condition.optional().meta({
    description: 'What the record must say; absent: the indicator is only answered',
  }),
  source: Source.optional().meta({ description: 'Where the numbers in its conditions come from' }),
})

const bySegment = z.record(z.string().max(40), z.number().positive()).meta({ description: 'A number for each segment' })

const Profile = z.strictObject({
  segments: z
    .array(z.strictObject({ id: slug, title }))
    .max(20)
    .meta({ description: 'How much effort a relationship deserves' }),
  sizeBands: z
    .array(
      z.strictObject({
        id: slug,
        title,
        below: z
          .number()
          .positive()
          .optional()
          .meta({ description: 'Upper bound of the headcount; the last band has none', unit: 'people' }),
        cadence: bySegment.meta({ description: 'Longest time between two reviews', unit: 'days' }),
        target: bySegment.meta({ description: 'Level worth reaching' }),
        evidence: plain('Form of evidence that is enough').optional(),
      }),
    )
    .max(20)
    .meta({ description: 'Sizes of firms, the smallest first' }),
})

const Override = z.strictObject({
  target: z
    .string()
    .max(200)
    .meta({ description: 'Id of a principle, clause, indicator or limit of the extended rule set' }),
  off: z.literal(true).optional().meta({ description: 'Switch an indicator off' }),
  set: z
    .strictObject({
      weight,
      critical: Indicator.shape.critical,
      notApplicable: Indicator.shape.notApplicable,
      effort: Indicator.shape.effort,
      title: title.optional(),
      what: texts.what,
      why: texts.why,
      how: texts.how,
      statement: Indicator.shape.statement.optional(),
      unmet: Indicator.shape.unmet,
      next: Indicator.shape.next,
      evidence: Indicator.shape.evidence,
      conditions: Indicator.shape.conditions,
      value: OwnFact.shape.value,
      source: OwnFact.shape.source,
    })
    .optional()
    .meta({ description: 'What to change' }),
  because: plain('Why it is changed; shown to everybody who asks'),
})

const layer = z.strictObject({
  id: slug,
  version: z.string().max(60).meta({ description: 'Version of the rule set' }),
  hash: z.string().max(100).meta({ description: 'Content hash of the rule set' }),
})

const layerChange = z.strictObject({
  ruleSet: slug.meta({ description: 'The rule set that made the change' }),
  target: z.string().max(200).meta({ description: 'Id of what was changed' }),
  field: z.string().max(60).meta({ description: 'The field that was set, or off' }),
  from: z.unknown().optional().meta({ description: 'What it was before; absent where it was not set' }),
  to: z.unknown().optional().meta({ description: 'What it is now' }),
  because: plain('Why it was changed'),
})

/** A rule set as one document: reference, practice and instrument, joined by permanent ids. */
export const RuleSetDocument = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Address of this schema, for editors' }),
    formatVersion: z.literal(1).meta({ description: 'Version of this format' }),
    id: slug,
    version: z
      .string()
      .max(60)
      .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/)
      .meta({ description: 'Version: major.minor.patch' }),
    title,
    description: plain('What the rule set is for').optional(),
    notice: plain('What must be said beside every result').optional(),
    language: z.string().max(20).meta({ description: 'Language of the texts, for example en' }),
    provider: z
      .strictObject({ name: title, url: z.string().max(300).optional().meta({ description: 'Where to find them' }) })
      .meta({ description: 'Who publishes the rule set' }),
    licence: z.string().max(100).meta({ description: 'SPDX name of the licence of the texts and rules' }),
    source: Source.optional().meta({
      description: 'Where the numbers in the conditions come from, for indicators that do not say so themselves',
    }),
    extends: z
      .strictObject({
        ruleSet: slug,
        version: z.string().max(60).meta({ description: 'Range of versions it was written for, for example ^1.0.0' }),
        hash: z.string().max(100).optional().meta({ description: 'Content hash of the extended rule set, to pin it' }),
      })
      .optional()
      .meta({ description: 'The rule set that this one builds on' }),
    overrides: z
      .array(Override)
      .max(2_000)
      .optional()
      .meta({ description: 'Changes to the extended rule set, each with its reason' }),
    resolved: z
      .strictObject({
        layers: z.array(layer).min(1).max(20).meta({ description: 'The rule sets it was made from, nearest first' }),
        changes: z.array(layerChange).max(20_000).meta({ description: 'Every change made to them, innermost first' }),
      })
      .optional()
      .meta({ description: 'In a bundle, in the place of extends and overrides: what was folded into it' }),
    scale: Scale.optional().meta({ description: 'The levels that scores are given on' }),
    method: z
      .strictObject({
        name: z.string().max(60).meta({ description: 'gated-v1, weighted-mean-v1 or weakest-link-v1' }),
        parameters: z
          .record(z.string().max(60), z.number())
          .optional()
          .meta({ description: 'Numbers of the method that differ from its usual ones' }),
      })
      .optional()
      .meta({ description: 'How scores are made: gated-v1, weighted-mean-v1 or weakest-link-v1' }),
    answers: AnswerScale.optional().meta({ description: 'How indicators may be answered' }),
    profile: Profile.optional().meta({
      description: 'What the size of the firm and the segment of the relationship ask for',
    }),
    facts: z
      .array(OwnFact)
      .max(500)
      .optional()
      .meta({ description: 'Sector data that the rule set adds to the relationship, under ext' }),
    conditions: z
      .record(z.string().max(100), Condition)
      .optional()
      .meta({ description: 'Conditions to refer to by name' }),
    reference: z
      .strictObject({ principles: z.array(Principle).max(100).meta({ description: 'In the order of the source' }) })
      .optional()
      .meta({ description: 'What is asked: principles and their clauses' }),
    practice: z
      .strictObject({ indicators: z.array(Indicator).max(2_000).meta({ description: 'In the order of the clauses' }) })
      .optional()
      .meta({ description: 'How it shows: the indicators' }),
    instrument: z
      .strictObject({
        questions: z.array(Question).max(1_000).meta({ description: 'In the order in which they are asked' }),
      })
      .optional()
      .meta({ description: 'How people are asked' }),
    scopes: z.array(Scope).max(20).optional().meta({ description: 'Parts that can be assessed by themselves' }),
    lenses: z.array(Lens).max(20).optional().meta({ description: 'Other ways of looking at the same indicators' }),
    plan: z
      .strictObject({ sections: z.array(PlanSection).max(50).meta({ description: 'In the order of the plan' }) })
      .optional()
      .meta({ description: 'The sections of the plan that the record fills' }),
    competences: z
      .strictObject({ items: z.array(CompetenceItem).max(100).meta({ description: 'In the order of the source' }) })
      .optional()
      .meta({ description: 'What people are rated by' }),
    locales: z
      .record(z.string().max(20), z.record(z.string().max(200), z.record(z.string().max(40), z.string().max(4_000))))
      .optional()
      .meta({ description: 'Other languages: language, id, field, text' }),
  })
  .meta({ title: 'Rule set', description: 'A rule set: what is asked, how it is judged and how it is scored' })

export type RuleSetDocument = z.infer<typeof RuleSetDocument>
export type PrincipleDocument = z.infer<typeof Principle>
export type ClauseDocument = z.infer<typeof Clause>
export type IndicatorDocument = z.infer<typeof Indicator>
export type OverrideDocument = z.infer<typeof Override>
export type { OwnFact } from './rule-set-facts.ts'
export type Profile = z.infer<typeof Profile>
export type { AnswerScale, Scale } from './rule-set-scale.ts'
