import * as z from 'zod'
import { Condition } from './condition.ts'
import { CompetenceItem, Lens, PlanSection, Question, Scope } from './rule-set-instrument.ts'
import { id, plain, slug, title, weight } from './rule-set-words.ts'

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
  clauses: z.array(Clause).min(1).max(100),
})

const Indicator = z.strictObject({
  id,
  clause: id.meta({ description: 'Id of the clause it belongs to' }),
  level: z.number().int().min(1).max(100).optional().meta({ description: 'Level of the scale it shows' }),
  weight,
  critical: z.boolean().optional().meta({ description: 'Short of met, it keeps its level from being held' }),
  requires: z.array(id).max(20).optional().meta({ description: 'Indicators to reach first; orders the next steps' }),
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
})

const OwnFact = z.strictObject({
  id: z.string().max(200).meta({ description: 'ext.<namespace>.<name>' }),
  type: z.enum(['text', 'number', 'share', 'yesNo', 'date', 'texts', 'records']),
  title,
  description: plain('What it says').optional(),
  unit: z.string().max(100).optional(),
  visibility: z.enum(['shared', 'private']).optional().meta({ description: 'Default: private' }),
  fields: z
    .record(z.string().max(64), z.enum(['text', 'number', 'share', 'yesNo', 'date']))
    .optional()
    .meta({ description: 'Fields of each item, for records' }),
})

const bySegment = z.record(z.string().max(40), z.number().positive()).meta({ description: 'A number for each segment' })

const Profile = z.strictObject({
  segments: z.array(z.strictObject({ id: slug, title })).max(20),
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
    .max(20),
})

const Override = z.strictObject({
  target: id.meta({ description: 'Id of a principle, clause or indicator of the extended rule set' }),
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
    })
    .optional()
    .meta({ description: 'What to change' }),
  because: plain('Why it is changed; shown to everybody who asks'),
})

const Scale = z.strictObject({
  top: z.number().positive().max(1_000).meta({ description: 'Highest score' }),
  levels: z
    .array(
      z.strictObject({
        level: z.number().min(0).max(1_000),
        name: title,
        meaning: plain('What it looks like').optional(),
      }),
    )
    .min(2)
    .max(20),
})

const AnswerScale = z.strictObject({
  scale: z
    .array(z.strictObject({ value: z.string().min(1).max(64), share: z.number().min(0).max(1), label: title }))
    .min(2)
    .max(20),
  notApplicable: z
    .strictObject({
      limit: z.number().min(0).max(1).meta({ description: 'Largest share of the indicators of a principle' }),
      reasons: z
        .array(z.strictObject({ code: slug, label: title }))
        .min(1)
        .max(20),
    })
    .optional(),
})

/** A rule set as one document: reference, practice and instrument, joined by permanent ids. */
export const RuleSetDocument = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Address of this schema, for editors' }),
    formatVersion: z.literal(1),
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
    provider: z.strictObject({ name: title, url: z.string().max(300).optional() }),
    licence: z.string().max(100),
    extends: z
      .strictObject({
        ruleSet: slug,
        version: z.string().max(60).meta({ description: 'Range of versions it was written for, for example ^1.0.0' }),
        hash: z.string().max(100).optional().meta({ description: 'Content hash of the extended rule set, to pin it' }),
      })
      .optional(),
    overrides: z.array(Override).max(2_000).optional(),
    scale: Scale.optional(),
    method: z
      .strictObject({ name: z.string().max(60), parameters: z.record(z.string().max(60), z.number()).optional() })
      .optional()
      .meta({ description: 'How scores are made: gated-v1, weighted-mean-v1 or weakest-link-v1' }),
    answers: AnswerScale.optional(),
    profile: Profile.optional(),
    facts: z.array(OwnFact).max(500).optional(),
    conditions: z
      .record(z.string().max(100), Condition)
      .optional()
      .meta({ description: 'Conditions to refer to by name' }),
    reference: z.strictObject({ principles: z.array(Principle).max(100) }).optional(),
    practice: z.strictObject({ indicators: z.array(Indicator).max(2_000) }).optional(),
    instrument: z.strictObject({ questions: z.array(Question).max(1_000) }).optional(),
    scopes: z.array(Scope).max(20).optional(),
    lenses: z.array(Lens).max(20).optional(),
    plan: z.strictObject({ sections: z.array(PlanSection).max(50) }).optional(),
    competences: z.strictObject({ items: z.array(CompetenceItem).max(100) }).optional(),
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
export type OwnFact = z.infer<typeof OwnFact>
export type Profile = z.infer<typeof Profile>
export type Scale = z.infer<typeof Scale>
export type AnswerScale = z.infer<typeof AnswerScale>
