import type { Draft as StoredDraft, ReadTx } from '@joinery/store'
import * as z from 'zod'
import { notFound } from '../access/ownership.ts'
import type { TenantPrincipal } from '../access/principal.ts'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation, type Call } from '../kernel/operation.ts'
import { Problem } from '../kernel/problem.ts'
import { checkInWorkshop, makeInWorkshop } from '../rule-sets/at-work.ts'
import { draftInput, reportOf } from '../rule-sets/drafts.ts'
import { publish, type Publishing } from '../rule-sets/publish.ts'
import { publishingSettings } from '../rule-sets/settings.ts'
import { checkSigned, trustedKeys } from '../rule-sets/signing.ts'
import { etagHeader, Id } from '../schemas/common.ts'
import { Draft, NewPublication, Publication } from '../schemas/rule-set.ts'
import { shownDraft } from './rule-set-drafts.ts'

const tag = 'Publishing'
const params = z.strictObject({ draft: Id })
const access = { scope: 'rule-sets:write', allow: { association: ['own', 'sibling'] } } as const
type DraftCall = Call<{ draft: string }, unknown, unknown>

const checkOperation = defineOperation({
  id: 'checkDraft',
  method: 'post',
  path: '/v1/drafts/{draft}/check',
  tag,
  summary: 'Check a draft',
  description:
    'Every fault with its place; the cases it carries; the same cases and random relationships on json-rules-engine; and whether its version says enough about what changes.',
  access,
  params,
  problems: ['conflict'],
  answer: { status: 200, description: 'The draft, with the report', schema: Draft, headers: etagHeader },
  prepare: async (call) => {
    const { draft, input } = await readDraft(call)
    if (isPublished(draft)) throw alreadyPublished()
    return { version: draft.version, report: await checkInWorkshop(call, input) }
  },
  write: async ({ params: { draft: id }, now }, tx, { version, report }) => {
    const before = await found(id, tx)
    if (before.version !== version || isPublished(before)) throw changedMeanwhile()
    // only a draft can become checked: a second check begins again
    const draft =
      before.status === 'draft' ? before : await tx.ruleSets.setDraftStatus(id, version, { status: 'draft' })
    const checked = await tx.ruleSets.setDraftStatus(id, draft.version, {
      status: 'checked',
      report: { ...report, checkedAt: now.toISOString() },
    })
    return {
      body: shownDraft(checked),
      etag: etagOf(checked.version),
      audit: { action: 'draft.check', target: `draft/${id}`, after: { ok: report.ok, digest: report.digest } },
    }
  },
})

const getDraftBundle = defineOperation({
  id: 'getDraftBundle',
  method: 'get',
  path: '/v1/drafts/{draft}/bundle',
  tag,
  summary: 'What would be published from a draft: sign this',
  description: 'Canonical JSON (RFC 8785), with all it extends folded in. The draft must have been checked.',
  access,
  params,
  problems: ['conflict'],
  answer: { status: 200, description: 'The rule set', mediaType: 'application/json', headers: etagHeader },
  plain: async (call) => {
    const { draft, input } = await readDraft(call)
    if (!reportOf(draft)?.digest) throw notChecked()
    const { digest, text } = await makeInWorkshop(call, input)
    return { text, etag: `"${digest}"` }
  },
})

const publishDraft = defineOperation({
  id: 'publishDraft',
  method: 'post',
  path: '/v1/drafts/{draft}/publish',
  tag,
  summary: 'Publish a draft',
  description:
    'It must have been checked, and its report must say ok. It is current at once; stored scores follow in the background. Unsigned only where the association has made signatures optional.',
  access,
  params,
  body: { schema: NewPublication },
  problems: ['conflict'],
  answer: { status: 201, description: 'What is current now', schema: Publication },
  prepare: async (call): Promise<Publishing> => {
    const { draft, input, tenant, keys } = await readDraft(call)
    if (isPublished(draft)) throw alreadyPublished()
    const report = reportOf(draft)
    if (draft.status !== 'checked' || report?.ok !== true) throw notChecked()
    const { signature: jws } = call.body
    const trusted = trustedKeys(keys, tenant)
    const signature = jws === undefined ? undefined : { jws, keys: trusted, at: call.now.getTime() }
    const bundle = await makeInWorkshop(call, { ...input, signature })
    if (bundle.digest !== report.digest || !bundle.change.isBigEnough) throw basesMoved()
    const keyId = checkSigned(bundle.signed, publishingSettings(tenant))
    return { draft, bundle, signature: keyId === null ? undefined : { keyId, jws: jws! } }
  },
  write: async (call, tx, publishing) => {
    const { principal, body } = call
    const done = await publish(tx, publishing, {
      reason: body.reason,
      by: principal.id,
      catalogue: call.service.catalogue,
    })
    const { id, version, digest } = publishing.bundle
    const signedBy = publishing.signature?.keyId ?? null
    return {
      body: { ruleSet: id, version, digest, signedBy, bundle: done.address, rollout: done.campaign.id },
      audit: { action: 'rule-set.publish', target: `rule-set/${id}`, before: done.from, after: { digest, signedBy } },
    }
  },
})

export const publishing = [checkOperation, getDraftBundle, publishDraft]

async function readDraft({ params: { draft: id }, principal, service }: DraftCall) {
  return service.store.read((principal as TenantPrincipal).tenant, async (tx) => {
    const draft = await found(id, tx)
    const [tenant, keys] = [await tx.tenants.get(), await tx.ruleSets.signingKeys()]
    return { draft, input: await draftInput(draft, tx, service.catalogue), tenant, keys }
  })
}

async function found(id: string, tx: ReadTx): Promise<StoredDraft> {
  const draft = await tx.ruleSets.draft(id)
  if (draft === undefined) throw notFound()
  return draft
}

function isPublished({ status }: StoredDraft): boolean {
  return status === 'published' || status === 'superseded'
}

function alreadyPublished(): Problem {
  return new Problem('conflict', 'This draft was published already; make a new one for the next version.')
}

function notChecked(): Problem {
  return new Problem('conflict', 'Check the draft first; it can be published when its report says ok.')
}

function changedMeanwhile(): Problem {
  return new Problem('conflict', 'The draft was changed meanwhile; try again.')
}

function basesMoved(): Problem {
  return new Problem('conflict', 'What it extends or takes the place of has changed since the check; check it again.')
}
