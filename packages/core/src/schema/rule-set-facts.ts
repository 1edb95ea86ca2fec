import * as z from 'zod'
import { plain, Source, title } from './rule-set-words.ts'

/** A fact that a rule set adds to the record, or a limit that it sets itself. */
export const OwnFact = z.strictObject({
  id: z.string().max(200).meta({ description: 'ext.<namespace>.<name>' }),
  type: z
    .enum(['text', 'number', 'share', 'yesNo', 'date', 'texts', 'records'])
    .meta({ description: 'What kind of value it holds' }),
  title,
  description: plain('What it says').optional(),
  unit: z.string().max(100).optional().meta({ description: 'What is counted' }),
  visibility: z.enum(['shared', 'private']).optional().meta({ description: 'Default: private' }),
  fields: z
    .record(z.string().max(64), z.enum(['text', 'number', 'share', 'yesNo', 'date']))
    .optional()
    .meta({ description: 'Fields of each item, for records' }),
  value: z
    .union([z.string().max(1_000), z.number(), z.boolean()])
    .optional()
    .meta({ description: 'A limit that the rule set sets itself; rules compare with it, and no record changes it' }),
  source: Source.optional().meta({ description: 'Where a limit comes from, and when it is looked at again' }),
})
export type OwnFact = z.infer<typeof OwnFact>
