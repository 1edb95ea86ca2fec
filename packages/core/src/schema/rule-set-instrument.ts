import * as z from 'zod'
import { Literal } from './condition.ts'
import { id, plain, slug, title } from './rule-set-words.ts'

const questionTypes = ['text', 'number', 'share', 'yesNo', 'date', 'choice', 'choices', 'texts', 'records'] as const

const choice = z.strictObject({
  value: z.string().max(64).meta({ description: 'What is written into the fact' }),
  label: title,
})

/** A question that a person is asked, and the fact that the answer writes. */
export const Question = z.strictObject({
  id,
  type: z.enum(questionTypes).meta({ description: 'How it is asked' }),
  as: z
    .string()
    .max(80)
    .meta({ description: 'A question type of a plugin, as bakery/dozens: its input in pages that have the plugin' })
    .optional(),
  title,
  help: plain('A hint in one or two sentences').optional(),
  fact: z.string().max(200).meta({ description: 'The fact that the answer writes' }),
  clause: id.optional().meta({ description: 'The clause or principle beside which it is asked' }),
  choices: z.array(choice).max(50).optional().meta({ description: 'What may be chosen' }),
  fields: z
    .array(
      z.strictObject({
        field: z.string().max(64).meta({ description: 'Name of the field' }),
        title,
        help: plain('A hint').optional(),
        choices: z.array(choice).max(50).optional().meta({ description: 'What may be chosen' }),
      }),
    )
    .max(30)
    .optional()
    .meta({ description: 'Fields of each item, for records' }),
  preset: z
    .record(z.string().max(64), Literal)
    .optional()
    .meta({ description: 'Fields that every item entered here gets, for records' }),
})

export const Scope = z.strictObject({
  id: slug,
  title,
  description: plain('What it is good for').optional(),
  minutes: z.number().positive().optional().meta({ description: 'Time it takes', unit: 'minutes' }),
  indicators: z.array(id).max(2_000).optional().meta({ description: 'Indicators in the scope; absent: all' }),
  questions: z.array(id).max(1_000).optional().meta({ description: 'Questions asked in the scope; absent: all' }),
})

export const Lens = z.strictObject({
  id: slug,
  title,
  description: plain('What it shows').optional(),
  elements: z
    .array(
      z.strictObject({
        id,
        title,
        indicators: z.array(id).min(1).max(500).meta({ description: 'Ids of the indicators that it shows' }),
      }),
    )
    .min(1)
    .max(100)
    .meta({ description: 'What the lens shows, element by element' }),
})

const PlanPart = z.strictObject({
  fact: z.string().max(200).meta({ description: 'The entity, or a field of it, that feeds the section' }),
  view: z.enum(['shared', 'private']).meta({ description: 'Which half of the plan it belongs to' }),
})

/** One section of the relationship management plan. */
export const PlanSection = z.strictObject({
  id,
  number: z.number().int().positive().meta({ description: 'Number in the source' }),
  title,
  prompt: plain('What to write here'),
  micro: z.boolean().meta({ description: 'Whether it stands in the two-page form' }),
  parts: z.array(PlanPart).min(1).max(30).meta({ description: 'What feeds the section' }),
})

/** One way of acting that people are rated on, 1 to 5. */
export const CompetenceItem = z.strictObject({
  id,
  number: z.number().int().positive().meta({ description: 'Number in the source' }),
  group: slug,
  title,
  low: plain('What 1 looks like'),
  mid: plain('What 2 looks like'),
  high: plain('What 3 looks like'),
})

export type Question = z.infer<typeof Question>
export type Scope = z.infer<typeof Scope>
export type Lens = z.infer<typeof Lens>
export type PlanSection = z.infer<typeof PlanSection>
export type CompetenceItem = z.infer<typeof CompetenceItem>
