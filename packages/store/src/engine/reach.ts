import type { Schema } from '../schema/tables.ts'
import type { Wall } from './engine.ts'
import type { Written } from './statement.ts'

/** What a change of a table may make different: one relationship, everything of the tenant, or no reading that is remembered. */
const reach: Readonly<Record<keyof Schema, 'one' | 'all' | 'none'>> = {
  tenant: 'all',
  data_key: 'all',
  firm: 'all',
  consent: 'all',
  relationship: 'one',
  result: 'none',
  score: 'none',
  draft: 'none',
  bundle: 'all',
  signature: 'none',
  pointer: 'all',
  move: 'none',
  signing_key: 'none',
  campaign: 'none',
  job: 'none',
  cell: 'none',
  cell_firm: 'none',
  share: 'none',
  snapshot: 'none',
  api_key: 'none',
  link: 'none',
  mail: 'none',
  exchange: 'none',
  idempotency: 'none',
  audit: 'none',
  audit_seal: 'none',
  meta: 'none',
  shipped_file: 'none',
  shipped_body: 'none',
}

/** How far a change reaches: `everything`, a tenant, or one relationship of it, as `placeOf` names it. */
export type Reached = string

export const everything: Reached = ''

/** An id of a tenant has no slash in it. */
export function placeOf(tenant: string, relationship: string): Reached {
  return `${tenant}/${relationship}`
}

/** Undefined where no reading that is remembered can come out differently. In doubt it is everything. */
export function reachedBy(wall: Wall, { table, id }: Written): Reached | undefined {
  const reaches = table === undefined ? 'all' : (reach[table as keyof Schema] ?? 'all')
  if (reaches === 'none') return undefined
  if (wall === 'platform' || table === undefined) return everything
  return reaches === 'one' && typeof id === 'string' ? placeOf(wall.tenant, id) : wall.tenant
}

/** Most relationships that are named one by one by whoever changes many. */
const mostNamed = 100

/** The fewest words for the same: none of what something else reaches too. */
export function summed(reached: ReadonlySet<Reached>): readonly Reached[] {
  if (reached.has(everything)) return [everything]
  const tenantOf = (place: Reached) => place.split('/', 1)[0]!
  const places = [...reached].filter((place) => !place.includes('/') || !reached.has(tenantOf(place)))
  return places.length <= mostNamed ? places : [...new Set(places.map(tenantOf))]
}
