import type { Firm as StoredFirm } from '@joinery/store'
import * as z from 'zod'
import { notFound, ownFirm } from '../access/ownership.ts'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { etagHeader, Id, pageOf, pageQuery } from '../schemas/common.ts'
import { Firm, FirmChange, NewFirm } from '../schemas/firm.ts'

const params = z.strictObject({ firm: Id })
const tag = 'Firms'

const listFirms = defineOperation({
  id: 'listFirms',
  method: 'get',
  path: '/v1/firms',
  tag,
  summary: 'List member firms',
  description: 'Oldest first. A firm sees itself alone.',
  access: { scope: 'firms:read', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  query: z.strictObject(pageQuery),
  answer: { status: 200, description: 'One page of firms', schema: pageOf(Firm) },
  read: async (call, tx) => {
    const { principal } = call
    if (principal.kind !== 'firm') return { body: pageReply(call, await tx.firms.list(pageRequest(call)), shownFirm) }
    const own = await tx.firms.get(principal.firm)
    return { body: { items: own === undefined ? [] : [shownFirm(own)], next: null } }
  },
})

const createFirm = defineOperation({
  id: 'createFirm',
  method: 'post',
  path: '/v1/firms',
  tag,
  summary: 'Add a member firm',
  access: { scope: 'firms:write', allow: { association: ['own'] } },
  body: { schema: NewFirm },
  answer: {
    status: 201,
    description: 'The firm',
    schema: Firm,
    headers: { ...etagHeader, Location: 'Address of the firm' },
  },
  write: async ({ body }, tx) => {
    const { name, sector = null, size = null, details = {} } = body
    const firm = await tx.firms.create({ name, sector, size, details })
    return {
      body: shownFirm(firm),
      etag: etagOf(firm.version),
      headers: { Location: `/v1/firms/${firm.id}` },
      audit: { action: 'firm.create', target: `firm/${firm.id}`, firm: firm.id, after: firm },
    }
  },
})

const getFirm = defineOperation({
  id: 'getFirm',
  method: 'get',
  path: '/v1/firms/{firm}',
  tag,
  summary: 'See one firm',
  access: { scope: 'firms:read', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  params,
  answer: { status: 200, description: 'The firm', schema: Firm, headers: etagHeader },
  read: async ({ principal, params: { firm: id } }, tx) => {
    const firm = await tx.firms.get(ownFirm(principal, id))
    if (firm === undefined) throw notFound()
    return { etag: etagOf(firm.version), body: () => shownFirm(firm) }
  },
})

const changeFirm = defineOperation({
  id: 'changeFirm',
  method: 'patch',
  path: '/v1/firms/{firm}',
  tag,
  summary: 'Change a firm',
  description: 'What is left out stays as it is.',
  access: { scope: 'firms:write', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  params,
  body: { schema: FirmChange, mediaTypes: ['application/merge-patch+json', 'application/json'] },
  answer: { status: 200, description: 'The firm as it is now', schema: Firm, headers: etagHeader },
  write: async ({ principal, params: { firm: id }, body, ifMatch }, tx) => {
    const before = await tx.firms.get(ownFirm(principal, id))
    if (before === undefined) throw notFound()
    ifMatch.check(etagOf(before.version))
    const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    const firm = await tx.firms.update(id, before.version, change)
    return {
      body: shownFirm(firm),
      etag: etagOf(firm.version),
      audit: { action: 'firm.update', target: `firm/${id}`, firm: id, before, after: firm },
    }
  },
})

export const firms = [listFirms, createFirm, getFirm, changeFirm]

function shownFirm({ id, name, sector, size, details, createdAt, updatedAt }: StoredFirm): z.input<typeof Firm> {
  return {
    id,
    name,
    sector,
    size: size as z.input<typeof Firm>['size'],
    details: details as Record<string, string>,
    createdAt,
    updatedAt,
  }
}
