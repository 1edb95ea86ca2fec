import type { MessagePort } from 'node:worker_threads'
import type { Changes } from './changes.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Snapshots } from './snapshots.ts'
import { lendTurns, type WrittenThere } from './turns.ts'

interface Host {
  readonly group: Pick<GroupCommit, 'lend'>
  readonly snapshots: Snapshots
  readonly changes: Changes
}

/** Other threads that write to the file in turns with its owner. */
export function createGuests({ group, snapshots, changes }: Host): {
  readonly lend: (port: MessagePort) => void
  readonly close: () => void
} {
  const ports = new Set<MessagePort>()
  const lend = (use: () => Promise<void>) => {
    group.lend(() => {
      // as before a commit of our own
      snapshots.release()
      return use()
    })
  }
  const committed = (written: readonly WrittenThere[] | undefined) => {
    for (const { wall, written: what } of written ?? inDoubt) changes.note(wall, what)
    snapshots.moveOn()
  }
  return {
    lend: (port) => {
      ports.add(port)
      port.on('close', () => ports.delete(port))
      lendTurns(port, { lend, committed })
    },
    close: () => {
      for (const port of ports) port.close()
    },
  }
}

/** A thread has ended before it said what it had written. */
const inDoubt: readonly WrittenThere[] = [{ wall: 'platform', written: { table: undefined } }]
