import { statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { backupSqlite, type Backup } from '@joinery/store'
import { backupName } from '../backup-name.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { readSecrets } from '../configuration/master-key.ts'
import { readConfiguration, type ConfigurationSources } from '../configuration/read-configuration.ts'
import { openMigratedStore, storeProblem } from '../life-cycle/open-store.ts'
import { ServerProblem } from '../problem.ts'

export interface WrittenBackup extends Backup {
  readonly file: string
  /** Where the master key is, which the backup does not hold; undefined where a setting gives it. */
  readonly keyFile: string | undefined
}

/** Writes a whole, checked copy of the data to a new file, or into a folder; the service may run meanwhile. */
export async function backup(sources: ConfigurationSources, to: string): Promise<WrittenBackup> {
  const configuration = readConfiguration(sources)
  const isFolder = statSync(to, { throwIfNoEntry: false })?.isDirectory() === true
  const file = isFolder ? join(to, backupName(new Date())) : to
  try {
    await mkdir(dirname(file), { recursive: true })
    const written = await write(configuration, file)
    return { ...written, file, keyFile: configuration.key.kind === 'file' ? configuration.key.file : undefined }
  } catch (error) {
    throw storeProblem(error, configuration.database)
  }
}

async function write(configuration: Configuration, file: string): Promise<Backup> {
  const { database } = configuration
  if (database.kind === 'sqlite') {
    if (statSync(database.file, { throwIfNoEntry: false }) === undefined)
      throw new ServerProblem(`${database.file}: there are no data yet; say where they are in DATABASE_URL`)
    // reads beside the service, which may be writing
    return backupSqlite(database.file, file)
  }
  const store = await openMigratedStore(configuration, readSecrets(configuration))
  try {
    return await store.backup(file)
  } finally {
    await store.close()
  }
}
