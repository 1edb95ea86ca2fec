import type { TableName } from '../schema/tables.ts'
import type { Wall } from './engine.ts'
import type { Written } from './statement.ts'

/**
 * Knows which commit changed something last, so that what was read before can be known to hold. In doubt it says that it
 * does not.
 */
export interface Changes {
  /** Told of each statement that writes, before its commit. */
  note(wall: Wall, written: Written): void
  /** Whether nothing was changed since that could make a reading about this relationship come out differently. */
  holds(tenant: string, relationship: string, standsOn: number): boolean
}

/** What a change of a table may make different: one relationship, everything of the tenant, or no reading that is remembered. */
const reach: Readonly<Record<TableName | 'shipped_body' | 'shipped_file', 'one' | 'all' | 'none'>> = {
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
  shipped_file: 'none',
  shipped_body: 'none',
}

/** Most relationships of which the last change is remembered one by one. */
const mostKnown = 20_000

/** `next` is the number that the coming commit will have. */
export function createChanges(next: () => number): Changes {
  const ones = new Map<string, number>()
  const tenants = new Map<string, number>()
  let everything = 0
  const noteOne = (place: string) => {
    if (ones.size >= mostKnown) {
      ones.clear()
      everything = next()
    }
    ones.set(place, next())
  }
  return {
    note: (wall, { table, id }) => {
      const reaches = table === undefined ? 'all' : (reach[table as TableName] ?? 'all')
      if (reaches === 'none') return
      if (wall === 'platform') everything = next()
      else if (reaches === 'one' && typeof id === 'string') noteOne(`${wall.tenant}/${id}`)
      else tenants.set(wall.tenant, next())
    },
    holds: (tenant, relationship, standsOn) =>
      standsOn >= everything &&
      standsOn >= (tenants.get(tenant) ?? 0) &&
      standsOn >= (ones.get(`${tenant}/${relationship}`) ?? 0),
  }
}
