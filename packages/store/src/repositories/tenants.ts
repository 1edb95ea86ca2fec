import type { Tenant, Tenants } from '../contract/tenants.ts'
import { statement } from '../engine/statement.ts'
import type { TenantRow } from '../schema/member-rows.ts'
import { StoreError } from '../store-error.ts'
import { json, notChanged, type Work } from './work.ts'

export function createTenants({ session, tenant }: Work): Tenants {
  const get = async (): Promise<Tenant> => {
    const [row] = (await session.run(selectTenant, { tenant: tenant.id })).rows
    if (row === undefined) throw new StoreError('absent', 'This tenant has been erased.')
    return readTenant(row)
  }
  return {
    get,
    update: async (version, change) => {
      const stored = await get()
      if (stored.version !== version) throw notChanged('this tenant', stored)
      const next = { ...stored, ...change, version: version + 1 }
      const { changes } = await session.run(updateTenant, {
        tenant: tenant.id,
        version,
        next: next.version,
        name: next.name,
        settings: JSON.stringify(next.settings),
      })
      if (changes === 0) throw notChanged('this tenant', await get())
      return next
    },
  }
}

export function readTenant(row: TenantRow): Tenant {
  return {
    id: row.tenant,
    slug: row.slug,
    name: row.name,
    settings: json(row.settings),
    version: row.version,
    createdAt: row.created_at,
  }
}

export const selectTenant = statement((db, args: { tenant: string }) =>
  db.selectFrom('tenant').selectAll().where('tenant', '=', args.tenant),
)

const updateTenant = statement(
  (db, args: { tenant: string; version: number; next: number; name: string; settings: string }) =>
    db
      .updateTable('tenant')
      .set({ name: args.name, settings: args.settings, version: args.next })
      .where('tenant', '=', args.tenant)
      .where('version', '=', args.version),
)
