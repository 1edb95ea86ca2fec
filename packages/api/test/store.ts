import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Engine, type Store } from '@joinery/store'

export const engines: readonly Engine[] = ['sqlite', 'postgres']

const folders = new WeakMap<Store, string>()
const urls = new WeakMap<Store, string>()
const masterKey = new Uint8Array(32).fill(7)

/** A new, empty store: in a folder of its own, or in a database of its own on the run's PostgreSQL. */
export async function openStoreFor(engine: Engine, clock: () => Date): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-api-'))
  const url = engine === 'sqlite' ? `sqlite:${join(folder, 'joinery.sqlite')}` : await newDatabase()
  const store = await openStore(url, { clock, masterKey })
  await store.migrate()
  folders.set(store, folder)
  urls.set(store, url)
  return store
}

/** The same data as another process sees them. One process has a SQLite file, so there it is the same store. */
export function twinOf(store: Store, clock: () => Date): Promise<Store> {
  return store.engine === 'sqlite' ? Promise.resolve(store) : openStore(urls.get(store)!, { clock, masterKey })
}

export async function closeStore(store: Store): Promise<void> {
  await store.close()
  rmSync(folders.get(store)!, { recursive: true, force: true })
}

/** Only in a test run: the commands that use these worlds work on SQLite. */
async function newDatabase(): Promise<string> {
  // @boundaries-ignore the tools of the workspace are no package
  const database = await import('../../../tools/test-database.ts')
  return database.newDatabase()
}
