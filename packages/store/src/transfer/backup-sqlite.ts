import { closeSync, existsSync, fsyncSync, openSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Backup } from '../contract/store.ts'
import { createSession, openConnection } from '../engine/sqlite.ts'
import { StoreError } from '../store-error.ts'
import { digestOf, tenantIds } from './digest.ts'

/** A whole copy of the data as they stand at one moment, made and checked while they are in use. */
export async function backupSqlite(path: string, file: string): Promise<Backup> {
  if (existsSync(file))
    throw new StoreError('refused', `${file} is there already; a backup never writes over another one.`)
  const source = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  try {
    source.prepare('vacuum into ?').run(file)
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(file, { readOnly: true })
  const check = copy.prepare('pragma integrity_check').get()?.['integrity_check']
  copy.close()
  if (check !== 'ok') throw new StoreError('damaged', `The copy is damaged: ${String(check)}.`)
  sync(file)
  return { tenants: await digestsOfFile(file), bytes: statSync(file).size }
}

export async function digestsOfFile(file: string): Promise<Record<string, string>> {
  const connection = openConnection(file, 'read')
  try {
    const session = createSession(connection)
    const digests: Record<string, string> = {}
    for (const tenant of await tenantIds(session)) digests[tenant] = await digestOf(session, tenant)
    return digests
  } finally {
    connection.db.close()
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
