import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { createChanges, type Changes } from './changes.ts'
import { createCheckpoints } from './checkpoints.ts'
import type { DatabaseEngine, EngineProbe, Outcome, Session, Wall } from './engine.ts'
import type { Connection, EndingSession } from './connection.ts'
import { createPool } from './connection-pool.ts'
import { busyMs, createGroupCommit, truncateLog } from './group-commit.ts'
import {
  bind,
  createBuilder,
  unbound,
  writtenByText,
  type BoundQuery,
  type Statement,
  type Written,
} from './statement.ts'
import { createSnapshots, type Reader } from './snapshots.ts'
import { lockFile } from './sqlite-lock.ts'
import { StoreError } from '../store-error.ts'

/** The oldest SQLite whose write-ahead log is sound: 3.7.0 to 3.51.2 could damage a file. */
const oldest = [3, 51, 3] as const

export interface SqliteOptions {
  readonly readers: number
  readonly probe?: EngineProbe
}

/** One writer, on which many writes share a commit, and a few connections that only read. */
export function openSqlite(path: string, { readers, probe = {} }: SqliteOptions): DatabaseEngine {
  const unlock = lockFile(path)
  try {
    const writer = openConnection(path, 'write')
    const version = checkedVersion(writer.db)
    const pool = createPool(readers, () => openReader(path))
    const snapshots = createSnapshots(() => pool.idle())
    const changes = createChanges(() => snapshots.next())
    const watched = watchedBy(changes)
    const session = () => createSession(writer, probe)
    const checkpoints = createCheckpoints(path, writer.db, probe.log)
    const group = createGroupCommit({ db: writer.db, session, probe, snapshots, checkpoints })
    let closing: Promise<void> | undefined
    const closeAll = async () => {
      await group.close()
      await pool.close()
      writer.db.close()
      unlock()
    }
    return {
      kind: 'sqlite',
      version: `SQLite ${version}`,
      read: (_, work) => pool.use((reader) => snapshots.read(reader, createSession(reader, probe), work)),
      write: (wall, work, durability = 'at once') => group.write(watched(wall, work), { durability }),
      holds: ({ tenant, relationship, stamp }, tell) => tell(changes.holds(tenant.id, relationship, Number(stamp))),
      define: (work) => group.write(watched('platform', work), { isPatient: true }),
      afterMigration: () => Promise.resolve(),
      checkpoint: () => group.alone(() => truncateLog(writer.db, snapshots)),
      stats: () => group.stats(),
      close: () => (closing ??= closeAll()),
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Work whose changes are noted. */
function watchedBy(changes: Changes) {
  return <T>(wall: Wall, work: (session: Session) => Promise<T>) =>
    (session: EndingSession): Promise<T> => {
      session.watch((written) => changes.note(wall, written))
      return work(session)
    }
}

export function openConnection(path: string, use: 'read' | 'write'): Connection {
  const db = new DatabaseSync(path, { readOnly: use === 'read', timeout: busyMs, defensive: true })
  db.exec(
    `pragma trusted_schema = off; pragma foreign_keys = on; pragma cache_size = ${use === 'read' ? -8000 : -16000}`,
  )
  if (use === 'write') db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
  return { db, statements: new Map() }
}

function openReader(path: string): Reader {
  const connection = openConnection(path, 'read')
  const { db } = connection
  return { ...connection, standsOn: 0, begin: db.prepare('begin'), rollback: db.prepare('rollback') }
}

/** A session says no more once its piece of work has ended: what was left running must not reach a later one. */
export function createSession(connection: Connection, { onStatement, rewrite }: EngineProbe = {}): EndingSession {
  const builder = rewrite === undefined ? plainBuilder : createBuilder('sqlite', [rewrite])
  const course: Course = { state: 'open', scrub: false, note: () => undefined }
  const execute = (query: BoundQuery): Promise<Outcome<never>> => executeOn(connection, query, course, onStatement)
  const bound = <Args, Row>(statement: Statement<Args, Row>, args: Args): BoundQuery =>
    rewrite === undefined ? bind(builder, 'sqlite', { statement, args }) : unbound(statement.build(builder, args))
  return {
    engine: 'sqlite',
    run: (statement, args) => execute(bound(statement, args)),
    later: (statement, args) => void execute(bound(statement, args)).catch(() => undefined),
    query: (build) => execute(unbound(build(builder))),
    sql: (text, parameters = []) => execute({ sql: text, parameters, ...writtenByText(text) }),
    stamp: () => connection.standsOn,
    watch: (note) => {
      course.note = note
    },
    moveTo: () => Promise.resolve(),
    scrubAfterwards: () => {
      course.scrub = true
    },
    end: () => {
      const failed = course.state === 'failed'
      course.state = 'ended'
      return { failed, scrub: course.scrub }
    },
  }
}

/** How a piece of work goes. */
interface Course {
  state: 'open' | 'failed' | 'ended'
  scrub: boolean
  note: (written: Written) => void
}

// oxlint-disable-next-line max-params -- called for every statement, so without an object of its own
function executeOn(
  connection: Connection,
  { sql, parameters, written }: BoundQuery,
  course: Course,
  onStatement: EngineProbe['onStatement'],
): Promise<Outcome<never>> {
  if (course.state === 'ended') return Promise.reject(new StoreError('closed', 'This transaction has ended.'))
  if (course.state === 'failed')
    return Promise.reject(new StoreError('refused', 'A statement of this transaction failed.'))
  onStatement?.(sql)
  if (written !== undefined) course.note(written)
  try {
    refuseZeros(parameters)
    return Promise.resolve(runStatement(connection, sql, parameters as readonly SQLInputValue[]))
  } catch (error) {
    course.state = 'failed'
    return Promise.reject(explained(error))
  }
}

/** SQLite would keep it and cut the text short; PostgreSQL refuses it. */
function refuseZeros(parameters: readonly unknown[]): void {
  for (const value of parameters) {
    if (typeof value === 'string' && value.includes('\0'))
      throw new StoreError('bad-value', 'A text holds the character U+0000.')
  }
}

/** A row that names another one which is not there. */
const brokenReference = 787

function explained(error: unknown): Error {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  if (code === brokenReference)
    return new StoreError('absent', 'What this belongs to is not there, or has gone.', { cause: error })
  return error instanceof Error ? error : new Error(String(error))
}

const plainBuilder = createBuilder('sqlite')
const mostStatements = 500

function runStatement(
  { db, statements }: Connection,
  sql: string,
  parameters: readonly SQLInputValue[],
): Outcome<never> {
  let known = statements.get(sql)
  if (known === undefined) {
    const statement = db.prepare(sql)
    known = { statement, reads: statement.columns().length > 0 }
    if (statements.size >= mostStatements) statements.clear()
    statements.set(sql, known)
  }
  if (!known.reads) return { rows: [], changes: Number(known.statement.run(...parameters).changes) }
  const rows = known.statement.all(...parameters) as never[]
  return { rows, changes: rows.length }
}

function checkedVersion(db: DatabaseSync): string {
  const version = String(db.prepare('select sqlite_version() as version').get()?.['version'])
  const parts = version.split('.').map(Number)
  const difference = oldest.map((part, index) => (parts[index] ?? 0) - part).find((gap) => gap !== 0) ?? 0
  if (difference < 0) {
    throw new StoreError(
      'engine-too-old',
      `This Node carries SQLite ${version}, whose write-ahead log can damage data. Use Node 24.15 or newer, which has ${oldest.join('.')} or later.`,
    )
  }
  return version
}
