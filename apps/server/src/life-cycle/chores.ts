import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Store } from '@joinery/store'
import { backupName, isBackupName } from '../backup-name.ts'
import type { Backups, Configuration } from '../configuration/configuration.ts'
import { eachTenant } from '../each-tenant.ts'
import type { Log } from '../log/create-log.ts'
import type { Chore } from './repeat.ts'

const aMinute = 60_000

/** What a running service does beside answering. */
export function choresOf(
  store: Store,
  { backups, database }: Pick<Configuration, 'backups' | 'database'>,
  log: Log,
): readonly Chore[] {
  return [
    {
      name: 'sealing the audit log',
      everyMs: 5 * aMinute,
      run: (isOver) => eachTenant(store, (tenant) => store.write(tenant, (tx) => tx.audit.seal()), isOver),
    },
    {
      name: 'removing old idempotency keys',
      everyMs: 60 * aMinute,
      run: (isOver) => eachTenant(store, (tenant) => store.write(tenant, (tx) => tx.idempotency.sweep()), isOver),
    },
    ...(backups === undefined ? [] : [backupChore(backups, writerOf(store, database), log)]),
  ]
}

/** Writes a backup to a new file; gives its size. */
type WriteBackup = (file: string) => Promise<number>

function backupChore({ folder, everyHours, kept }: Backups, write: WriteBackup, log: Log): Chore {
  return {
    name: 'the backup',
    everyMs: everyHours * 60 * aMinute,
    run: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const bytes = await write(join(folder, backupName(new Date())))
      const names = (await readdir(folder)).filter(isBackupName).toSorted()
      const old = names.slice(0, Math.max(0, names.length - kept))
      await Promise.all(old.map((name) => rm(join(folder, name))))
      log.say('info', 'backup written', { bytes, kept: names.length - old.length })
    },
  }
}

function writerOf(store: Store, database: Configuration['database']): WriteBackup {
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
