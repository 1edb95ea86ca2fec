import * as z from 'zod'
import { limits } from '../limits.ts'
import { CheckReport } from './check-report.ts'
import { Id, Instant, text } from './common.ts'

const ruleSetIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const RuleSetId = z
  .string()
  .max(60)
  .regex(ruleSetIdPattern, 'must be small letters, digits and single hyphens')
  .meta({ description: 'Id of a rule set, such as "iso-44003"' })

export const Digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')
  .meta({ description: 'SHA-256 of the canonical JSON, in hex' })

const version = z.string().meta({ description: 'Semantic version' })
export const reason = text('Why; kept with the move', { least: 1, most: 500 })

export const CurrentRuleSet = z
  .strictObject({
    ruleSet: RuleSetId,
    version,
    digest: Digest,
    source: z
      .enum(['bundled', 'association'])
      .meta({ description: 'Who publishes it: the service, or the association' }),
    since: Instant.nullable().meta({ description: 'When it became current; null for what comes with the service' }),
    bundle: z.string().meta({ description: 'Address of the rule set itself' }),
  })
  .meta({ id: 'CurrentRuleSet', description: 'Which version a rule set stands for now' })

export const RuleSetVersion = z
  .strictObject({
    version,
    digest: Digest,
    isCurrent: z.boolean(),
    signedBy: z.array(z.string()).meta({ description: 'Ids of the keys that signed it; none: it is not signed' }),
    publishedAt: Instant,
    bundle: z.string().meta({ description: 'Address of the rule set itself' }),
  })
  .meta({ id: 'RuleSetVersion', description: 'One published version; it never changes' })

export const RuleSetMove = z
  .strictObject({ from: Digest.nullable(), to: Digest, reason: z.string(), by: z.string(), at: Instant })
  .meta({ id: 'RuleSetMove', description: 'One publication, or a way back' })

/** Taken as it is, without a copy: it may be large, and all else about it is told by the check. */
const document = z
  .custom<Record<string, unknown> & { readonly id: string }>()
  .superRefine((value: unknown, context) => {
    const isData = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isData) return context.addIssue({ code: 'invalid_type', expected: 'object', input: value })
    const id = RuleSetId.safeParse(Object.hasOwn(value, 'id') ? (value as { id: unknown }).id : undefined)
    for (const issue of id.error?.issues ?? []) context.addIssue({ ...issue, path: ['id'] } as never)
  })
  .meta({
    description: 'The rule set as JSON, as its schema says; faults in it are told by the check',
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', maxLength: 60, pattern: ruleSetIdPattern.source } },
  })
const cases = z
  .array(z.record(z.string(), z.unknown()))
  .max(limits.cases)
  .meta({ description: 'Cases it carries: relationships, and what is expected of them' })

export const NewDraft = z
  .strictObject({ document, cases: cases.optional() })
  .meta({ id: 'NewDraft', description: 'A rule set being written' })

const status = z
  .enum(['draft', 'checked', 'published', 'superseded'])
  .meta({ description: 'draft: not checked since it was changed. checked: it may be published, if the report says ok' })

const summary = {
  id: Id,
  ruleSet: RuleSetId,
  status,
  ok: z.boolean().nullable().meta({ description: 'What the last check said; null before the first' }),
  digest: Digest.nullable().meta({ description: 'What was published from it' }),
  createdAt: Instant,
  updatedAt: Instant,
}

export const DraftSummary = z.strictObject(summary).meta({ id: 'DraftSummary', description: 'A draft in a list' })

export const Draft = z
  .strictObject({ ...summary, document: z.record(z.string(), z.unknown()), cases, report: CheckReport.nullable() })
  .meta({ id: 'Draft', description: 'A rule set being written' })

const Shown = z
  .int()
  .nullable()
  .meta({ description: 'Rounded to a multiple of five; null where too few firms stand behind it, or none' })

const Directions = z.strictObject({ up: Shown, down: Shown, range: Shown, same: Shown, new: Shown, gone: Shown }).meta({
  id: 'Directions',
  description:
    'How many move. range: only the upper end of the score moves. new, gone: scored in one of the versions alone',
})

export const Impact = z
  .strictObject({
    before: z.strictObject({ version, digest: Digest }),
    after: z.strictObject({ version, digest: Digest }),
    asOf: z.string(),
    relationships: Shown,
    sample: z
      .strictObject({ looked: z.int(), of: z.int() })
      .nullable()
      .meta({ description: 'Where there are too many to look at all: how many were looked at, of how many' }),
    askedAgain: Shown.meta({ description: 'Those with answers that cannot follow their indicators' }),
    headline: Directions,
    principles: z.array(z.strictObject({ id: z.string(), title: z.string(), counts: Directions })),
    reasons: z
      .array(
        z.strictObject({
          kind: z.string(),
          of: z.string(),
          id: z.string(),
          words: z.string(),
          relationships: Shown,
        }),
      )
      .meta({ description: 'The changed rules, and how many relationships each moves; the most first' }),
    leastFirms: z.int().meta({ description: 'Fewest firms behind any figure here' }),
  })
  .meta({
    id: 'Impact',
    description: 'What publishing a draft would do to the stored relationships; nothing is changed',
  })

export const NewPublication = z
  .strictObject({
    reason,
    signature: z
      .string()
      .max(2_000)
      .optional()
      .meta({ description: 'Detached JWS over the bundle, by a key of the association' }),
  })
  .meta({ id: 'NewPublication' })

export const Publication = z
  .strictObject({
    ruleSet: RuleSetId,
    version,
    digest: Digest,
    signedBy: z.string().nullable().meta({ description: 'Id of the key; null: it is published unsigned' }),
    bundle: z.string().meta({ description: 'Address of the rule set itself' }),
    rollout: Id.meta({ description: 'The work that brings stored scores up to date' }),
  })
  .meta({ id: 'Publication', description: 'What is current from now on' })
