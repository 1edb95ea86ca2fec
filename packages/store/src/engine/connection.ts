import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Session } from './engine.ts'
import type { Written } from './statement.ts'

/** An open file, and what was prepared on it. */
export interface Connection {
  readonly db: DatabaseSync
  readonly statements: Map<string, { readonly statement: StatementSync; readonly reads: boolean }>
  /** The commit that the snapshot of a reader stands on. */
  standsOn?: number
}

/** A session that whoever lent it can watch and end. */
export interface EndingSession extends Session {
  /** Tells of every statement that writes, before it is run. */
  watch(note: (written: Written) => void): void
  end(): { readonly failed: boolean; readonly scrub: boolean }
}
