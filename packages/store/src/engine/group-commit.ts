import type { DatabaseSync } from 'node:sqlite'
import type { Durability, StoreStats } from '../contract/store.ts'
import { StoreError } from '../store-error.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { EngineProbe } from './engine.ts'
import type { Snapshots } from './snapshots.ts'
import type { EndingSession } from './connection.ts'

export interface GroupCommit {
  write<T>(work: (session: EndingSession) => Promise<T>, how?: How): Promise<T>
  /** Between two commits, until it says true. */
  alone(task: () => boolean): Promise<void>
  stats(): StoreStats
  close(): Promise<void>
}

interface How {
  /** It may take as long as it likes: nobody else writes meanwhile. */
  readonly isPatient?: boolean
  readonly durability?: Durability
}

interface Setup {
  readonly db: DatabaseSync
  readonly checkpoints: Checkpoints
  readonly session: () => EndingSession
  readonly probe: EngineProbe
  readonly snapshots: Pick<Snapshots, 'moveOn' | 'release'>
}

/** One piece of work, waiting to be run and then to be durable. */
interface Piece {
  readonly run: (session: EndingSession) => Promise<unknown>
  readonly isPatient: boolean
  readonly durability: Durability
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}

/** So that nobody waits long for the others of the same commit. */
const mostPieces = 512
const longestMs = 20
/** Work that waits for anything but the store would hold up every other write. */
const longestPieceMs = 10_000
/** How long a statement waits for another connection before it fails. */
export const busyMs = 5_000

/**
 * Syncing the disk is what a commit costs, so all that wait in one turn of the event loop share one. Each runs in its own
 * savepoint: one that throws takes back only itself; a commit that fails fails all in it. Commits of what need not be safe at
 * once are not synced; the log keeps their order, so the next one that is makes them safe too.
 */
export function createGroupCommit(setup: Setup): GroupCommit {
  const queue: Piece[] = []
  const counts: Counts = { commits: 0, writes: 0, retries: 0, rollbacks: 0, commitMs: 0 }
  let running: Promise<void> | undefined
  let closed = false
  const drain = async (): Promise<void> => {
    // everything that this turn of the event loop asks for joins
    await new Promise((resolve) => setImmediate(resolve))
    while (queue.length > 0) {
      await commitGroup(setup, queue, counts)
      await setup.checkpoints.afterCommit()
    }
    running = undefined
  }
  const push = (piece: Piece) => {
    if (closed) {
      piece.failed(new StoreError('closed', 'The store is closed.'))
      return
    }
    queue.push(piece)
    running ??= drain()
  }
  return {
    write: <T>(work: (session: EndingSession) => Promise<T>, { isPatient = false, durability = 'at once' }: How = {}) =>
      new Promise<T>((resolve, reject) => {
        const done = (value: unknown) => resolve(value as T)
        push({ run: work, isPatient, durability, done, failed: reject })
      }),
    alone: async (task) => {
      await running
      await untilTrue(task)
    },
    stats: () => ({ ...counts, waiting: queue.length }),
    close: async () => {
      closed = true
      await running
      await setup.checkpoints.close()
    },
  }
}

type Counts = { -readonly [Name in Exclude<keyof StoreStats, 'waiting'>]: number }

async function commitGroup({ db, session, probe, snapshots }: Setup, queue: Piece[], counts: Counts): Promise<void> {
  const ran: Ran[] = []
  const until = performance.now() + longestMs
  const durability = queue.every((piece) => piece.durability === 'soon') ? 'soon' : 'at once'
  const isPatient = queue[0]?.isPatient === true
  const mayJoin = (piece: Piece | undefined) =>
    piece !== undefined &&
    piece.isPatient === isPatient &&
    // what has to be on the disk does not join those that are not synced: it comes next
    (durability === 'at once' || piece.durability === 'soon')
  try {
    snapshots.release()
    db.exec(`pragma synchronous = ${durability === 'soon' ? 'normal' : 'full'}; ${undoing(isPatient)}; begin immediate`)
    while (mayJoin(queue[0]) && ran.length < mostPieces && performance.now() < until) {
      ran.push(await runPiece(db, queue.shift()!, session()))
    }
    commit({ db, probe, counts })
    snapshots.moveOn()
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    failAll(ran, error)
    if (ran.length === 0) queue.shift()?.failed(unsaved(error))
    return
  }
  try {
    if (ran.some(({ scrub }) => scrub)) await untilTrue(() => truncateLog(db, snapshots))
  } catch (error) {
    // it is kept, and the bytes of what was erased are still there: nobody may believe that they are gone
    for (const { piece, error: own } of ran) piece.failed(own?.thrown ?? error)
    return
  }
  for (const { piece, error, value } of ran) {
    counts[error === undefined ? 'writes' : 'rollbacks']++
    if (error === undefined) piece.done(value)
    else piece.failed(error.thrown)
  }
}

/**
 * What is kept to take back one piece: in memory, where it takes a tenth of the time of a write; in a file that is gone at the
 * end where a piece may change or sort any amount.
 */
function undoing(isPatient: boolean): string {
  return `pragma temp_store = ${isPatient ? 'file' : 'memory'}`
}

interface Ran {
  readonly piece: Piece
  readonly value?: unknown
  readonly error?: { readonly thrown: unknown }
  readonly scrub: boolean
}

async function runPiece(db: DatabaseSync, piece: Piece, session: EndingSession): Promise<Ran> {
  db.exec('savepoint piece')
  try {
    const value = await (piece.isPatient ? piece.run(session) : inTime(piece.run(session)))
    const { failed, scrub } = session.end()
    if (failed) throw new StoreError('refused', 'A statement of this transaction failed, and its error was ignored.')
    db.exec('release piece')
    return { piece, value, scrub }
  } catch (thrown) {
    session.end()
    db.exec('rollback to piece; release piece')
    return { piece, error: { thrown }, scrub: false }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StoreError('refused', 'This work waited for something other than the store, and was ended.'))
    }, longestPieceMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function commit({ db, probe, counts }: Pick<Setup, 'db' | 'probe'> & { readonly counts: Counts }) {
  const started = performance.now()
  const fault = probe.beforeCommit?.()
  if (fault !== undefined) throw fault
  db.exec('commit')
  counts.commitMs += performance.now() - started
  counts.commits++
}

/** Nothing of the group is durable, so nobody may believe it is. */
function failAll(ran: readonly Ran[], cause: unknown): void {
  for (const { piece, error } of ran) piece.failed(error?.thrown ?? unsaved(cause))
}

function unsaved(cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StoreError('unavailable', `Nothing was saved: ${reason}`, { cause })
}

/** Moves the log into the file and cuts it to nothing; false while somebody still reads from it. */
export function truncateLog(db: DatabaseSync, snapshots: Pick<Snapshots, 'release'>): boolean {
  snapshots.release()
  // a reader in this thread cannot end while we wait for it: it is asked again instead
  db.exec('pragma busy_timeout = 0')
  try {
    const [row] = db.prepare('pragma wal_checkpoint(truncate)').all()
    return row?.['busy'] === 0
  } finally {
    db.exec(`pragma busy_timeout = ${busyMs}`)
  }
}

async function untilTrue(task: () => boolean): Promise<void> {
  for (let tries = 0; !task(); tries++) {
    if (tries === 500)
      throw new StoreError('unavailable', 'Somebody reads from the log without end; it could not be emptied.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
