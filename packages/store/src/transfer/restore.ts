import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Backup } from '../contract/store.ts'
import type { DatabaseEngine, Session } from '../engine/engine.ts'
import { createSession, openConnection } from '../engine/sqlite.ts'
import type { TableName } from '../schema/tables.ts'
import { StoreError } from '../store-error.ts'
import { digestsOfFile } from './backup-sqlite.ts'
import { rowsOf, stored, tableNames, type PlainRow } from './rows.ts'
import { digestOf, tenantIds } from './digest.ts'
import { putShipped, shippedRows, shippedTables, type ShippedRow, type ShippedTable } from './shipped-rows.ts'

/** What a backup holds, in the order in which it can be put back. */
type Piece =
  | { readonly kind: 'meta'; readonly rows: readonly { readonly name: string; readonly value: string }[] }
  | ({ readonly kind: 'shipped' } & ShippedRow)
  | { readonly kind: 'row'; readonly table: TableName; readonly row: PlainRow }
  | { readonly kind: 'digests'; readonly tenants: Readonly<Record<string, string>> }

/** All of it in one transaction: a restore that fails leaves the store as empty as it was. */
export async function restoreFile(database: DatabaseEngine, file: string): Promise<Backup> {
  const pieces = readable(isSqlite(file) ? piecesOfSqlite(file) : piecesOfLines(file))
  const tenants = await database.define(async (session) => {
    if ((await tenantIds(session)).length > 0) {
      throw new StoreError('not-empty', 'A backup is restored into an empty store, and this one has tenants.')
    }
    const expected = await putBack(session, pieces)
    for (const [tenant, digest] of Object.entries(expected)) {
      await session.moveTo({ tenant })
      if ((await digestOf(session, tenant)) === digest) continue
      throw new StoreError('damaged', `What was restored of tenant ${tenant} is not what was backed up.`)
    }
    return expected
  })
  return { tenants, bytes: statSync(file).size }
}

const rowsAtOnce = 100

async function putBack(session: Session, pieces: AsyncIterable<Piece>): Promise<Readonly<Record<string, string>>> {
  let waiting: { readonly table: TableName; readonly rows: PlainRow[] } | undefined
  const flush = async () => {
    if (waiting !== undefined) await insertRows(session, waiting.table, waiting.rows)
    waiting = undefined
  }
  for await (const piece of pieces) {
    if (piece.kind === 'meta') await checkMeta(session, piece.rows)
    if (piece.kind === 'shipped') await putShipped(session, piece)
    if (piece.kind === 'digests') {
      await flush()
      return piece.tenants
    }
    if (piece.kind !== 'row') continue
    if (waiting?.table !== piece.table || waiting.rows.length === rowsAtOnce) await flush()
    if (piece.table === 'tenant') await session.moveTo({ tenant: String(piece.row['tenant']) })
    waiting ??= { table: piece.table, rows: [] }
    waiting.rows.push(stored(piece.row))
  }
  throw new StoreError('damaged', 'The backup ends in the middle.')
}

async function insertRows(session: Session, table: TableName, rows: readonly PlainRow[]): Promise<void> {
  await session.query((db) => db.insertInto(table).values(rows as never))
}

/** Slugs go over; the fingerprint of the master key must be the same, or nothing could be read. */
async function checkMeta(
  session: Session,
  rows: readonly { readonly name: string; readonly value: string }[],
): Promise<void> {
  const { rows: mine } = await session.query((db) =>
    db.selectFrom('meta').select('value').where('name', '=', 'master-key'),
  )
  if (rows.find(({ name }) => name === 'master-key')?.value !== mine[0]?.value) {
    throw new StoreError('bad-key', 'This backup was made with another master key; open the store with that one.')
  }
  const slugs = rows.filter(({ name }) => name.startsWith('slug/'))
  if (slugs.length > 0) await session.query((db) => db.insertInto('meta').values(slugs))
}

/** Whatever keeps the file from being read to its end, it is no whole backup. */
async function* readable(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  try {
    yield* pieces
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StoreError('damaged', `The backup cannot be read to its end: ${reason}.`, { cause })
  }
}

function isSqlite(file: string): boolean {
  const head = Buffer.alloc(15)
  const handle = openSync(file, 'r')
  readSync(handle, head, 0, 15, 0)
  closeSync(handle)
  return head.toString('latin1') === 'SQLite format 3'
}

async function* piecesOfSqlite(file: string): AsyncGenerator<Piece> {
  const connection = openConnection(file, 'read')
  try {
    const session = createSession(connection)
    const { rows } = await session.query((db) => db.selectFrom('meta').selectAll().orderBy('name'))
    yield { kind: 'meta', rows }
    for await (const shipped of shippedRows(session)) yield { kind: 'shipped', ...shipped }
    for (const tenant of await tenantIds(session)) {
      yield* piecesOfTenant(session, tenant)
    }
    yield { kind: 'digests', tenants: await digestsOfFile(file) }
  } finally {
    connection.db.close()
  }
}

async function* piecesOfTenant(session: Session, tenant: string): AsyncGenerator<Piece> {
  for (const table of tableNames) {
    for await (const row of rowsOf(session, table, tenant)) yield { kind: 'row', table, row }
  }
}

async function* piecesOfLines(file: string): AsyncGenerator<Piece> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity })
  for await (const line of lines) {
    const row = /^\["(?<table>\w+)"\]/u.exec(line)
    if (row !== null) {
      yield pieceOf(row.groups!['table']!, JSON.parse(line.slice(row[0].length)) as PlainRow)
      continue
    }
    const head = JSON.parse(line) as { meta?: (Piece & { kind: 'meta' })['rows']; tenants?: Record<string, string> }
    if (head.meta !== undefined) yield { kind: 'meta', rows: head.meta }
    if (head.tenants !== undefined) yield { kind: 'digests', tenants: head.tenants }
  }
}

function pieceOf(table: string, row: PlainRow): Piece {
  if (tableNames.includes(table as TableName)) return { kind: 'row', table: table as TableName, row }
  if (shippedTables.includes(table as ShippedTable)) return { kind: 'shipped', table: table as ShippedTable, row }
  throw new StoreError('damaged', `The backup names an unknown table, ${table}.`)
}
