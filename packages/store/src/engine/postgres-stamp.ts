import type pg from 'pg'
import type { DatabaseEngine } from './engine.ts'

/**
 * Which transactions a reading sees decides all that it sees, whoever wrote it, in this process or another. The time at
 * which the server was started tells one server from another that took its place.
 */
export const stampSql = `pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()::text as stamp`

/**
 * Whether nothing at all was written in the database since. All who ask in one turn of the event loop share one question,
 * which is sent after each of them has asked: what was acknowledged before that, it takes into account.
 */
export function createStampCheck(pool: pg.Pool): DatabaseEngine['holds'] {
  let asking: Promise<string | undefined> | undefined
  const ask = async (): Promise<string | undefined> => {
    await new Promise((resolve) => setImmediate(resolve))
    asking = undefined
    const { rows } = await pool.query<{ stamp: string }>(`select ${stampSql}`)
    return rows[0]?.stamp
  }
  return async (_tenant, _relationship, stamp) => {
    // where the database does not answer, the reading itself finds out what is wrong
    asking ??= ask().catch(() => undefined)
    return (await asking) === stamp
  }
}
