import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
// @boundaries-ignore the tools of the workspace are no package
import { newFolder } from '../../../tools/new-folder.ts'
// @boundaries-ignore the tools of the workspace are no package
import { newDatabase } from '../../../tools/test-database.ts'
import type { Engine, Store, StoreOptions, TenantContext } from '../src/index.ts'
import type { EngineProbe } from '../src/engine/engine.ts'
import { openProbed } from '../src/open-store.ts'

export { newFolder }

export const engines: readonly Engine[] = ['sqlite', 'postgres']
export const masterKey = new Uint8Array(32).fill(7)

export interface Opened {
  readonly store: Store
  readonly url: string
}

export async function newUrl(engine: Engine): Promise<string> {
  return engine === 'sqlite' ? `sqlite:${join(newFolder(), 'joinery.sqlite')}` : newDatabase()
}

export async function reopen(url: string, options: StoreOptions = {}, probe: EngineProbe = {}): Promise<Store> {
  const store = await openProbed(url, { masterKey, poolSize: 4, ...options }, probe)
  onTestFinished(() => store.close())
  return store
}

/** A migrated store on a place of its own. */
export async function newStore(engine: Engine, options: StoreOptions = {}, probe: EngineProbe = {}): Promise<Opened> {
  const url = await newUrl(engine)
  const store = await reopen(url, options, probe)
  await store.migrate()
  return { store, url }
}

/** What a backup holds; those of PostgreSQL are packed. */
export function unpackedBackup(engine: Engine, file: string): Buffer {
  const bytes = readFileSync(file)
  return engine === 'postgres' ? gunzipSync(bytes) : bytes
}

let tenants = 0

export function newTenant(store: Store): Promise<TenantContext> {
  tenants += 1
  return store.platform.createTenant({ name: 'Joiners of the coast', slug: `coast-${tenants}` })
}

export interface Member {
  readonly store: Store
  readonly url: string
  readonly tenant: TenantContext
  readonly firm: string
}

/** A store with one association and one member. */
export async function newMember(engine: Engine, options: StoreOptions = {}, probe: EngineProbe = {}): Promise<Member> {
  const { store, url } = await newStore(engine, options, probe)
  const tenant = await newTenant(store)
  const { id } = await store.write(tenant, (tx) => tx.firms.create({ name: 'Harbour Joinery' }))
  return { store, url, tenant, firm: id }
}

/** A clock that a test sets. */
export function handClock(start = '2026-11-20T09:00:00.000Z'): { now: () => Date; pass: (ms: number) => void } {
  let at = Date.parse(start)
  return { now: () => new Date(at), pass: (ms) => (at += ms) }
}
