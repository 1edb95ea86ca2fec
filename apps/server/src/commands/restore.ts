import { statSync } from 'node:fs'
import type { Backup } from '@joinery/store'
import { readSecrets } from '../configuration/master-key.ts'
import { readConfiguration, type ConfigurationSources } from '../configuration/read-configuration.ts'
import { openMigratedStore, prepareFolders, storeProblem } from '../life-cycle/open-store.ts'
import { ServerProblem } from '../problem.ts'

/** Fills the store, which must be empty, from a backup of either database, and compares what came out with it. */
export async function restore(sources: ConfigurationSources, from: string): Promise<Backup> {
  const { key, ...configuration } = readConfiguration(sources)
  if (statSync(from, { throwIfNoEntry: false })?.isFile() !== true)
    throw new ServerProblem(`${from}: there is no such backup; give the path of its file`)
  prepareFolders(configuration)
  // a new key could not open what the old one sealed
  const secrets = readSecrets({ ...configuration, key: key.kind === 'given' ? key : { ...key, mayMake: false } })
  const store = await openMigratedStore(configuration, secrets)
  try {
    const restored = await store.restore(from)
    await store.checkpoint()
    return restored
  } catch (error) {
    throw isDamage(error) ? damaged(from, error) : storeProblem(error, configuration.database)
  } finally {
    await store.close()
  }
}

/** What the readers of the two kinds of backup say when it is not whole. */
function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError) return true
  const { code = '', errcode } = error as { code?: string; errcode?: number }
  return code.startsWith('Z_') || (code === 'ERR_SQLITE_ERROR' && (errcode === 11 || errcode === 26))
}

function damaged(file: string, cause: unknown): ServerProblem {
  return new ServerProblem(`${file}: this backup is damaged or was cut short; take another one. Nothing was restored`, {
    cause,
  })
}
