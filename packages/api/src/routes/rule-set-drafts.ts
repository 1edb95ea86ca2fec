import { createHash } from 'node:crypto'
import type { Draft as StoredDraft } from '@joinery/store'
import * as z from 'zod'
import { notFound } from '../access/ownership.ts'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation, type Call } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Problem } from '../kernel/problem.ts'
import { limits } from '../limits.ts'
import { draftContents, refuseBundled, reportOf } from '../rule-sets/drafts.ts'
import { etagHeader, Id, pageOf, pageQuery } from '../schemas/common.ts'
import { Draft, DraftSummary, NewDraft, RuleSetId } from '../schemas/rule-set.ts'

const tag = 'Publishing'
const params = z.strictObject({ draft: Id })
const allow = { association: ['own', 'sibling'] } as const
const readAccess = { scope: 'rule-sets:write', allow } as const
const body = { schema: NewDraft, most: limits.ruleSetBody }

const listDrafts = defineOperation({
  id: 'listDrafts',
  method: 'get',
  path: '/v1/drafts',
  tag,
  summary: 'List drafts of rule sets',
  access: readAccess,
  query: z.strictObject({ ...pageQuery, ruleSet: RuleSetId.optional() }),
  answer: { status: 200, description: 'One page of drafts', schema: pageOf(DraftSummary) },
  read: async (call, tx) => {
    const { ruleSet } = call.query
    const page = await tx.ruleSets.drafts({ ...pageRequest(call), ...(ruleSet === undefined ? {} : { ruleSet }) })
    return { body: pageReply(call, page, summaryOf) }
  },
})

const createDraft = defineOperation({
  id: 'createDraft',
  method: 'post',
  path: '/v1/drafts',
  tag,
  summary: 'Upload a rule set as a draft',
  description: 'It may have faults: the check tells them all. It may extend a rule set that is published here.',
  access: { scope: 'rule-sets:write', allow: { association: ['own'] } },
  body,
  problems: ['conflict'],
  answer: {
    status: 201,
    description: 'The draft',
    schema: DraftSummary,
    headers: { ...etagHeader, Location: 'Address of the draft' },
  },
  write: async ({ body: { document, cases = [] }, service }, tx) => {
    refuseBundled(service.catalogue, document.id)
    const draft = await tx.ruleSets.createDraft({ ruleSet: document.id, document: { document, cases } })
    return {
      body: summaryOf(draft),
      etag: etagOf(draft.version),
      headers: { Location: `/v1/drafts/${draft.id}` },
      audit: { action: 'draft.create', target: `draft/${draft.id}`, after: hashOf(document) },
    }
  },
})

const getDraft = defineOperation({
  id: 'getDraft',
  method: 'get',
  path: '/v1/drafts/{draft}',
  tag,
  summary: 'See a draft, with what the last check said',
  access: readAccess,
  params,
  answer: { status: 200, description: 'The draft', schema: Draft, headers: etagHeader },
  read: async ({ params: { draft: id } }, tx) => {
    const draft = await found(id, tx)
    return { body: () => shownDraft(draft), etag: etagOf(draft.version) }
  },
})

const replaceDraft = defineOperation({
  id: 'replaceDraft',
  method: 'put',
  path: '/v1/drafts/{draft}',
  tag,
  summary: 'Replace a draft',
  description: 'It has to be checked again. What is published from it already cannot be changed.',
  access: readAccess,
  params,
  body,
  problems: ['conflict'],
  answer: { status: 200, description: 'The draft as it is now', schema: DraftSummary, headers: etagHeader },
  write: async ({ params: { draft: id }, body: { document, cases = [] }, ifMatch }, tx) => {
    const before = await found(id, tx)
    ifMatch.check(etagOf(before.version))
    if (document.id !== before.ruleSet)
      throw new Problem('conflict', `This is a draft of "${before.ruleSet}"; make another one for "${document.id}".`)
    const draft = await tx.ruleSets.updateDraft(id, before.version, { document, cases })
    const audit = { action: 'draft.update', target: `draft/${id}`, after: hashOf(document) }
    return { body: summaryOf(draft), etag: etagOf(draft.version), audit }
  },
})

const deleteDraft = defineOperation({
  id: 'deleteDraft',
  method: 'delete',
  path: '/v1/drafts/{draft}',
  tag,
  summary: 'Throw a draft away',
  description: 'What was published from it stays.',
  access: readAccess,
  params,
  problems: ['conflict'],
  answer: { status: 204, description: 'It is gone' },
  write: async ({ params: { draft: id }, ifMatch }: Call<{ draft: string }, unknown, unknown>, tx) => {
    const before = await found(id, tx)
    ifMatch.check(etagOf(before.version))
    await tx.ruleSets.deleteDraft(id, before.version)
    return { audit: { action: 'draft.delete', target: `draft/${id}` } }
  },
})

/** A document may be large: the audit log is given its hash to keep. */
function hashOf(document: object): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('hex')
}

export const drafts = [listDrafts, createDraft, getDraft, replaceDraft, deleteDraft]

async function found(id: string, tx: { ruleSets: { draft(id: string): Promise<StoredDraft | undefined> } }) {
  const draft = await tx.ruleSets.draft(id)
  if (draft === undefined) throw notFound()
  return draft
}

function summaryOf(draft: StoredDraft): z.input<typeof DraftSummary> {
  const { id, ruleSet, status, digest, createdAt, updatedAt } = draft
  return { id, ruleSet, status, ok: reportOf(draft)?.ok ?? null, digest, createdAt, updatedAt }
}

export function shownDraft(draft: StoredDraft): z.input<typeof Draft> {
  const { document, cases } = draftContents(draft)
  return { ...summaryOf(draft), document, cases: [...cases], report: reportOf(draft) ?? null }
}
