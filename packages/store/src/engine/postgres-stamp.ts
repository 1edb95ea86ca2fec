import type { Stamp } from '../contract/store.ts'
import type { DatabaseEngine } from './engine.ts'
import type { Asker } from './postgres-question.ts'

/**
 * Which transactions a reading sees decides all that it sees, whoever wrote it, in this process or another. The time at
 * which the server was started tells one server from another that took its place.
 */
export const stampSql = `pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()::text as stamp`

/**
 * Whether nothing at all was written in the database since. All who ask while a question is under way share the next one,
 * which is sent after each of them has asked: what was acknowledged before that, it takes into account. So the more ask, the
 * fewer questions there are for each, and whoever asks alone waits for nobody.
 */
export function createStampCheck({ ask }: Pick<Asker, 'ask'>): DatabaseEngine['holds'] {
  let coming: Waiting[] = []
  let asked: Waiting[] = []
  let isBusy = false
  const send = (): void => {
    asked = coming
    coming = []
    ask(hear)
  }
  const hear = (stamp: string | undefined): void => {
    const told = asked
    isBusy = coming.length > 0
    // the database works while we tell; but a few wait for others to come
    if (coming.length * 2 > told.length) send()
    else if (isBusy) setImmediate(send)
    // where the database does not answer, the reading itself finds out what is wrong
    for (const { stamp: before, tell } of told) tell(before === stamp)
  }
  return ({ stamp }, tell) => {
    coming.push({ stamp, tell })
    if (isBusy) return
    isBusy = true
    // whoever comes in the same turn of the event loop joins
    setImmediate(send)
  }
}

interface Waiting {
  readonly stamp: Stamp
  readonly tell: (holds: boolean) => void
}
