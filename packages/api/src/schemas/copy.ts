import { pulseItems } from '@joinery/core'
import * as z from 'zod'
import { Id, text } from './common.ts'
import { RelationshipRecord, StoredRelationship } from './relationship.ts'

const ratings = z.strictObject(
  Object.fromEntries(pulseItems.map((item) => [item, z.number().min(1).max(5).optional()])) as Record<
    (typeof pulseItems)[number],
    z.ZodOptional<z.ZodNumber>
  >,
)
const name = text('A name', { most: 1_000 })

const Copy = z
  .strictObject({
    format: z.literal('joinery-partner-copy'),
    version: z.literal(1),
    at: z.iso.date().meta({ description: 'The day it was taken' }),
    sharedBy: name,
    sharedWith: name,
    record: RelationshipRecord,
    yours: z.strictObject({
      confirmed: z.array(z.string().max(1_000)).max(400),
      remarks: z
        .array(z.strictObject({ field: z.string().max(1_000).optional(), comment: text('A remark', { most: 2_000 }) }))
        .max(100),
      pulse: z.strictObject({ at: z.iso.date(), ours: ratings, theirs: ratings }).optional(),
      statements: z.record(z.string().max(100), z.string().max(40)).optional(),
    }),
  })
  .meta({ id: 'PartnerCopy', description: 'What a partner took along from its page' })

export const NewFromCopy = z
  .strictObject({
    copy: Copy,
    accept: z.array(z.string().max(100)).max(50).optional().meta({
      description: 'Parts of what the other firm shared that are taken over at once, such as "rmp"; none unless told',
    }),
  })
  .meta({ id: 'NewFromCopy', description: 'A relationship that begins with what a partner took along' })

export const BegunFromCopy = z
  .strictObject({
    relationship: StoredRelationship,
    offered: z.array(z.string()).meta({ description: 'Parts of what was shared that were not taken over' }),
  })
  .meta({ id: 'BegunFromCopy', description: 'The relationship, and what else was shared' })

export const copyParams = z.strictObject({ firm: Id })
