import * as z from 'zod'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Id, Instant, pageOf, pageQuery, text } from '../schemas/common.ts'

const tag = 'Audit'

const AuditEntry = z
  .strictObject({
    id: Id,
    actor: z.string().meta({ description: 'Who, as an id: key:…, person:…, link:…' }),
    action: z.string(),
    target: z.string(),
    firm: Id.nullable(),
    beforeHash: z.string().nullable(),
    afterHash: z.string().nullable(),
    requestId: z.string().nullable(),
    at: Instant,
    seal: z.int().nullable().meta({ description: 'Number of the seal that holds it; null until it is sealed' }),
  })
  .meta({ id: 'AuditEntry', description: 'One thing that was done; of contents only keyed hashes' })

const Verdict = z
  .strictObject({
    entries: z.int(),
    sealed: z.int(),
    head: z.strictObject({ number: z.int(), hash: z.string() }).nullable(),
    findings: z.array(
      z.strictObject({
        code: z.string(),
        seal: z.int().nullable(),
        entry: z.string().nullable(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'AuditVerdict', description: 'Whether the log is as it was written; no findings: it is' })

const listAudit = defineOperation({
  id: 'listAudit',
  method: 'get',
  path: '/v1/audit',
  tag,
  summary: 'Read the audit log',
  description: 'Newest first. A firm sees what concerns itself.',
  access: { scope: 'audit:read', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  query: z.strictObject({
    ...pageQuery,
    target: text('Only what was done to this, such as "firm/018f…"', { most: 200 }).optional(),
    actor: text('Only what this one did', { most: 200 }).optional(),
  }),
  answer: { status: 200, description: 'One page of entries', schema: pageOf(AuditEntry) },
  read: async (call, tx) => {
    const { target, actor } = call.query
    const page = await tx.audit.list({
      ...pageRequest(call),
      ...(call.principal.kind === 'firm' ? { firm: call.principal.firm } : {}),
      ...(target === undefined ? {} : { target }),
      ...(actor === undefined ? {} : { actor }),
    })
    return { body: pageReply(call, page, (entry) => entry) }
  },
})

const verifyAudit = defineOperation({
  id: 'verifyAudit',
  method: 'get',
  path: '/v1/audit/verdict',
  tag,
  summary: 'Check that nobody has changed the audit log',
  description: 'Reads the whole chain. Keep the head somewhere else: a history rolled back behind it is found.',
  access: { scope: 'audit:read', allow: { association: ['own'] } },
  answer: { status: 200, description: 'What was found', schema: Verdict },
  read: async (_call, tx) => {
    const { entries, sealed, head, findings } = await tx.audit.verify()
    return { body: { entries, sealed, head, findings: [...findings] } }
  },
})

export const audit = [listAudit, verifyAudit]
