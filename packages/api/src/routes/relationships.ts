import { sharedView, type Relationship } from '@joinery/core'
import type { RelationshipHead, StoredRelationship as Stored } from '@joinery/store'
import * as z from 'zod'
import { forgetReadings } from '../kernel/service.ts'
import { ownAnswers, ownFirm, ownRelationship } from '../access/ownership.ts'
import type { Principal } from '../access/principal.ts'
import { ownUnlessKnown } from '../access/unless-known.ts'
import { etagOf } from '../kernel/etag.ts'
import { parsePart } from '../kernel/faults.ts'
import { mergePatch } from '../kernel/merge-patch.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Problem } from '../kernel/problem.ts'
import { limits } from '../limits.ts'
import { etagHeader, Id, pageOf, pageQuery } from '../schemas/common.ts'
import {
  EvidenceEntry,
  NewRelationship,
  RecordPatch,
  RelationshipRecord,
  RelationshipSummary,
  StoredRelationship,
} from '../schemas/relationship.ts'
import { refuseWrongSectors } from '../sectors/check-record.ts'

const tag = 'Relationships'
const ofFirm = z.strictObject({ firm: Id })
const params = z.strictObject({ relationship: Id })
const changed = {
  status: 200,
  description: 'The relationship as it is now',
  schema: StoredRelationship,
  headers: etagHeader,
}

const listRelationships = defineOperation({
  id: 'listRelationships',
  method: 'get',
  path: '/v1/firms/{firm}/relationships',
  tag,
  summary: 'List the relationships of a firm',
  description: 'Oldest first, without the records. An association needs the consent of the firm.',
  access: { scope: 'relationships:read', allow: { firm: ['own'], association: ['own'] } },
  params: ofFirm,
  query: z.strictObject(pageQuery),
  problems: ['consent-required'],
  answer: { status: 200, description: 'One page of relationships', schema: pageOf(RelationshipSummary) },
  read: async (call, tx) => {
    const { firm } = call.params
    await ownAnswers(call.principal, firm, tx)
    const page = await tx.relationships.list({ ...pageRequest(call), firm })
    return { body: pageReply(call, page, summaryOf) }
  },
})

const createRelationship = defineOperation({
  id: 'createRelationship',
  method: 'post',
  path: '/v1/firms/{firm}/relationships',
  tag,
  summary: 'Add a relationship',
  access: { scope: 'relationships:write', allow: { firm: ['own'] } },
  params: ofFirm,
  body: { schema: NewRelationship },
  answer: {
    status: 201,
    description: 'The relationship',
    schema: StoredRelationship,
    headers: { ...etagHeader, Location: 'Address of the relationship' },
  },
  write: async ({ principal, params: { firm }, body: { record }, service }, tx) => {
    refuseWrongSectors(record, service, '/record')
    const stored = await tx.relationships.create({ firm: ownFirm(principal, firm), record, ...partnerOf(record) })
    return {
      body: shown(stored, principal),
      etag: tagOf(stored, principal),
      headers: { Location: `/v1/relationships/${stored.id}` },
      audit: { action: 'relationship.create', target: `relationship/${stored.id}`, firm, after: record },
    }
  },
})

const getRelationship = defineOperation({
  id: 'getRelationship',
  method: 'get',
  path: '/v1/relationships/{relationship}',
  tag,
  summary: 'See one relationship',
  description: 'A partner sees the fields that the firm chose to share. An association needs the consent of the firm.',
  access: {
    scope: 'relationships:read',
    allow: { firm: ['own'], association: ['own'], partner: ['own'], embed: ['own'] },
  },
  params,
  lasting: true,
  answer: { status: 200, description: 'The relationship', schema: StoredRelationship, headers: etagHeader },
  read: async (call, tx) => {
    const { principal } = call
    const found = await ownUnlessKnown(call, tx, (head) => tagOf(head, principal))
    return 'unchanged' in found ? found : { etag: found.etag, body: () => shown(found.stored, principal) }
  },
})

const replaceRelationship = defineOperation({
  id: 'replaceRelationship',
  method: 'put',
  path: '/v1/relationships/{relationship}',
  tag,
  summary: 'Replace the record of a relationship',
  access: { scope: 'relationships:write', allow: { firm: ['own'], embed: ['own'] } },
  params,
  body: { schema: NewRelationship },
  answer: changed,
  write: async ({ principal, params: { relationship }, body: { record }, ifMatch, service }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    ifMatch.check(tagOf(before, principal))
    refuseWrongSectors(record, service, '/record')
    const after = await tx.relationships.update(relationship, before.version, { record, ...partnerOf(record) })
    return changedReply(before, after, principal)
  },
})

const patchRelationship = defineOperation({
  id: 'patchRelationship',
  method: 'patch',
  path: '/v1/relationships/{relationship}',
  tag,
  summary: 'Change parts of the record',
  description:
    'A JSON Merge Patch of the record: one answer, some fields, sector data. Null removes; lists are replaced whole. What comes out is checked as a whole record. With If-Match: * a single answer can be saved whatever else has changed.',
  access: { scope: 'relationships:write', allow: { firm: ['own'], embed: ['own'] } },
  params,
  body: { schema: RecordPatch, mediaTypes: ['application/merge-patch+json', 'application/json'] },
  answer: changed,
  write: async ({ principal, params: { relationship }, body, ifMatch, service }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    ifMatch.check(tagOf(before, principal))
    const record = checked(mergePatch(before.record, body))
    // what was kept before its plugin came, or changed, keeps nobody from saving something else
    if (Object.hasOwn(body, 'ext')) refuseWrongSectors(record, service, '')
    const after = await tx.relationships.update(relationship, before.version, { record, ...partnerOf(record) })
    return changedReply(before, after, principal)
  },
})

const addEvidence = defineOperation({
  id: 'addEvidence',
  method: 'post',
  path: '/v1/relationships/{relationship}/evidence',
  tag,
  summary: 'Add a piece of evidence',
  description: 'At the end of the list of evidence in the record, whatever else has changed meanwhile.',
  access: { scope: 'relationships:write', allow: { firm: ['own'], embed: ['own'] } },
  params,
  body: { schema: EvidenceEntry },
  answer: { ...changed, status: 201 },
  write: async ({ principal, params: { relationship }, body }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    const evidence = [...(before.record.evidence ?? []), body]
    const record = checked({ ...before.record, evidence })
    const after = await tx.relationships.update(relationship, before.version, { record })
    return changedReply(before, after, principal)
  },
})

const deleteRelationship = defineOperation({
  id: 'deleteRelationship',
  method: 'delete',
  path: '/v1/relationships/{relationship}',
  tag,
  summary: 'Remove a relationship',
  description: 'With its results, its links and its share of the benchmarks.',
  access: { scope: 'relationships:write', allow: { firm: ['own'] } },
  params,
  answer: { status: 204, description: 'It is gone' },
  write: async ({ principal, params: { relationship }, ifMatch, service }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    ifMatch.check(tagOf(before, principal))
    await tx.relationships.delete(relationship, before.version)
    const { firm, record } = before
    const audit = { action: 'relationship.delete', target: `relationship/${relationship}`, firm, before: record }
    return { audit, committed: () => forgetReadings(service, tx.tenant) }
  },
})

export const relationships = [
  listRelationships,
  createRelationship,
  getRelationship,
  replaceRelationship,
  patchRelationship,
  addEvidence,
  deleteRelationship,
]

/** What came out of a change, as a whole record. */
function checked(record: unknown): Relationship {
  if (JSON.stringify(record).length > limits.record)
    throw new Problem(
      'body-too-large',
      `A record may have ${limits.record} characters of JSON; take something out first.`,
    )
  return parsePart(RelationshipRecord, record, 'body')
}

function changedReply(before: Stored, after: Stored, principal: Principal) {
  const target = `relationship/${after.id}`
  return {
    body: shown(after, principal),
    etag: tagOf(after, principal),
    audit: { action: 'relationship.update', target, firm: after.firm, before: before.record, after: after.record },
  }
}

function shown(stored: Stored, principal: Principal): z.input<typeof StoredRelationship> {
  const { id, firm, createdAt, updatedAt } = stored
  const record = principal.kind === 'partner' ? sharedView(stored.record, principal.fields) : stored.record
  return { id, firm, record, createdAt, updatedAt }
}

/** A partner sees another document, so it has another tag. */
function tagOf({ version }: RelationshipHead, principal: Principal): string {
  return etagOf(version, principal.kind === 'partner' ? 'shared' : '')
}

function summaryOf(stored: Stored): z.input<typeof RelationshipSummary> {
  const { id, firm, record, version, createdAt, updatedAt } = stored
  return { id, firm, partnerName: record.rel?.partnerName ?? null, etag: etagOf(version), createdAt, updatedAt }
}

function partnerOf(record: Relationship): { partner?: string } {
  const name = record.rel?.partnerName
  return name === undefined || name === '' ? {} : { partner: name }
}
