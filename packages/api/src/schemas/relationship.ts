import { checkRelationship, createFaults, type Relationship } from '@joinery/core'
import * as z from 'zod'
import { Id, Instant } from './common.ts'
import { documentSchema } from './document.ts'

export const RelationshipRecord = documentSchema<Relationship>('Relationship', (value, faults) =>
  checkRelationship(value, undefined, faults),
)

type Evidence = NonNullable<Relationship['evidence']>[number]

/** One entry of the record's list of evidence. */
export const EvidenceEntry = documentSchema<Evidence>('Evidence', (value, faults) => {
  const inner = createFaults()
  checkRelationship({ evidence: [value] }, undefined, inner)
  for (const fault of inner.list) faults.add({ ...fault, path: fault.path.slice('/evidence/0'.length) })
})

export const StoredRelationship = z
  .strictObject({ id: Id, firm: Id, record: RelationshipRecord, createdAt: Instant, updatedAt: Instant })
  .meta({ id: 'StoredRelationship', description: 'One relationship of a firm, with its record' })

export const RelationshipSummary = z
  .strictObject({
    id: Id,
    firm: Id,
    partnerName: z.string().nullable().meta({ description: 'As the record names the partner' }),
    etag: z.string().meta({ description: 'ETag of the relationship now' }),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'RelationshipSummary', description: 'A relationship in a list' })

export const NewRelationship = z
  .strictObject({ record: RelationshipRecord })
  .meta({ id: 'NewRelationship', description: 'A relationship to be added' })

/** The change itself is free in form; what comes out of it is checked as a record. */
export const RecordPatch = z.record(z.string(), z.unknown()).meta({
  id: 'RecordPatch',
  description: 'A JSON Merge Patch of the record (RFC 7396): null removes, lists are replaced whole',
})
