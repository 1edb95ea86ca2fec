import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { mostTold, prunedMark } from './postgres-knowledge.ts'
import { summed, type Reached } from './reach.ts'
import { preparedName, type BoundQuery } from './statement.ts'

/** `xid` of the one row that says since when the table has every change; no transaction has this number. */
const beginning = `'0'`

/**
 * What was changed since the snapshot that was heard last: by what had not begun then, and by what was at work. Both are
 * looked up in the index, however long somebody else is at work; the upper bound says so to a planner that does not know the value.
 */
export const questionSql = `select pg_current_snapshot()::text, pg_postmaster_start_time()::text,
  (select tableoid::text || ' ' || "place" from "change" where "xid" = ${beginning}),
  (select json_agg(json_build_array("xid", "place"))::text from (
    select "xid", "place" from "change"
      where "xid" >= pg_snapshot_xmax($1::pg_snapshot) and "xid" <= '18446744073709551615'
    union all
    select "xid", "place" from "change" where "xid" = any(array(select pg_snapshot_xip($1::pg_snapshot)))
    limit ${mostTold + 1}
  ) as heard)`

/** Told inside the transaction that makes the change: who sees the one sees the other. */
export function telling(reached: ReadonlySet<Reached>): BoundQuery {
  return { sql: tellSql, name: tellName, parameters: [summed(reached)] }
}

const tellSql = 'insert into "change" ("place") select unnest($1::text[])'
const tellName = preparedName(tellSql)

/** After a crash the table is empty: what was told before is lost, so it begins anew, with another name. */
export function createBeginning(pool: pg.Pool): () => void {
  let isBeginning = false
  return () => {
    if (isBeginning) return
    isBeginning = true
    pool
      .query(`insert into "change" ("xid", "place") values (${beginning}, $1) on conflict do nothing`, [randomUUID()])
      .catch(() => undefined)
      .finally(() => (isBeginning = false))
  }
}

const pruneEveryMs = 60_000

/**
 * Takes out what was old a minute ago, each minute in which something was told. No clock has to be right: a mark says what may
 * have gone, in the same transaction, and whoever had not heard all of that forgets everything.
 */
export function createPruning(pool: Pick<pg.Pool, 'query'>, everyMs: number = pruneEveryMs): () => Promise<void> {
  let oldest: string | null = null
  let dueAt = 0
  return async () => {
    const now = performance.now()
    if (now < dueAt) return
    dueAt = now + everyMs
    const answer = await pool.query<{ oldest: string }>(pruneSql, [oldest]).catch(() => undefined)
    oldest = answer?.rows[0]?.oldest ?? null
  }
}

const pruneSql = `with gone as (
    delete from "change" where "xid" > ${beginning} and "xid" < $1::text::xid8 returning "xid"
  ), marked as (
    insert into "change" ("place") select '${prunedMark}' || $1::text where exists (select from gone)
  )
  select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`
