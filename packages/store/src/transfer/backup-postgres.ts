import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Backup } from '../contract/store.ts'
import type { DatabaseEngine, Session } from '../engine/engine.ts'
import { StoreError } from '../store-error.ts'
import { rowsOf, tableNames } from './rows.ts'
import { tenantIds } from './digest.ts'
import { shippedRows } from './shipped-rows.ts'

/**
 * Lines of JSON, packed: a head, the scripts that were shipped, then for each tenant its rows table by table, then the digests. Needs no program of
 * PostgreSQL, and fills a store of either engine.
 */
export async function backupPostgres(database: DatabaseEngine, file: string): Promise<Backup> {
  if (existsSync(file))
    throw new StoreError('refused', `${file} is there already; a backup never writes over another one.`)
  const tenants: Record<string, string> = {}
  const unfinished = `${file}.unfinished`
  await database.read('platform', async (session) => {
    const lines = Readable.from(allLines(session, tenants))
    await pipeline(lines, createGzip({ level: 6 }), createWriteStream(unfinished, { flush: true }))
  })
  await rename(unfinished, file)
  return { tenants, bytes: statSync(file).size }
}

async function* allLines(session: Session, tenants: Record<string, string>): AsyncGenerator<string> {
  const { rows } = await session.query((db) => db.selectFrom('meta').selectAll().orderBy('name'))
  yield `${JSON.stringify({ joinery: 'backup', format: 1, meta: rows })}\n`
  for await (const { table, row } of shippedRows(session)) yield `${JSON.stringify([table])}${JSON.stringify(row)}\n`
  for (const tenant of await tenantIds(session)) {
    await session.moveTo({ tenant })
    const hash = createHash('sha256')
    for (const table of tableNames) {
      hash.update(`${table}\n`)
      for await (const row of rowsOf(session, table, tenant)) {
        const text = JSON.stringify(row)
        hash.update(text).update('\n')
        yield `${JSON.stringify([table])}${text}\n`
      }
    }
    tenants[tenant] = hash.digest('hex')
  }
  yield `${JSON.stringify({ tenants })}\n`
}
