import type { Reading } from '../contract/store.ts'
import type { DatabaseEngine } from './engine.ts'
import type { Answer, Knowledge } from './postgres-knowledge.ts'
import type { Asker } from './postgres-question.ts'

/**
 * Which transactions a reading sees decides all that it sees, whoever wrote it, in this process or another. The time at
 * which the server was started tells one server from another that took its place.
 */
export const stampSql = `pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()::text as stamp`

/**
 * For so many milliseconds after it was asked, an answer counts for whoever asks next. Who changes something is told that it is
 * done `heardAfterMs` later, so what was acknowledged before a request is in every answer that counts for it, in all processes.
 * No two clocks have to agree on the time, only on how long a few milliseconds are; the difference between the two is for that.
 */
export const countsForMs = 10

/** The next question goes out so long after the last one, so that its answer is there in time. */
const askAgainAfterMs = 6

/** So long after its commit a change is known wherever somebody asks. */
export const heardAfterMs = 12

interface Parts {
  readonly asker: Pick<Asker, 'ask'>
  readonly knowledge: Pick<Knowledge, 'heard' | 'hear' | 'holds'>
  /** Called where the table of changes has no beginning. */
  readonly begin: () => void
  /** Milliseconds that only go on. */
  readonly now?: () => number
}

/**
 * Whether nothing that a reading hangs on was written since. Told at once where the last answer still counts; then the next
 * question goes out before it no longer does, and under a steady load nobody waits. Otherwise with the answer that is under way,
 * and if that comes too late to count, all who wait share the next one, which is sent after each of them has asked.
 */
export function createStampCheck({ asker, knowledge, begin, now = clock }: Parts): DatabaseEngine['holds'] {
  let coming: Waiting[] = []
  let asked: Waiting[] = []
  let isBusy = false
  let askedAt = -Infinity
  /** When the last answer that came was asked for. */
  let heardAt = -Infinity
  const doesCount = (): boolean => now() - heardAt <= countsForMs
  const send = (): void => {
    asked = coming
    coming = []
    askedAt = now()
    asker.ask(knowledge.heard(), hear)
  }
  const hear = (answer: Answer): void => {
    heardAt = answer === undefined ? -Infinity : askedAt
    if (!knowledge.hear(answer)) begin()
    const told = doesCount() ? [...asked, ...coming] : asked
    if (told !== asked) coming = []
    isBusy = coming.length > 0
    // the database works while we tell; but a few wait for others to come
    if (coming.length * 2 > told.length) send()
    else if (isBusy) setImmediate(send)
    // where the database does not answer, the reading itself finds out what is wrong
    for (const { reading, tell } of told) tell(answer !== undefined && knowledge.holds(reading))
  }
  const askSoon = (): void => {
    if (isBusy) return
    isBusy = true
    // whoever comes in the same turn of the event loop joins
    setImmediate(send)
  }
  return (reading, tell) => {
    const age = now() - heardAt
    if (age > askAgainAfterMs) askSoon()
    if (age <= countsForMs) return tell(knowledge.holds(reading))
    coming.push({ reading, tell })
  }
}

const clock = (): number => performance.now()

interface Waiting {
  readonly reading: Reading
  readonly tell: (holds: boolean) => void
}
