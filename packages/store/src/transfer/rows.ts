import { sql } from 'kysely'
import type { Session } from '../engine/engine.ts'
import { tableKeys, type TableName } from '../schema/tables.ts'

/** One row as JSON: bytes stand as `{ "bytes": base64 }`. */
export type PlainRow = Readonly<Record<string, unknown>>

export const tableNames = Object.keys(tableKeys) as readonly TableName[]

const rowsAtOnce = 200

/** Every row of one table of one tenant, in the order of its key: the same on both engines. */
export async function* rowsOf(session: Session, table: TableName, tenant: string): AsyncGenerator<PlainRow> {
  const key = tableKeys[table]
  for (let last: PlainRow | undefined; ;) {
    const rows = await nextRows(session, { table, tenant, last })
    for (const row of rows) yield plain(row)
    last = rows.at(-1)
    if (rows.length < rowsAtOnce || last === undefined || key.length === 0) return
  }
}

interface Reading {
  readonly table: TableName
  readonly tenant: string
  readonly last: PlainRow | undefined
}

async function nextRows(session: Session, { table, tenant, last }: Reading): Promise<readonly PlainRow[]> {
  const key = tableKeys[table]
  const columns = sql.join(key.map((column) => sql.ref(column)))
  const after =
    last === undefined ? sql`` : sql` and (${columns}) > (${sql.join(key.map((column) => sql.val(last[column])))})`
  const order = key.length === 0 ? sql`` : sql` order by ${columns}`
  const query = sql<PlainRow>`select * from ${sql.table(table)} where tenant = ${tenant}${after}${order} limit ${sql.lit(rowsAtOnce)}`
  return (await session.query((db) => ({ compile: () => query.compile(db) }))).rows
}

export function plain(row: PlainRow): PlainRow {
  return Object.fromEntries(
    Object.entries(row)
      .map(
        ([name, value]) =>
          [name, value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value] as const,
      )
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  )
}

/** The other way round. */
export function stored(row: PlainRow): PlainRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'bytes' in value
        ? Buffer.from(String(value.bytes), 'base64')
        : value,
    ]),
  )
}
