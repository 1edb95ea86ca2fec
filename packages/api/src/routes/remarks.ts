import type { Exchange, Tx } from '@joinery/store'
import * as z from 'zod'
import { conflict } from '../assess/basis.ts'
import { withoutConfirmation } from '../assess/own-confirmations.ts'
import { remarkOf, type RemarkContent } from '../assess/remarks.ts'
import { notFound, ownRelationship } from '../access/ownership.ts'
import { isSharedWith, linkIdOf, partnerOf, type Partner } from '../access/partner.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Problem } from '../kernel/problem.ts'
import { limits } from '../limits.ts'
import { Id, pageOf, pageQuery } from '../schemas/common.ts'
import { NewRemark, Remark } from '../schemas/plan.ts'

const tag = 'Partner links'
const params = z.strictObject({ relationship: Id })

const addRemark = defineOperation({
  id: 'addRemark',
  method: 'post',
  path: '/v1/relationships/{relationship}/remarks',
  tag,
  summary: 'Say that something is not quite so',
  description:
    'For the partner, by link, on a shared field or on the plan. It takes back the confirmation of that field.',
  access: { scope: 'remarks:write', allow: { partner: ['own'] } },
  params,
  body: { schema: NewRemark },
  problems: ['conflict'],
  answer: { status: 201, description: 'The remark', schema: Remark },
  write: async ({ principal, params: { relationship }, body }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    const partner = partnerOf(principal)
    const { field, comment } = body
    checkField(field, partner)
    await checkRoom(relationship, tx)
    const content: RemarkContent = { link: linkIdOf(partner), field: field ?? null, comment }
    const made = await tx.exchanges.add({ kind: 'remark', state: 'open', relationship, content })
    if (field !== undefined) {
      const record = withoutConfirmation(before.record, content.link, field)
      if (record.evidence?.length !== before.record.evidence?.length)
        await tx.relationships.update(relationship, before.version, { record })
    }
    const target = `relationship/${relationship}`
    return {
      body: remarkOf(made),
      audit: { action: 'remark.add', target, firm: before.firm, after: content },
    }
  },
})

const listRemarks = defineOperation({
  id: 'listRemarks',
  method: 'get',
  path: '/v1/relationships/{relationship}/remarks',
  tag,
  summary: 'List what the partner said',
  description: 'Newest first.',
  access: { scope: 'relationships:read', allow: { firm: ['own'] } },
  params,
  query: z.strictObject(pageQuery),
  answer: { status: 200, description: 'One page of remarks', schema: pageOf(Remark) },
  read: async (call, tx) => {
    const { relationship } = call.params
    await ownRelationship(call.principal, relationship, tx)
    const page = await tx.exchanges.list({ ...pageRequest(call), relationship, kind: 'remark' })
    return { body: pageReply(call, page, remarkOf) }
  },
})

const closeRemark = defineOperation({
  id: 'closeRemark',
  method: 'post',
  path: '/v1/relationships/{relationship}/remarks/{remark}/close',
  tag,
  summary: 'Say that a remark has been dealt with',
  access: { scope: 'relationships:write', allow: { firm: ['own'] } },
  params: z.strictObject({ relationship: Id, remark: Id }),
  answer: { status: 200, description: 'The remark', schema: Remark },
  write: async ({ principal, params: { relationship, remark } }, tx) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    const found = await tx.exchanges.get(remark)
    if (found?.relationship !== relationship || found.kind !== 'remark') throw notFound()
    const closed = await close(found, tx)
    return { body: remarkOf(closed), audit: { action: 'remark.close', target: `remark/${remark}`, firm } }
  },
})

export const remarks = [addRemark, listRemarks, closeRemark]

async function close(found: Exchange, tx: Tx): Promise<Exchange> {
  if (found.state === 'closed') return found
  return tx.exchanges.update(found.id, found.version, { state: 'closed', content: found.content })
}

function checkField(field: string | undefined, partner: Partner): void {
  if (field === undefined || isSharedWith(partner, field)) return
  const message = `"${field}" is not shared with you; shared are: ${partner.fields.join(', ')}`
  throw conflict('body', 'field', { value: field, message })
}

/** A link is no way to fill the store. */
async function checkRoom(relationship: string, tx: Tx): Promise<void> {
  const { items } = await tx.exchanges.list({ relationship, kind: 'remark', limit: limits.remark.most })
  if (items.filter(({ state }) => state === 'open').length < limits.remark.most) return
  throw new Problem('conflict', `${limits.remark.most} remarks wait for an answer; give the firm time to read them.`)
}
