import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Store } from '@joinery/store'
import { backedUpAt, backupName, isBackupName } from '../backup-name.ts'
import type { Backups, Configuration } from '../configuration/configuration.ts'
import type { Log } from '../log/create-log.ts'
import type { Chore } from './repeat.ts'

/** Writes a backup to a new file; gives its size. */
type WriteBackup = (file: string) => Promise<number>

interface Means {
  readonly write: WriteBackup
  readonly log: Log
  readonly now?: () => Date
}

const anHour = 3_600_000

/**
 * Writes a backup when the newest is old enough, and removes those that are too many. It looks often, and at the folder: a
 * service that is started anew every morning would else never get to its evening.
 */
export function backupChore(
  { folder, everyHours, kept }: Backups,
  { write, log, now = () => new Date() }: Means,
): Chore {
  return {
    name: 'the backup',
    everyMs: anHour / 4,
    run: async () => {
      const at = now()
      const known = (await readdir(folder)).filter(isBackupName).toSorted()
      const newest = known.at(-1)
      if (newest !== undefined && at.getTime() - backedUpAt(newest).getTime() < everyHours * anHour) return
      const name = backupName(at)
      const bytes = await write(join(folder, name))
      const old = known.slice(0, Math.max(0, known.length + 1 - kept))
      await Promise.all(old.map((one) => rm(join(folder, one))))
      log.say('info', 'backup written', { bytes, kept: known.length + 1 - old.length })
    },
  }
}

/** SQLite is copied in a thread of its own: a large file would keep everybody waiting. */
export function backupWriter(store: Store, database: Configuration['database']): WriteBackup {
  if (database.kind === 'postgres') return async (file) => (await store.backup(file)).bytes
  return (file) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(backupModule, { workerData: { from: database.file, to: file } })
      worker.once('message', resolve).once('error', reject)
    })
}

/** As it stands here in development, and as it is built. */
const backupModule = new URL(
  `./backup-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
)
