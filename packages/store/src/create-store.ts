import type { Store } from './contract/store.ts'
import type { TenantContext } from './contract/tenants.ts'
import type { DatabaseEngine, Session } from './engine/engine.ts'
import { bucketOf, createIds, timeOf } from './ids.ts'
import { createLeaseQueue } from './lease-queue.ts'
import type { Place } from './engine/place.ts'
import { createPlatform } from './platform.ts'
import { keyWithHash } from './repositories/keys.ts'
import { linkWithHash } from './repositories/links.ts'
import { selectTenant } from './repositories/tenants.ts'
import type { Work } from './repositories/work.ts'
import { pendingMigrations, runMigrations } from './schema/migrations.ts'
import { fingerprint } from './seal/master-key.ts'
import { createVault, type KeyRing } from './seal/vault.ts'
import { StoreError } from './store-error.ts'
import { createOutbox } from './outbox.ts'
import { createShipped } from './shipped.ts'
import { createTx } from './transaction.ts'
import { createTransfer } from './transfer/transfer.ts'

interface Setup {
  readonly database: DatabaseEngine
  readonly place: Place
  readonly masterKey: Uint8Array
  readonly clock: () => Date
}

/** Puts the parts together over one database, whichever it is. */
export async function createStore({ database, place, masterKey, clock }: Setup): Promise<Store> {
  const ring: KeyRing = { masterKey, keys: new Map() }
  const newId = createIds()
  const { issue, checked } = createContexts()
  let ready = (await database.define((session) => readiness(session, masterKey))).pending.length === 0
  const workOn = (tenant: TenantContext, session: Session): Work => {
    const now = clock()
    return {
      session,
      tenant,
      vault: createVault(ring, session, tenant.id),
      now: now.toISOString(),
      newId: (after) => newId(Math.max(now.getTime(), after === undefined ? 0 : timeOf(after) + 1)),
    }
  }
  const txOf = (tenant: TenantContext, session: Session) => createTx(workOn(tenant, session))
  const enter = (tenant: TenantContext): { readonly tenant: string } => {
    if (!ready) throw new StoreError('not-migrated', 'The schema is not up to date: run the migrations first.')
    return { tenant: checked(tenant).id }
  }
  return {
    engine: database.kind,
    migrate: async () => {
      const run = await migrate(database, masterKey)
      ready = true
      return run
    },
    ...createDoors({ database, issue, workOn }),
    read: async (tenant, work) => database.read(enter(tenant), (session) => work(txOf(tenant, session))),
    write: async (tenant, work, when) => database.write(enter(tenant), (session) => work(txOf(tenant, session)), when),
    holds: createHolds(database, checked),
    platform: createPlatform({ database, ring, clock, newId, issue, checked }),
    ...createCommon({ database, clock, context: issue, workOn }),
    ...createTransfer({ database, place, enter }),
    checkpoint: () => database.checkpoint(),
    health: () => health(database, masterKey),
    stats: () => database.stats(),
    close: () => database.close(),
  }
}

function createHolds(database: DatabaseEngine, checked: (tenant: TenantContext) => TenantContext): Store['holds'] {
  return (reading, tell) => {
    checked(reading.tenant)
    database.holds(reading, tell)
  }
}

/** What waits for whichever process has time, and what all processes have in common. */
function createCommon(setup: Parameters<typeof createOutbox>[0]): Pick<Store, 'outbox' | 'queue' | 'shipped'> {
  return {
    queue: createLeaseQueue(setup),
    outbox: createOutbox(setup),
    shipped: createShipped(setup.database, setup.clock),
  }
}

interface Doors {
  readonly database: DatabaseEngine
  readonly issue: (id: string) => TenantContext
  readonly workOn: (tenant: TenantContext, session: Session) => Work
}

/** How a stranger's text becomes a context: only through something that is stored. */
function createDoors(doors: Doors): Pick<Store, 'findKey' | 'findLink' | 'tenant'> {
  return {
    tenant: (id) => findIn(doors, id, ({ tenant }) => Promise.resolve(tenant)),
    findKey: (id, hash) =>
      findIn(doors, id, async (work) => {
        const key = await keyWithHash(work, hash)
        return key && { tenant: work.tenant, key }
      }),
    findLink: (id, hash) =>
      findIn(doors, id, async (work) => {
        const link = await linkWithHash(work, hash)
        return link && { tenant: work.tenant, link }
      }),
  }
}

/** Ids come from strangers: what cannot be one is simply not there. */
async function findIn<T>({ database, issue, workOn }: Doors, id: string, look: (work: Work) => Promise<T | undefined>) {
  if (!/^[\w-]{1,64}$/u.test(id)) return undefined
  return database.read({ tenant: id }, async (session) => {
    const { rows } = await session.run(selectTenant, { tenant: id })
    return rows.length === 0 ? undefined : look(workOn(issue(id), session))
  })
}

async function migrate(database: DatabaseEngine, masterKey: Uint8Array): Promise<readonly string[]> {
  const run = await database.define(async (session) => {
    const names = await runMigrations(session)
    await keepFingerprint(session, masterKey)
    return names
  })
  await database.afterMigration()
  return run
}

/** Contexts are known by identity: an object that merely looks like one opens nothing. */
function createContexts() {
  const issued = new WeakSet<TenantContext>()
  return {
    issue: (id: string): TenantContext => {
      const context = Object.freeze({ id, bucket: bucketOf(id) }) as TenantContext
      issued.add(context)
      return context
    },
    checked: (tenant: TenantContext): TenantContext => {
      if (issued.has(tenant)) return tenant
      throw new StoreError('refused', 'This tenant was not given out by this store.')
    },
  }
}

async function readiness(session: Session, masterKey: Uint8Array): Promise<{ readonly pending: readonly string[] }> {
  const pending = await pendingMigrations(session)
  if (pending.length === 0) await keepFingerprint(session, masterKey)
  return { pending }
}

/** Data sealed with one key and read with another would look damaged; better to say so at once. */
async function keepFingerprint(session: Session, masterKey: Uint8Array): Promise<void> {
  const mine = fingerprint(masterKey)
  const name = 'master-key'
  const { rows } = await session.query((db) => db.selectFrom('meta').select('value').where('name', '=', name))
  if (rows[0] === undefined) {
    await session.query((db) => db.insertInto('meta').values({ name, value: mine }))
  } else if (rows[0].value !== mine) {
    throw new StoreError(
      'bad-key',
      'This is not the master key that these data were sealed with. Find the right one; nothing was changed.',
    )
  }
}

async function health(database: DatabaseEngine, masterKey: Uint8Array): ReturnType<Store['health']> {
  const known = { engine: database.kind, version: database.version }
  try {
    const { pending } = await database.define(async (session) => {
      const state = await readiness(session, masterKey)
      // a real write, taken back by nobody: the disk must take it
      if (state.pending.length === 0)
        await session.query((db) =>
          db
            .updateTable('meta')
            .set({ value: fingerprint(masterKey) })
            .where('name', '=', 'master-key'),
        )
      return state
    })
    const problem =
      pending.length === 0 ? undefined : `The schema is not up to date: ${pending.join(', ')} must be run.`
    return { ...known, writable: true, pending, problem }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { ...known, writable: false, pending: [], problem }
  }
}
