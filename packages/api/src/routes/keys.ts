import type { ApiKey, NewKey as Granted, Tx } from '@joinery/store'
import * as z from 'zod'
import { grantKey, isInvitation, makeKey } from '../access/grant-key.ts'
import { notFound } from '../access/ownership.ts'
import type { Principal, TenantPrincipal } from '../access/principal.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Problem } from '../kernel/problem.ts'
import { Id, pageOf, pageQuery } from '../schemas/common.ts'
import { Key, MadeKey, NewKey, Rotation } from '../schemas/key.ts'

const tag = 'Keys'
const params = z.strictObject({ key: Id })

const listKeys = defineOperation({
  id: 'listKeys',
  method: 'get',
  path: '/v1/keys',
  tag,
  summary: 'List keys',
  description: 'An association sees all keys of its space, a firm its own; nobody sees a key itself.',
  access: { scope: 'keys:read', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  query: z.strictObject(pageQuery),
  answer: { status: 200, description: 'One page of keys', schema: pageOf(Key) },
  read: async (call, tx) => {
    const { principal } = call
    const own = principal.kind === 'firm' ? { firm: principal.firm } : {}
    return { body: pageReply(call, await tx.keys.list({ ...pageRequest(call), ...own }), shownKey) }
  },
})

const createKey = defineOperation({
  id: 'createKey',
  method: 'post',
  path: '/v1/keys',
  tag,
  summary: 'Make a key',
  description:
    'The key is shown once. Nobody can hand out more than they hold. A secret key that an association makes for a firm is an invitation: with it the firm makes one key of its own, and then it is spent.',
  access: { scope: 'keys:write', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  body: { schema: NewKey },
  answer: {
    status: 201,
    description: 'The key',
    schema: MadeKey,
    headers: { Location: 'Address of the key, without the key itself' },
  },
  secretAnswer: true,
  write: async ({ body, principal, now, service }, tx) => {
    const known = principal as TenantPrincipal
    const granted = grantKey(body, known, now)
    if (granted.firm !== null && (await tx.firms.get(granted.firm)) === undefined) throw notFound()
    if (isInvitation(known)) await tx.keys.revoke(known.id.slice('key:'.length))
    const made = await store(granted, tx)
    return {
      body: { key: shownKey(made.key), secret: made.secret },
      headers: { Location: `/v1/keys/${made.key.id}` },
      audit: auditOf('key.create', made.key),
      committed: service.authenticate.forget,
    }
  },
})

const getKey = defineOperation({
  id: 'getKey',
  method: 'get',
  path: '/v1/keys/{key}',
  tag,
  summary: 'See what is kept of a key',
  access: { scope: 'keys:read', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  params,
  answer: { status: 200, description: 'The key', schema: Key },
  read: async ({ params: { key }, principal }, tx) => ({ body: shownKey(ownKey(await tx.keys.get(key), principal)) }),
})

const rotateKey = defineOperation({
  id: 'rotateKey',
  method: 'post',
  path: '/v1/keys/{key}/rotate',
  tag,
  summary: 'Replace a key',
  description:
    'Makes a key like it and ends the old one, after an overlap if you wish. Only for keys that are your own: an association never gets a key of a firm.',
  access: { scope: 'keys:write', allow: { association: [], firm: ['own'] } },
  params,
  body: { schema: Rotation },
  problems: ['conflict'],
  answer: { status: 201, description: 'The new key', schema: MadeKey },
  secretAnswer: true,
  write: async ({ params: { key: id }, body, principal, now, service }, tx) => {
    const old = ownKey(await tx.keys.get(id), principal)
    if (principal.kind === 'association' && old.firm !== null) throw notFound()
    if (old.revokedAt !== null) throw new Problem('conflict', 'This key was revoked; make a new one.')
    const held = (principal as TenantPrincipal).scopes
    if (old.scopes.some((scope) => !(held as ReadonlySet<string>).has(scope)))
      throw new Problem('forbidden', 'You cannot replace a key that may do more than yours.')
    const made = await store({ ...old, expiresAt: null }, tx)
    const end = new Date(now.getTime() + body.overlapHours * 3_600_000)
    await tx.keys.expire(id, end.toISOString())
    return {
      body: { key: shownKey(made.key), secret: made.secret },
      audit: auditOf('key.rotate', made.key),
      committed: service.authenticate.forget,
    }
  },
})

const revokeKey = defineOperation({
  id: 'revokeKey',
  method: 'delete',
  path: '/v1/keys/{key}',
  tag,
  summary: 'Revoke a key',
  description: 'At once where it was asked, within half a minute everywhere. It cannot be undone.',
  access: { scope: 'keys:write', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  params,
  conditional: false,
  answer: { status: 200, description: 'The key, revoked', schema: Key },
  write: async ({ params: { key: id }, principal, service }, tx) => {
    ownKey(await tx.keys.get(id), principal)
    const key = await tx.keys.revoke(id)
    return { body: shownKey(key), audit: auditOf('key.revoke', key), committed: service.authenticate.forget }
  },
})

export const keys = [listKeys, createKey, getKey, rotateKey, revokeKey]

async function store(granted: Omit<Granted, 'hash' | 'hint'>, tx: Tx): Promise<{ key: ApiKey; secret: string }> {
  const { id, settings } = await tx.tenants.get()
  const { secret, hash, hint } = makeKey(granted.kind, id, settings['test'] === true)
  const { kind, label, scopes, origins, firm, expiresAt } = granted
  return { secret, key: await tx.keys.create({ kind, label, scopes, origins, firm, expiresAt, hash, hint }) }
}

function ownKey(key: ApiKey | undefined, principal: Principal): ApiKey {
  if (key === undefined || (principal.kind === 'firm' && key.firm !== principal.firm)) throw notFound()
  return key
}

function auditOf(action: string, { id, firm, label, scopes }: ApiKey) {
  return { action, target: `key/${id}`, ...(firm === null ? {} : { firm }), after: { label, scopes } }
}

function shownKey(key: ApiKey): z.input<typeof Key> {
  const { hash: _, scopes, origins, ...shown } = key
  return { ...shown, scopes: [...scopes], origins: [...origins] }
}
