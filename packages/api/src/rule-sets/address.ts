import type { Tenant } from '@joinery/store'

/** Where a published rule set is found for ever, by anybody. */
export function bundleAddress(digest: string, tenant: Pick<Tenant, 'slug'> | undefined): string {
  return `/v1/bundles/${digest}${tenant === undefined ? '' : `?association=${tenant.slug}`}`
}
