import type { Tenant as StoredTenant } from '@joinery/store'
import * as z from 'zod'
import { makeKey } from '../access/grant-key.ts'
import { scopesOf } from '../access/granted-scopes.ts'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { limits } from '../limits.ts'
import { etagHeader, Id, Instant, pageOf, pageQuery, text } from '../schemas/common.ts'

const tag = 'Associations'
const name = text('Name of the association', { least: 1, most: limits.name })
const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$/, 'must be 2 to 64 small letters, digits and hyphens')
  .meta({ description: 'Short name in addresses; unique' })
const isTest = z.boolean().meta({ description: 'A space for trying out: its secret keys begin with sk_test_' })

const Tenant = z
  .strictObject({ id: Id, slug, name, test: isTest, createdAt: Instant })
  .meta({ id: 'Association', description: 'The space of one association, or of a firm that belongs to none' })

const listTenants = defineOperation({
  id: 'listAssociations',
  method: 'get',
  path: '/v1/associations',
  tag,
  summary: 'List all associations',
  description: 'For whoever runs the service. It sees which there are, and nothing inside them.',
  access: { scope: 'tenants:read', allow: { operator: ['own', 'foreign'] } },
  query: z.strictObject(pageQuery),
  answer: { status: 200, description: 'One page of associations', schema: pageOf(Tenant) },
  plain: async (call) => {
    const page = await call.service.store.platform.listTenants(pageRequest(call))
    return { body: pageReply(call, page, shownTenant) }
  },
})

const createTenant = defineOperation({
  id: 'createAssociation',
  method: 'post',
  path: '/v1/associations',
  tag,
  summary: 'Add an association',
  description: 'Answers with its first key, which may do everything an association may. It is shown once.',
  access: { scope: 'tenants:write', allow: { operator: ['own'] } },
  body: { schema: z.strictObject({ name, slug, test: isTest.optional() }).meta({ id: 'NewAssociation' }) },
  problems: ['conflict'],
  answer: {
    status: 201,
    description: 'The association and its first key',
    schema: z.strictObject({ association: Tenant, secret: z.string() }).meta({ id: 'MadeAssociation' }),
  },
  plain: async ({ body, principal, requestId, service: { store } }) => {
    const test = body.test ?? false
    const context = await store.platform.createTenant({ name: body.name, slug: body.slug, settings: { test } })
    const { secret, hash, hint } = makeKey('secret', context.id, test)
    const scopes = [...scopesOf.association]
    const first = {
      kind: 'secret',
      hash,
      hint,
      label: 'First key',
      scopes,
      origins: [],
      firm: null,
      expiresAt: null,
    } as const
    const tenant = await store.write(context, async (tx) => {
      const key = await tx.keys.create(first)
      await tx.audit.append({ actor: principal.id, action: 'association.create', target: `key/${key.id}`, requestId })
      return tx.tenants.get()
    })
    return { body: { association: shownTenant(tenant), secret } }
  },
})

const getTenant = defineOperation({
  id: 'getAssociation',
  method: 'get',
  path: '/v1/association',
  tag,
  summary: 'See your own association',
  access: { scope: 'tenants:read', allow: { association: ['own'] } },
  answer: { status: 200, description: 'The association', schema: Tenant, headers: etagHeader },
  read: async (_call, tx) => {
    const tenant = await tx.tenants.get()
    return { body: shownTenant(tenant), etag: etagOf(tenant.version) }
  },
})

const changeTenant = defineOperation({
  id: 'changeAssociation',
  method: 'patch',
  path: '/v1/association',
  tag,
  summary: 'Change the name of your association',
  access: { scope: 'tenants:read', allow: { association: ['own'] } },
  body: {
    schema: z.strictObject({ name }).meta({ id: 'AssociationChange' }),
    mediaTypes: ['application/merge-patch+json', 'application/json'],
  },
  answer: { status: 200, description: 'The association as it is now', schema: Tenant, headers: etagHeader },
  write: async ({ body, ifMatch }, tx) => {
    const before = await tx.tenants.get()
    ifMatch.check(etagOf(before.version))
    const tenant = await tx.tenants.update(before.version, { name: body.name })
    return {
      body: shownTenant(tenant),
      etag: etagOf(tenant.version),
      audit: { action: 'association.update', target: `association/${tenant.id}`, before, after: tenant },
    }
  },
})

export const tenants = [listTenants, createTenant, getTenant, changeTenant]

function shownTenant({ id, slug: short, name: full, settings, createdAt }: StoredTenant): z.input<typeof Tenant> {
  return { id, slug: short, name: full, test: settings['test'] === true, createdAt }
}
