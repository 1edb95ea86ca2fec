import { hashOfKey, newKeyText } from '@joinery/api'
import { openStore, type TenantContext, type Tx } from '@joinery/store'

/** An association with its members' relationships, put straight into a store that no service uses yet. */
export interface Association {
  /** Key of the association. */
  readonly key: string
  /** One member, with the key of its server. */
  readonly firm: { readonly id: string; readonly key: string }
  /** Of that member, and of others. */
  readonly relationships: readonly string[]
}

interface Wanted {
  readonly url: string
  readonly masterKey: Uint8Array
  readonly relationships: number
}

const atOnce = 500
/** Relationships of one member: what the one key of the measurements can reach is a part of the whole. */
const ofOneFirm = 20_000

export async function addAssociation({ url, masterKey, relationships }: Wanted): Promise<Association> {
  const store = await openStore(url, { masterKey })
  try {
    await store.migrate()
    const tenant = await store.platform.createTenant({ name: 'Larkmoor Builders', slug: `larkmoor-${Date.now()}` })
    const made: { id: string; relationships: string[] }[] = []
    for (let left = relationships; left > 0; left -= ofOneFirm) {
      const { id } = await store.write(tenant, (tx) => tx.firms.create({ name: 'Harbour Joinery', size: 'micro' }))
      const firm = { id, relationships: [] as string[] }
      made.push(firm)
      for (let rest = Math.min(left, ofOneFirm); rest > 0; rest -= atOnce)
        firm.relationships.push(...(await store.write(tenant, (tx) => addSome(tx, id, Math.min(rest, atOnce)))))
    }
    const [first] = made
    return {
      key: await store.write(tenant, (tx) => addKey(tx, tenant, null)),
      firm: { id: first!.id, key: await store.write(tenant, (tx) => addKey(tx, tenant, first!.id)) },
      relationships: first!.relationships,
    }
  } finally {
    await store.checkpoint()
    await store.close()
  }
}

/** What a small firm writes down in its first weeks. */
export const record = {
  org: { name: 'Harbour Joinery', headcount: 7 },
  rel: { partnerName: 'Castell & Rowe Contractors', kind: 'customer' as const, revenueShare: 0.4 },
  rmp: { owner: 'Ada Harbour' },
}

async function addSome(tx: Tx, firm: string, count: number): Promise<string[]> {
  const made = await Promise.all(Array.from({ length: count }, () => tx.relationships.create({ firm, record })))
  return made.map(({ id }) => id)
}

const scopes = ['relationships:read', 'relationships:write', 'assessments:read', 'rule-sets:read']

async function addKey(tx: Tx, { id: tenant }: TenantContext, firm: string | null): Promise<string> {
  const key = newKeyText('sk_live_', tenant)
  await tx.keys.create({
    kind: 'secret',
    hash: hashOfKey(key),
    hint: 'sk_live_…',
    label: 'Bench',
    scopes: firm === null ? [...scopes, 'rule-sets:write'] : scopes,
    origins: [],
    firm,
    expiresAt: null,
  })
  return key
}
