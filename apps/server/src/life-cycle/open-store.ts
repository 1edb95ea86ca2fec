import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openStore, StoreError, type Store, type StoreErrorCode } from '@joinery/store'
import type { Configuration } from '../configuration/configuration.ts'
import { unwritable, type Secrets } from '../configuration/master-key.ts'
import { exitCodes, ServerProblem } from '../problem.ts'

/** Makes the folders of the data and the backups where they are missing; throws where one cannot be written. */
export function prepareFolders({ database, backups }: Pick<Configuration, 'backups' | 'database'>): void {
  if (database.kind === 'sqlite') prepareFolder(dirname(database.file), 'JOINERY_DATA')
  // told now, not by a failure in the night
  if (backups !== undefined) prepareFolder(backups.folder, 'JOINERY_BACKUPS')
}

function prepareFolder(folder: string, setting: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unwritable(folder, error, setting)
  }
}

type Opening = Pick<Configuration, 'database' | 'connections'>

/** Opens the store and brings its schema up to date. What stands in the way is a ServerProblem. */
export async function openMigratedStore({ database, connections }: Opening, { masterKey }: Secrets): Promise<Store> {
  let store: Store | undefined
  try {
    store = await openStore(database.url, {
      masterKey,
      ...(connections === undefined ? {} : { poolSize: connections }),
    })
    await store.migrate()
    return store
  } catch (error) {
    await store?.close().catch(() => undefined)
    throw storeProblem(error, database)
  }
}

/** What the store says, for whoever runs the service; an error that is none of the store's is handed on. */
export function storeProblem(error: unknown, database: Configuration['database']): unknown {
  const place = database.kind === 'sqlite' ? database.file : 'the database in DATABASE_URL'
  if (error instanceof StoreError)
    return new ServerProblem(`${place}: ${remedy(error)}`, {
      exitCode: mayPass(error.code) ? exitCodes.busy : exitCodes.needsSomebody,
      cause: error,
    })
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC' || code === 'EPERM' || code === 'EISDIR')
    return unwritable(place, error)
  return error
}

function mayPass(code: StoreErrorCode): boolean {
  return code === 'locked' || code === 'unavailable'
}

function remedy({ code, message }: StoreError): string {
  switch (code) {
    case 'locked':
      return 'another process is using these data; stop it first, or give this one a DATABASE_URL of its own'
    case 'bad-key':
      return 'the master key is not the one that these data were sealed with; bring the right one back (JOINERY_KEY, JOINERY_KEY_FILE or the .key file)'
    case 'schema-too-new':
      return 'these data were written by a newer Joinery; install that version, or restore a backup from before'
    case 'absent':
    case 'bad-url':
    case 'bad-value':
    case 'closed':
    case 'conflict':
    case 'damaged':
    case 'duplicate':
    case 'engine-too-old':
    case 'lease-lost':
    case 'not-empty':
    case 'not-migrated':
    case 'refused':
    case 'too-large':
    case 'unavailable':
      return message
  }
}
