import type { Page, PageRequest } from './contract/page.ts'
import type { NewTenant, Platform, Tenant, TenantContext } from './contract/tenants.ts'
import type { DatabaseEngine, Session } from './engine/engine.ts'
import { bucketOf } from './ids.ts'
import { readTenant } from './repositories/tenants.ts'
import { oldestFirst, pageOf } from './repositories/work.ts'
import { tableKeys, type TableName } from './schema/tables.ts'
import { createVault, type KeyRing } from './seal/vault.ts'
import { StoreError } from './store-error.ts'

interface Setup {
  readonly database: DatabaseEngine
  readonly ring: KeyRing
  readonly clock: () => Date
  readonly newId: (now: number) => string
  readonly issue: (id: string) => TenantContext
  /** A context that this store made. */
  readonly checked: (tenant: TenantContext) => TenantContext
}

const slugs = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])$/u

export function createPlatform(setup: Setup): Platform {
  const { database, issue } = setup
  const idOf = async (slug: string) => {
    const { rows } = await database.read('platform', (session) =>
      session.query((db) => db.selectFrom('meta').select('value').where('name', '=', `slug/${slug}`)),
    )
    return rows[0]?.value
  }
  return {
    createTenant: (tenant) => createTenant(setup, tenant),
    listTenants: (page) => listTenants(setup, page),
    tenantBySlug: async (slug) => {
      const id = await idOf(slug)
      return id === undefined ? undefined : issue(id)
    },
    eraseTenant: (tenant) => eraseTenant(setup, tenant),
  }
}

async function listTenants({ database }: Setup, page: PageRequest): Promise<Page<Tenant>> {
  const { at, id, limit } = oldestFirst(page)
  const { rows } = await database.read('platform', (session) =>
    session.query((db) =>
      db
        .selectFrom('tenant')
        .selectAll()
        .where((is) => is(is.refTuple('created_at', 'tenant'), '>', is.tuple(at, id)))
        .orderBy('created_at')
        .orderBy('tenant')
        .limit(limit),
    ),
  )
  const place = (row: (typeof rows)[number]) => ({ at: row.created_at, id: row.tenant })
  return pageOf(rows, { limit: page.limit, place, item: readTenant })
}

async function eraseTenant({ database, ring, checked }: Setup, tenant: TenantContext): Promise<void> {
  const { id } = checked(tenant)
  await database.write({ tenant: id }, async (session) => {
    await session.query((db) => db.deleteFrom('meta').where('value', '=', id).where('name', 'like', 'slug/%'))
    await session.query((db) => db.deleteFrom('data_key').where('tenant', '=', id))
    for (const table of (Object.keys(tableKeys) as TableName[]).toReversed()) {
      await session.query((db) => db.deleteFrom(table).where('tenant', '=', id))
    }
    session.scrubAfterwards()
  })
  for (const known of ring.keys.keys()) if (known.startsWith(`${id}/`)) ring.keys.delete(known)
}

async function createTenant(
  { database, ring, clock, newId, issue }: Setup,
  { name, slug, settings = {} }: NewTenant,
): Promise<TenantContext> {
  if (!slugs.test(slug)) {
    throw new StoreError('bad-value', `"${slug}" cannot be a slug: lower case letters, digits and hyphens, 2 to 64.`)
  }
  const now = clock()
  const id = newId(now.getTime())
  await database.write('platform', async (session) => {
    await claimSlug(session, slug, id)
    const times = { version: 1, key_generation: 0, created_at: now.toISOString() }
    const row = { tenant: id, bucket: bucketOf(id), slug, name, settings: JSON.stringify(settings), ...times }
    await session.query((db) => db.insertInto('tenant').values(row))
    await session.moveTo({ tenant: id })
    await createVault(ring, session, id).makeKey(null)
  })
  return issue(id)
}

/** Two tenants are never in one key, so the slug has a row of its own: its key lets only one of two rivals through. */
async function claimSlug(session: Session, slug: string, tenant: string): Promise<void> {
  const { changes } = await session.query((db) =>
    db
      .insertInto('meta')
      .values({ name: `slug/${slug}`, value: tenant })
      .onConflict((conflict) => conflict.column('name').doNothing()),
  )
  if (changes === 0) throw new StoreError('duplicate', `There is a tenant "${slug}" already.`)
}
