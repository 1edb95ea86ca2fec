import * as z from 'zod'
import { plain, slug, title } from './rule-set-words.ts'

/** The levels that scores are given on. */
export const Scale = z.strictObject({
  top: z.number().positive().max(1_000).meta({ description: 'Highest score' }),
  levels: z
    .array(
      z.strictObject({
        level: z.number().min(0).max(1_000).meta({ description: 'Number of the level' }),
        name: title,
        meaning: plain('What it looks like').optional(),
      }),
    )
    .min(2)
    .max(20)
    .meta({ description: 'The levels, from 0 upwards' }),
})

export type Scale = z.infer<typeof Scale>

/** How indicators may be answered. */
export const AnswerScale = z.strictObject({
  scale: z
    .array(
      z.strictObject({
        value: z.string().min(1).max(64).meta({ description: 'What a record says' }),
        share: z.number().min(0).max(1).meta({ description: 'What it is worth', unit: 'share, 0 to 1' }),
        label: title,
      }),
    )
    .min(2)
    .max(20)
    .meta({ description: 'The answers that a person may give' }),
  notApplicable: z
    .strictObject({
      limit: z.number().min(0).max(1).meta({ description: 'Largest share of the indicators of a principle' }),
      reasons: z
        .array(z.strictObject({ code: slug, label: title }))
        .min(1)
        .max(20)
        .meta({ description: 'Why an indicator may not apply' }),
    })
    .optional()
    .meta({ description: 'The rules for the answer that something does not apply; absent: it may not be given' }),
})
export type AnswerScale = z.infer<typeof AnswerScale>
