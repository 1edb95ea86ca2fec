import { hkdfSync } from 'node:crypto'
import { statSync } from 'node:fs'
import { makeKeyFile, readKeyFile, StoreError } from '@joinery/store'
import { ServerProblem } from '../problem.ts'
import type { Configuration } from './configuration.ts'

/** The two secrets of the service: one seals what is kept, the other signs what is handed out. */
export interface Secrets {
  readonly masterKey: Uint8Array
  readonly apiSecret: Uint8Array
}

/** Reads the master key. Where there is neither a key nor data yet, it makes one that only its owner may read. */
export function readSecrets({ key, database }: Pick<Configuration, 'key' | 'database'>): Secrets {
  const masterKey = key.kind === 'given' ? key.key : keyIn(key.file, key.mayMake && isNew(database))
  return { masterKey, apiSecret: new Uint8Array(hkdfSync('sha256', masterKey, 'joinery', 'api', 32)) }
}

/** A new key beside old data would open nothing, and hide that the old one is lost. */
function isNew(database: Configuration['database']): boolean {
  return database.kind === 'sqlite' && statSync(database.file, { throwIfNoEntry: false }) === undefined
}

function keyIn(file: string, mayMake: boolean): Uint8Array {
  if (mayMake) makeKey(file)
  try {
    return readKeyFile(file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

function makeKey(file: string): void {
  try {
    makeKeyFile(file)
  } catch (error) {
    throw unwritable(file, error)
  }
}

function unreadable(file: string, error: unknown): ServerProblem {
  if (error instanceof StoreError) return new ServerProblem(error.message, { cause: error })
  const { code } = error as NodeJS.ErrnoException
  return new ServerProblem(
    code === 'ENOENT'
      ? `${file}: the master key is not there; without it nothing that was sealed can be read. Bring the file back, or say where it is in JOINERY_KEY_FILE`
      : `${file}: the master key cannot be read (${code}); check the rights of the file`,
    { cause: error },
  )
}

/** A file or folder that cannot be written, said for people. */
export function unwritable(path: string, error: unknown, setting = 'JOINERY_DATA'): ServerProblem {
  const { code = 'unknown' } = error as NodeJS.ErrnoException
  return new ServerProblem(
    `${path}: cannot be written (${code}); check the folder and its rights, or choose another one in ${setting}`,
    { cause: error },
  )
}
