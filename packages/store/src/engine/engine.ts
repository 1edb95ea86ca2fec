import type { Compilable, KyselyPlugin } from 'kysely'
import type { Durability, Engine, Reading, Stamp, StoreStats } from '../contract/store.ts'
import type { Builder, Statement } from './statement.ts'

/** Whose rows a session may touch: one tenant's, or, for the operator's few tables, everybody's. */
export type Wall = { readonly tenant: string } | 'platform'

/** Rows, and how many rows were changed. */
export interface Outcome<Row> {
  readonly rows: readonly Row[]
  readonly changes: number
}

/** One transaction at work. After a failed statement it takes no other one, as PostgreSQL does. */
export interface Session {
  readonly engine: Engine
  run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Outcome<Row>>
  /** The same where nobody needs the answer: where it fails, the whole transaction does. */
  later<Args, Row>(statement: Statement<Args, Row>, args: Args): void
  /** For queries whose shape depends on the data, such as bulk inserts. */
  query<Row>(build: (db: Builder) => Compilable<Row>): Promise<Outcome<Row>>
  /** SQL as it stands, for the schema and the engine's own words. */
  sql(text: string, parameters?: readonly unknown[]): Promise<Outcome<Readonly<Record<string, unknown>>>>
  /** PostgreSQL: lets the following statements see another tenant's rows. Only a restore needs it. */
  moveTo(wall: Wall): Promise<void>
  /** What a reading stands on, known once something was read; undefined while something may be written. */
  stamp(): Stamp | undefined
  /** Something was erased: before the write is acknowledged, its bytes have to go. */
  scrubAfterwards(): void
}

/** What differs between the two databases, and nothing else. */
export interface DatabaseEngine {
  readonly kind: Engine
  readonly version: string
  read<T>(wall: Wall, work: (session: Session) => Promise<T>): Promise<T>
  write<T>(wall: Wall, work: (session: Session) => Promise<T>, durability?: Durability): Promise<T>
  /** Tells whether a reading would come out as it did. */
  holds(reading: Reading, tell: (holds: boolean) => void): void
  /** Runs as the owner of the tables, alone. */
  define<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Once the tables are there: who may use them. */
  afterMigration(): Promise<void>
  checkpoint(): Promise<void>
  stats(): StoreStats
  close(): Promise<void>
}

/** Seams for tests: watch statements, change them, or make commits fail. */
export interface EngineProbe {
  readonly onStatement?: (sql: string) => void
  readonly rewrite?: KyselyPlugin
  readonly beforeCommit?: () => Error | undefined
  /** SQLite: how long the log may become, in pages. */
  readonly log?: LogLimits
}

export interface LogLimits {
  /** Pages that are not in the file yet: then they are moved there. */
  readonly enough: number
  /** Pages of a log that somebody writes to all the time, and so never is in the file as a whole: then it waits for that. */
  readonly most: number
}

/** Thrown by work that met a rival it could not see: the transaction is run again, as after a serialization failure. */
export class Rival extends Error {
  readonly code = '40001'
}
