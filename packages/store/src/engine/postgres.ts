import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Durability, StoreStats } from '../contract/store.ts'
import { StoreError } from '../store-error.ts'
import type { DatabaseEngine, EngineProbe, Session, Wall } from './engine.ts'
import { createBeginning, createPruning, questionSql, telling } from './postgres-changes.ts'
import { createKnowledge, type Knowledge } from './postgres-knowledge.ts'
import { codeOf, createLine, unknownNames } from './postgres-line.ts'
import { allowRole, restrictedRole } from './postgres-role.ts'
import { createAsker } from './postgres-question.ts'
import { createStampCheck, heardAfterMs, stampSql } from './postgres-stamp.ts'
import { createSession, settings, type Standing } from './postgres-session.ts'

export interface PostgresOptions {
  readonly poolSize: number
  readonly statementTimeoutMs: number
  readonly probe?: EngineProbe
}

/** Times a transaction is run again when a rival was faster; each time after a longer, random pause. */
const mostRetries = 20

/** Serialization failure and deadlock: the same work may well succeed the next time. */
const overtaken = ['40001', '40P01'] as const
/** Two processes that make the same table at once: the second one then finds it there. */
const twin = ['23505', '42P07', 'XX000'] as const

export async function openPostgres(url: string, options: PostgresOptions): Promise<DatabaseEngine> {
  const { poolSize, probe = {} } = options
  const pool = createPool(url, poolSize)
  const { version, role } = await greet(pool).catch(async (error: unknown) => {
    await pool.end()
    throw unreachable(error)
  })
  const counts = { commits: 0, writes: 0, retries: 0, rollbacks: 0, commitMs: 0 }
  const statements = { named: true }
  const knowledge = createKnowledge()
  const timeout = options.statementTimeoutMs
  const setup: Setup = { pool, probe, role, counts, statements, timeout, knowledge, prune: createPruning(pool) }
  const asker = createAsker(url, questionSql)
  let closing: Promise<void> | undefined
  const closeAll = async () => {
    await Promise.all([asker.close(), pool.end()])
  }
  return {
    kind: 'postgres',
    version,
    read: async (wall, work) => (await transaction(setup, { wall, ...reading }, work)).value,
    write: (wall, work, durability) =>
      retried(setup, { wall, begin: 'begin', readOnly: false, again: overtaken, durability }, work),
    holds: createStampCheck({ asker, knowledge, begin: createBeginning(pool) }),
    define: (work) =>
      retried(
        { ...setup, role: undefined, timeout: 0 },
        { wall: 'platform', begin: 'begin', readOnly: false, again: [...overtaken, ...twin] },
        work,
      ),
    afterMigration: () => allowRole(pool, role),
    checkpoint: () => Promise.resolve(),
    stats: (): StoreStats => ({ ...counts, waiting: pool.waitingCount }),
    close: () => (closing ??= closeAll()),
  }
}

interface Setup {
  readonly pool: pg.Pool
  readonly probe: EngineProbe
  /** What the transaction acts as; undefined where the login itself may not pass the wall. */
  readonly role: string | undefined
  readonly timeout: number
  /** Whether statements are prepared by name: not where a pooler in between hands us from one server process to another. */
  readonly statements: { named: boolean }
  readonly knowledge: Pick<Knowledge, 'era'>
  /** Now and then takes what is old out of the table of changes. */
  readonly prune: () => Promise<void>
  readonly counts: { -readonly [Key in Exclude<keyof StoreStats, 'waiting'>]: number }
}

interface Kind {
  readonly wall: Wall
  readonly begin: string
  readonly readOnly: boolean
  readonly durability?: Durability | undefined
}

const reading = { begin: 'begin isolation level repeatable read, read only', readOnly: true } as const

interface Again extends Kind {
  /** Errors that another try may well mend. */
  readonly again: readonly string[]
}

type Work<T> = (session: Session) => Promise<T>

interface Done<T> {
  readonly value: T
  /** When something was committed of which others have to hear. */
  readonly changedAt: number | undefined
}

async function retried<T>(setup: Setup, kind: Again, work: Work<T>): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      const { value, changedAt } = await transaction(setup, kind, work)
      setup.counts.commits++
      setup.counts.writes++
      if (changedAt !== undefined) await untilHeard(changedAt)
      return value
    } catch (error) {
      if (!kind.again.includes(codeOf(error))) {
        setup.counts.rollbacks++
        throw error
      }
      if (retries === mostRetries)
        throw new StoreError('unavailable', 'Too many others change the same data.', { cause: error })
      setup.counts.retries++
      await pause(Math.random() * Math.min(200, 2 ** retries))
    }
  }
}

/** A timer alone may go off early: it counts from the last time that the event loop looked at the clock. */
async function untilHeard(changedAt: number): Promise<void> {
  for (let left = heardAfterMs; left > 0; left = changedAt + heardAfterMs - performance.now()) await pause(left)
}

async function transaction<T>(setup: Setup, kind: Kind, work: Work<T>): Promise<Done<T>> {
  try {
    return await attempt(setup, kind, work)
  } catch (error) {
    if (!setup.statements.named || !unknownNames.has(codeOf(error))) throw error
    setup.statements.named = false
    return attempt(setup, kind, work)
  }
}

/** Everything is sent at once where nothing has to be waited for: what a transaction costs is the ways there and back. */
async function attempt<T>(setup: Setup, kind: Kind, work: Work<T>): Promise<Done<T>> {
  const client = await setup.pool.connect().catch((error: unknown) => {
    throw unreachable(error)
  })
  const line = createLine(client, setup)
  const standing: Standing = { line, era: setup.knowledge.era(), wall: kind.wall, reached: new Set() }
  let broken: Error | undefined
  try {
    // nothing of it outlives the transaction, so a pooler in between does no harm
    line.open(`${kind.begin};${settings(kind, setup)}${kind.readOnly ? `, ${stampSql}` : ''}`)
    const value = await work(createSession(client, standing, setup.probe))
    if (kind.readOnly) await line.leave()
    else await commit(setup, standing)
    return { value, changedAt: standing.reached.size > 0 ? performance.now() : undefined }
  } catch (error) {
    broken = await line.rollback()
    throw isConnectionLoss(error) ? unreachable(error) : error
  } finally {
    client.release(broken)
  }
}

async function commit({ probe, counts, prune }: Setup, { line, reached }: Standing): Promise<void> {
  const started = performance.now()
  const fault = probe.beforeCommit?.()
  if (fault !== undefined) throw fault
  if (reached.size > 0) line.tell(telling(reached))
  await line.commit()
  counts.commitMs += performance.now() - started
  if (reached.size > 0) void prune()
}

function createPool(connectionString: string, max: number): pg.Pool {
  const types = new pg.TypeOverrides()
  // counts and versions fit a number; the driver would hand them over as text
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString, max, types, connectionTimeoutMillis: 10_000, pipeline: true })
  // an idle connection that dies is replaced by the next one that is needed
  pool.on('error', () => {})
  // one that dies at work fails what was asked over it; nobody else has to hear of it, least of all the whole process
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function greet(pool: pg.Pool): Promise<{ readonly version: string; readonly role: string | undefined }> {
  const { rows } = await pool.query<{ number: string; name: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  )
  const { number, name } = rows[0]!
  if (Number(number) < 150_000) {
    throw new StoreError('engine-too-old', `This is PostgreSQL ${name}; Joinery needs 15 or newer.`)
  }
  return { version: `PostgreSQL ${name.split(' ')[0]}`, role: await restrictedRole(pool) }
}

function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error)
  if (error instanceof StoreError) return false
  return (
    /^(08|57P|53)/u.test(code) ||
    /^E[A-Z]+$/u.test(code) ||
    (error instanceof Error && /connection/iu.test(error.message) && code === '')
  )
}

function unreachable(error: unknown): Error {
  if (error instanceof StoreError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreError('unavailable', `PostgreSQL does not answer: ${reason}`, { cause: error })
}
