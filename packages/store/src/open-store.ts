import type { Store, StoreOptions } from './contract/store.ts'
import type { DatabaseEngine, EngineProbe } from './engine/engine.ts'
import type { Place } from './engine/place.ts'
import { openSqlite } from './engine/sqlite.ts'
import { createStore } from './create-store.ts'
import { makeKeyFile } from './seal/key-file.ts'
import { checkedMasterKey, readKeyFile } from './seal/master-key.ts'
import { StoreError } from './store-error.ts'

/**
 * Opens the data at `sqlite:PATH` (made when it is not there) or `postgres://…`. Changes nothing in the schema: call
 * `migrate` before anything else.
 */
export function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  return openProbed(url, options)
}

/** The same, with seams for tests. */
export async function openProbed(url: string, options: StoreOptions, probe: EngineProbe = {}): Promise<Store> {
  const place = parseUrl(url)
  if (options.masterKey !== undefined) checkedMasterKey(options.masterKey)
  const database = await openDatabase(place, options, probe)
  try {
    return await createStore({
      database,
      place,
      masterKey: masterKeyFor(place, options),
      clock: options.clock ?? (() => new Date()),
    })
  } catch (error) {
    await database.close()
    throw error
  }
}

function parseUrl(url: string): Place {
  if (/^postgres(?:ql)?:\/\//u.test(url)) return { engine: 'postgres', url }
  const path = /^sqlite:(?<path>.+)$/su.exec(url)?.groups?.['path']
  if (path !== undefined && path !== ':memory:') return { engine: 'sqlite', path }
  throw new StoreError(
    'bad-url',
    path === undefined
      ? `"${url.split(':', 1)[0]}:…" is not a place for data: it is sqlite:PATH or postgres://USER@HOST/DATABASE.`
      : 'sqlite::memory: would lose everything at the end. Name a file, such as sqlite:/tmp/joinery.sqlite.',
  )
}

async function openDatabase(place: Place, options: StoreOptions, probe: EngineProbe): Promise<DatabaseEngine> {
  if (place.engine === 'sqlite') return openSqlite(place.path, { readers: options.poolSize ?? 4, probe })
  const { poolSize = 10, statementTimeoutMs = 30_000 } = options
  // whoever keeps one file starts sooner without it
  const { openPostgres } = await import('./engine/postgres.ts')
  return openPostgres(place.url, { poolSize, statementTimeoutMs, probe })
}

function masterKeyFor(place: Place, { masterKey }: StoreOptions): Uint8Array {
  if (masterKey !== undefined) return masterKey
  if (place.engine === 'sqlite') return keyBeside(place.path)
  throw new StoreError(
    'bad-key',
    'PostgreSQL keeps no master key for you: give one of 32 bytes, the same to every process.',
  )
}

/** The key kept beside the data; made when there is none. */
function keyBeside(path: string): Uint8Array {
  const file = `${path}.key`
  makeKeyFile(file)
  return readKeyFile(file)
}
