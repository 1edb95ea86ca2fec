import type { Store, TenantContext, Tx } from '../../src/index.ts'

/** What the acknowledged writes are held against. */
export interface Found {
  /** Acknowledged and not there. */
  readonly lost: number
  /** There in half, or twice. */
  readonly broken: number
}

/** One piece of work of the programs that will be cut short: a relationship and its audit entry, or neither. */
export async function writeOne(tx: Tx, firm: string): Promise<string> {
  const relationship = await tx.relationships.create({ firm, record: { answers: {} } })
  await tx.audit.append({ actor: 'system', action: 'create', target: relationship.id, firm })
  return relationship.id
}

/** Reads everything that `writeOne` wrote, and compares it with what was acknowledged. */
export async function whatIsThere(
  store: Store,
  tenant: TenantContext,
  acknowledged: readonly string[],
): Promise<Found> {
  const stored = await idsOf((after) =>
    store.read(tenant, (tx) => tx.relationships.list({ limit: 500, ...(after === undefined ? {} : { after }) })),
  )
  const audited = (
    await idsOf((after) =>
      store.read(tenant, (tx) => tx.audit.list({ limit: 500, ...(after === undefined ? {} : { after }) })),
    )
  ).map(({ target }) => target)
  const there = new Set(stored.map(({ id }) => id))
  const trail = new Set(audited)
  const halves = [...there].filter((id) => !trail.has(id)).length + [...trail].filter((id) => !there.has(id)).length
  return {
    lost: acknowledged.filter((id) => !there.has(id)).length,
    broken: halves + (stored.length - there.size) + (audited.length - trail.size),
  }
}

type Place = { readonly at: string; readonly id: string } | undefined

async function idsOf<Item>(list: (after: Place) => Promise<{ items: readonly Item[]; next: Place }>): Promise<Item[]> {
  const all: Item[] = []
  for (let page = await list(undefined); ; page = await list(page.next)) {
    all.push(...page.items)
    if (page.next === undefined) return all
  }
}
