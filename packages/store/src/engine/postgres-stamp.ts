import type { Reading } from '../contract/store.ts'
import type { DatabaseEngine } from './engine.ts'
import type { Answer, Knowledge } from './postgres-knowledge.ts'
import type { Asker } from './postgres-question.ts'

/**
 * Which transactions a reading sees decides all that it sees, whoever wrote it, in this process or another. The time at
 * which the server was started tells one server from another that took its place.
 */
export const stampSql = `pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()::text as stamp`

interface Parts {
  readonly asker: Pick<Asker, 'ask'>
  readonly knowledge: Pick<Knowledge, 'heard' | 'hear' | 'holds'>
  /** Called where the table of changes has no beginning. */
  readonly begin: () => void
}

/**
 * Whether nothing that a reading hangs on was written since. All who ask while a question is under way share the next one,
 * which is sent after each of them has asked: what was acknowledged before that, it takes into account. So the more ask, the
 * fewer questions there are for each, and whoever asks alone waits for nobody.
 */
export function createStampCheck({ asker, knowledge, begin }: Parts): DatabaseEngine['holds'] {
  let coming: Waiting[] = []
  let asked: Waiting[] = []
  let isBusy = false
  const send = (): void => {
    asked = coming
    coming = []
    asker.ask(knowledge.heard(), hear)
  }
  const hear = (answer: Answer): void => {
    const told = asked
    if (!knowledge.hear(answer)) begin()
    isBusy = coming.length > 0
    // the database works while we tell; but a few wait for others to come
    if (coming.length * 2 > told.length) send()
    else if (isBusy) setImmediate(send)
    // where the database does not answer, the reading itself finds out what is wrong
    for (const { reading, tell } of told) tell(answer !== undefined && knowledge.holds(reading))
  }
  return (reading, tell) => {
    coming.push({ reading, tell })
    if (isBusy) return
    isBusy = true
    // whoever comes in the same turn of the event loop joins
    setImmediate(send)
  }
}

interface Waiting {
  readonly reading: Reading
  readonly tell: (holds: boolean) => void
}
