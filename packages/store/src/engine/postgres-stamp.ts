import type pg from 'pg'
import type { DatabaseEngine } from './engine.ts'

/**
 * Which transactions a reading sees decides all that it sees, whoever wrote it, in this process or another. The time at
 * which the server was started tells one server from another that took its place.
 */
export const stampSql = `pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()::text as stamp`

/**
 * Whether nothing at all was written in the database since. All who ask while a question is under way share the next one,
 * which is sent after each of them has asked: what was acknowledged before that, it takes into account. So the more ask, the
 * fewer questions there are for each.
 */
export function createStampCheck(pool: pg.Pool): DatabaseEngine['holds'] {
  let underWay: Promise<unknown> = Promise.resolve()
  let coming: Promise<string | undefined> | undefined
  const ask = async (): Promise<string | undefined> => {
    await Promise.all([underWay, new Promise((resolve) => setImmediate(resolve))])
    // from here on it is too late to join this one
    coming = undefined
    // where the database does not answer, the reading itself finds out what is wrong
    const asked = pool.query<{ stamp: string }>(`select ${stampSql}`).then(
      ({ rows }) => rows[0]?.stamp,
      () => undefined,
    )
    underWay = asked
    return asked
  }
  return async (_tenant, _relationship, stamp) => {
    coming ??= ask()
    return (await coming) === stamp
  }
}
