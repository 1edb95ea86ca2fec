import type { StatementSync } from 'node:sqlite'
import type { Session } from './engine.ts'
import type { Connection, EndingSession } from './connection.ts'

/** One connection for reads, and what it has open. */
export interface Reader extends Connection {
  /** The commit that its snapshot stands on. */
  standsOn: number
  readonly begin: StatementSync
  readonly rollback: StatementSync
}

/**
 * Nothing changes between two commits, so readings in between see the same and share a snapshot: beginning and ending one
 * costs as much as what most of them ask.
 */
export interface Snapshots {
  read<T>(reader: Reader, session: EndingSession, work: (session: Session) => Promise<T>): Promise<T>
  /** Ends those that nobody reads from just now: while one is open, the log cannot begin anew. */
  release(): void
  /** Something was committed: what is read from now on has it. */
  moveOn(): void
  /** The number that the next commit will have. */
  next(): number
}

export function createSnapshots(idle: () => readonly Reader[]): Snapshots {
  let commits = 0
  const release = () => {
    for (const reader of idle()) end(reader)
  }
  return {
    read: async (reader, session, work) => {
      if (reader.standsOn !== commits) end(reader)
      if (!reader.db.isTransaction) reader.begin.run()
      reader.standsOn = commits
      try {
        return await work(session)
      } finally {
        const { failed } = session.end()
        if (failed || reader.standsOn !== commits) end(reader)
      }
    },
    release,
    next: () => commits + 1,
    moveOn: () => {
      commits++
      release()
    },
  }
}

function end({ db, rollback }: Reader): void {
  if (db.isTransaction) rollback.run()
}
