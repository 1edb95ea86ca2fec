import type { Reading } from '../contract/store.ts'
import { mostKnown } from './changes.ts'
import { everything, placeOf, type Reached } from './reach.ts'
import { parseSnapshot, sees, seesAllOf, type Snapshot } from './postgres-snapshot.ts'

/** What the database says of itself and of what was changed; `undefined` where it does not answer. */
export type Answer = readonly (string | null)[] | undefined

/** What this process knows of the changes that all processes made. It forgets rather than that it misses one. */
export interface Knowledge {
  /** Names the time since which every change was heard of, for what is read from now on; `stampOf` makes it part of a stamp. */
  era(): number
  /** The snapshot up to which all is known, for the next question. */
  heard(): string | null
  /** Of the last question, if it was answered. False: the table of changes has no beginning, so nobody can know anything. */
  hear(answer: Answer): boolean
  /** Whether a reading would come out as it did, as far as the last answer goes. */
  holds(reading: Reading): boolean
}

export function stampOf(era: number, standsOn: string): string {
  return `${era} ${standsOn}`
}

/** Said by who takes old rows out of the table: whatever is older than this number may be among them. */
export const prunedMark = '<'

/** Most changes that one answer tells of; one more says that there are too many, and that everything is to be forgotten. */
export const mostTold = 5_000

interface Stamped {
  readonly era: number
  readonly server: string
  readonly snapshot: Snapshot
}

/** `most`: places of which the last change is known one by one. */
export function createKnowledge(most: number = mostKnown): Knowledge {
  const changes = createLedger(most)
  const readStamp = createStampReader()
  let era = 0
  let server = ''
  let source: string | undefined
  let last: Snapshot | undefined
  return {
    era: () => era,
    heard: () => last?.text ?? null,
    hear: (answer) => {
      if (answer === undefined) return true
      const [snapshot, startedAt, beginning, told] = answer as [string, string, string | null, string | null]
      const now = parseSnapshot(snapshot)
      const from = beginning === null ? undefined : `${startedAt} ${beginning}`
      if (last === undefined || from === undefined || from !== source) {
        era++
        server = startedAt
        source = from
        changes.forget(now)
      } else if (told !== null) changes.add(JSON.parse(told) as Told, { last, now })
      last = now
      return from !== undefined
    },
    holds: ({ tenant, relationship, stamp }) => {
      const read = readStamp(String(stamp))
      if (source === undefined || read.era !== era || read.server !== server) return false
      return changes.areSeen(read.snapshot, tenant.id, relationship)
    },
  }
}

/** Transactions, and what each of them changed. */
type Told = readonly (readonly [transaction: string, place: string])[]

interface Ledger {
  /** Of what was read before `now`, nothing is known any more. */
  forget(now: Snapshot): void
  /** What was done between two snapshots. */
  add(told: Told, between: { readonly last: Snapshot; readonly now: Snapshot }): void
  /** Whether a snapshot sees every change of what a reading of a relationship hangs on. */
  areSeen(by: Snapshot, tenant: string, relationship: string): boolean
}

/** The transactions that changed a place, of the last answer that told of any. */
interface Change {
  readonly answer: number
  readonly transactions: number[]
}

function createLedger(most: number): Ledger {
  const changes = new Map<Reached, Change>()
  let floor: Snapshot | undefined
  let answer = 0
  const forget = (now: Snapshot): void => {
    changes.clear()
    floor = now
  }
  const note = (place: Reached, transaction: number, now: Snapshot): void => {
    const known = changes.get(place)
    // whoever sees one of these sees all of the answers before
    if (known?.answer === answer) return void known.transactions.push(transaction)
    if (known === undefined && changes.size >= most) forget(now)
    changes.set(place, { answer, transactions: [transaction] })
  }
  const isSeen = (place: Reached, by: Snapshot): boolean =>
    changes.get(place)?.transactions.every((transaction) => sees(by, transaction)) ?? true
  return {
    forget,
    add: (told, { last, now }) => {
      if (told.length > mostTold) return forget(now)
      answer++
      for (const [transaction, place] of told) {
        if (!place.startsWith(prunedMark)) note(place, Number(transaction), now)
        else if (Number(place.slice(prunedMark.length)) > last.oldest) forget(now)
      }
    },
    areSeen: (by, tenant, relationship) =>
      floor !== undefined &&
      seesAllOf(by, floor) &&
      (changes.size === 0 ||
        (isSeen(everything, by) && isSeen(tenant, by) && isSeen(placeOf(tenant, relationship), by))),
  }
}

/** Many readings stand on the same. */
const mostStamps = 10_000

function createStampReader(): (stamp: string) => Stamped {
  const read = new Map<string, Stamped>()
  return (stamp) => {
    const known = read.get(stamp)
    if (known !== undefined) return known
    const [era = '', snapshot = '', ...server] = stamp.split(' ')
    const stamped = { era: Number(era), snapshot: parseSnapshot(snapshot), server: server.join(' ') }
    if (read.size >= mostStamps) read.clear()
    read.set(stamp, stamped)
    return stamped
  }
}
