import type { MessagePort } from 'node:worker_threads'
import { StoreError } from '../store-error.ts'
import { createPool } from './connection-pool.ts'
import type { DatabaseEngine, Session, Wall } from './engine.ts'
import { createGroupCommit, emptyLargeLog } from './group-commit.ts'
import { createSnapshots } from './snapshots.ts'
import { checkedVersion, createSession, openConnection, openReader, watch } from './sqlite.ts'
import { borrowTurns, type WrittenThere } from './turns.ts'

/**
 * The same file, for another thread of the process that has it open: it reads by itself, and writes when the store at the
 * other end of the port lends it its turn. It makes no schema, and erases nothing.
 */
export function openSqliteBeside(path: string, port: MessagePort, readers: number): DatabaseEngine {
  const writer = openConnection(path, 'write')
  const pool = createPool(readers, () => openReader(path))
  // what the owner commits, nobody tells here
  const snapshots = createSnapshots(() => pool.idle(), 'ended')
  const turns = borrowTurns(port)
  let written: WrittenThere[] = []
  const inTurn = (commit: () => Promise<void>) =>
    turns.use(async () => {
      emptyLargeLog(writer.db, path)
      written = []
      await commit()
      return written
    })
  const group = createGroupCommit({ db: writer.db, session: () => createSession(writer), probe: {}, snapshots, inTurn })
  const watched = <T>(wall: Wall, work: (session: Session) => Promise<T>) =>
    watch(
      (session) => work({ ...session, scrubAfterwards: refuse }),
      (what) => written.push({ wall, written: what }),
    )
  const closeAll = async () => {
    await Promise.all([group.close(), pool.close()])
    writer.db.close()
    turns.close()
  }
  let closing: Promise<void> | undefined
  return {
    kind: 'sqlite',
    version: `SQLite ${checkedVersion(writer.db)}`,
    read: (_, work) => pool.use((reader) => snapshots.read(reader, createSession(reader), work)),
    write: (wall, work) => group.write(watched(wall, work)),
    holds: () => false,
    lend: refuse,
    define: (work) => group.write(watched('platform', work), 'patient'),
    afterMigration: () => Promise.resolve(),
    checkpoint: () => Promise.resolve(),
    stats: () => group.stats(),
    close: () => (closing ??= closeAll()),
  }
}

function refuse(): never {
  throw new StoreError('refused', 'Only the store that owns the file can do this.')
}
