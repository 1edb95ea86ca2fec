import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { StoreStats } from '../contract/store.ts'
import { StoreError } from '../store-error.ts'
import type { DatabaseEngine, EngineProbe, Outcome, Session, Wall } from './engine.ts'
import { allowRole, restrictedRole } from './postgres-role.ts'
import { bind, createBuilder, type BoundQuery } from './statement.ts'

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
  const setup: Setup = { pool, probe, role, counts, timeout: options.statementTimeoutMs }
  let closing: Promise<void> | undefined
  return {
    kind: 'postgres',
    version,
    read: (wall, work) =>
      transaction(setup, { wall, begin: 'begin isolation level repeatable read, read only', again: [] }, work),
    write: (wall, work) => retried(setup, { wall, begin: 'begin', again: overtaken }, work),
    define: (work) =>
      retried(
        { ...setup, role: undefined, timeout: 0 },
        { wall: 'platform', begin: 'begin', again: [...overtaken, ...twin] },
        work,
      ),
    afterMigration: () => allowRole(pool, role),
    checkpoint: () => Promise.resolve(),
    stats: (): StoreStats => ({ ...counts, waiting: pool.waitingCount }),
    close: () => (closing ??= pool.end()),
  }
}

interface Setup {
  readonly pool: pg.Pool
  readonly probe: EngineProbe
  /** What the transaction acts as; undefined where the login itself may not pass the wall. */
  readonly role: string | undefined
  readonly timeout: number
  readonly counts: { -readonly [Key in Exclude<keyof StoreStats, 'waiting'>]: number }
}

interface Kind {
  readonly wall: Wall
  readonly begin: string
  /** Errors that another try may well mend. */
  readonly again: readonly string[]
}

type Work<T> = (session: Session) => Promise<T>

async function retried<T>(setup: Setup, kind: Kind, work: Work<T>): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      const value = await transaction(setup, kind, work)
      setup.counts.commits++
      setup.counts.writes++
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

async function transaction<T>(setup: Setup, { wall, begin }: Kind, work: Work<T>): Promise<T> {
  const client = await setup.pool.connect().catch((error: unknown) => {
    throw unreachable(error)
  })
  const session = createSession(client, setup.probe)
  let broken: Error | undefined
  try {
    // one round trip; nothing of it outlives the transaction, so a pooler in between does no harm
    await client.query(
      `${begin};${setup.role === undefined ? '' : `set local role ${setup.role};`}${settings(wall, setup.timeout)}`,
    )
    const value = await work(session)
    if (await session.end())
      throw new StoreError('refused', 'A statement of this transaction failed, and its error was ignored.')
    const started = performance.now()
    const fault = setup.probe.beforeCommit?.()
    if (fault !== undefined) throw fault
    await client.query('commit')
    setup.counts.commitMs += performance.now() - started
    return value
  } catch (error) {
    await session.end()
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw isConnectionLoss(error) ? unreachable(error) : error
  } finally {
    client.release(broken)
  }
}

function settings(wall: Wall, timeout: number): string {
  const walled =
    wall === 'platform'
      ? `set local app.platform = 'on'`
      : `set local app.tenant = ${pg.escapeLiteral(wall.tenant)}; set local app.platform = 'off'`
  return `${walled}; set local statement_timeout = ${Math.trunc(timeout)}`
}

function createSession(client: pg.PoolClient, probe: EngineProbe): Session & { end(): Promise<boolean> } {
  const { rewrite } = probe
  const builder = rewrite === undefined ? plainBuilder : createBuilder('postgres', [rewrite])
  const line = createLine(client, probe)
  return {
    engine: 'postgres',
    run: (statement, args) =>
      line.execute(
        rewrite === undefined
          ? bind(builder, 'postgres', { statement, args })
          : statement.build(builder, args).compile(),
      ),
    query: (build) => line.execute(build(builder).compile()),
    sql: (text, parameters = []) => line.execute({ sql: text, parameters }),
    moveTo: async (wall) => {
      await client.query(settings(wall, 0))
    },
    scrubAfterwards: () => {},
    end: () => line.end(),
  }
}

/** Work may ask for several things at once; a connection answers one after the other. */
function createLine(client: pg.PoolClient, { onStatement }: EngineProbe) {
  let state: 'open' | 'failed' | 'ended' = 'open'
  let last: Promise<unknown> = Promise.resolve()
  const ask = async ({ sql, parameters }: BoundQuery): Promise<Outcome<never>> => {
    if (state === 'ended') throw new StoreError('closed', 'This transaction has ended.')
    if (state === 'failed') throw new StoreError('refused', 'A statement of this transaction failed.')
    onStatement?.(sql)
    try {
      const { rows, rowCount } = await client.query(sql, [...parameters])
      return { rows: rows as never[], changes: rowCount ?? 0 }
    } catch (error) {
      state = 'failed'
      throw explained(error)
    }
  }
  return {
    execute: (query: BoundQuery): Promise<Outcome<never>> => {
      const answer = last.then(() => ask(query))
      last = answer.catch(() => {})
      return answer
    },
    /** Whether a statement has failed, once the last one is answered. */
    end: async (): Promise<boolean> => {
      const failed = state === 'failed'
      state = 'ended'
      await last
      return failed
    },
  }
}

const plainBuilder = createBuilder('postgres')

function explained(error: unknown): unknown {
  const code = codeOf(error)
  if (code === '23503')
    return new StoreError('absent', 'What this belongs to is not there, or has gone.', { cause: error })
  if (code === '22021') return new StoreError('bad-value', 'A text holds the character U+0000.', { cause: error })
  return error
}

function createPool(connectionString: string, max: number): pg.Pool {
  const types = new pg.TypeOverrides()
  // counts and versions fit a number; the driver would hand them over as text
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString, max, types, connectionTimeoutMillis: 10_000 })
  // an idle connection that dies is replaced by the next one that is needed
  pool.on('error', () => {})
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
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
