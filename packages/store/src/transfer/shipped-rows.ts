import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import type { Session } from '../engine/engine.ts'
import { StoreError } from '../store-error.ts'
import { plain, stored, type PlainRow } from './rows.ts'

/** The tables of shipped scripts, in the order in which a copy has to fill them. */
export const shippedTables = ['shipped_body', 'shipped_file'] as const
export type ShippedTable = (typeof shippedTables)[number]

export interface ShippedRow {
  readonly table: ShippedTable
  readonly row: PlainRow
}

/** Every row of both; none where the data are from before there were any. */
export async function* shippedRows(session: Session): AsyncGenerator<ShippedRow> {
  if (!(await areThere(session))) return
  const { rows: hashes } = await session.query((db) => db.selectFrom('shipped_body').select('hash').orderBy('hash'))
  for (const { hash } of hashes) {
    const { rows } = await session.query((db) => db.selectFrom('shipped_body').selectAll().where('hash', '=', hash))
    for (const row of rows) yield { table: 'shipped_body', row: plain({ ...row }) }
  }
  const { rows } = await session.query((db) =>
    db.selectFrom('shipped_file').selectAll().orderBy('family').orderBy('version').orderBy('name'),
  )
  for (const row of rows) yield { table: 'shipped_file', row: { ...row } }
}

/** What is there already stays: a service that was started before the restore has put its own there. */
export async function putShipped(session: Session, { table, row }: ShippedRow): Promise<void> {
  const values = stored(row)
  if (table === 'shipped_body' && !isWhole(values))
    throw new StoreError('damaged', 'A script that pages ask for is not what was backed up.')
  await session.query((db) =>
    db
      .insertInto(table)
      .values(values as never)
      .onConflict((conflict) => conflict.doNothing()),
  )
}

function isWhole({ hash, packed }: PlainRow): boolean {
  const body = packed instanceof Uint8Array ? brotliDecompressSync(packed) : new Uint8Array()
  return createHash('sha256').update(body).digest('hex') === hash
}

async function areThere(session: Session): Promise<boolean> {
  if (session.engine === 'postgres') return true
  const { rows } = await session.sql("select name from sqlite_master where type = 'table' and name = 'shipped_file'")
  return rows.length > 0
}
