import type { Position, Store, Tenant, TenantContext } from '@joinery/store'

/** Does something for every tenant, one after the other, until `isOver` says so. */
export async function eachTenant(
  store: Store,
  work: (context: TenantContext, tenant: Tenant) => Promise<unknown>,
  isOver: () => boolean = () => false,
): Promise<void> {
  let after: Position | undefined
  do {
    const page = await store.platform.listTenants({ limit: 200, ...(after === undefined ? {} : { after }) })
    for (const tenant of page.items) {
      if (isOver()) return
      const context = await store.tenant(tenant.id)
      if (context !== undefined) await work(context, tenant)
    }
    after = page.next
  } while (after !== undefined)
}
