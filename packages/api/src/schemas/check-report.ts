import * as z from 'zod'
import { Instant } from './common.ts'

const path = z.string().meta({ description: 'JSON pointer' })
const message = z.string()

const RuleChange = z
  .strictObject({
    kind: z.string().meta({ description: 'added, removed, reworded, threshold, …' }),
    of: z.string().meta({ description: 'What kind of part it is: indicator, question, clause, …' }),
    id: z.string(),
    bump: z.enum(['patch', 'minor', 'major']).meta({ description: 'What it asks of the version' }),
    path,
    words: z.string().meta({ description: 'The same in a plain sentence' }),
  })
  .meta({ id: 'RuleChange', description: 'One difference between two versions of a rule set' })

const VersionChange = z
  .strictObject({
    against: z
      .strictObject({ version: z.string(), digest: z.string() })
      .nullable()
      .meta({ description: 'The version that is current; null before the first one' }),
    bump: z.enum(['none', 'patch', 'minor', 'major']).meta({ description: 'What the version must say at least' }),
    step: z.enum(['none', 'patch', 'minor', 'major', 'back']).meta({ description: 'What it does say' }),
    isBigEnough: z.boolean(),
    changes: z.array(RuleChange).meta({ description: 'The biggest first; at most 200' }),
  })
  .meta({ id: 'VersionChange', description: 'What a version changes, and whether its number says so' })

/** What a check of a draft found. */
export const CheckReport = z
  .strictObject({
    ok: z.boolean().meta({ description: 'Whether it may be published' }),
    checkedAt: Instant,
    digest: z.string().nullable().meta({ description: 'Hash of what would be published' }),
    faults: z.array(z.strictObject({ severity: z.enum(['error', 'warning']), code: z.string(), path, message })),
    cases: z.strictObject({
      total: z.int(),
      passed: z.int(),
      failures: z.array(z.strictObject({ case: z.int(), name: z.string(), path, message })),
    }),
    comparison: z
      .strictObject({
        cases: z.int(),
        random: z.int(),
        differences: z.array(z.strictObject({ of: z.string(), path, message })),
      })
      .nullable()
      .meta({
        description: 'The same relationships on json-rules-engine: how many, and where it came out differently',
      }),
    change: VersionChange.nullable(),
  })
  .meta({ id: 'CheckReport', description: 'What a check of a draft found' })
