import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import type { LogLimits } from './engine.ts'

/** Moves what was committed from the log into the file, in a thread of its own. */
export interface Checkpoints {
  /** Where the log has become too long, it settles once the next commit can begin it anew. */
  afterCommit(): Promise<void>
  close(): Promise<void>
}

/** 4 MB, as SQLite would; 16 MB. */
const usualLimits: LogLimits = { enough: 1_000, most: 4_000 }

const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 }

/**
 * While somebody writes on, what is in the file is always a little behind the log, and the log grows; so now and then the
 * next commit waits for a short checkpoint, and nobody who reads does.
 */
export function createCheckpoints(path: string, db: DatabaseSync, { enough, most } = usualLimits): Checkpoints {
  db.exec('pragma wal_autocheckpoint = 0')
  const state = db.prepare('pragma wal_checkpoint(noop)')
  let thread: CheckpointThread | undefined
  let running: Promise<void> | undefined
  const run = (): Promise<void> => {
    // where there can be no thread, whoever commits does it
    thread ??= startThread(path, () => db.isOpen && db.exec(`pragma wal_autocheckpoint = ${enough}`))
    running ??= thread.checkpoint().finally(() => (running = undefined))
    return running
  }
  const lengths = () => {
    try {
      return state.get() as { readonly log: number; readonly checkpointed: number }
    } catch {
      // the next commit will find out what is wrong with the log
      return { log: 0, checkpointed: 0 }
    }
  }
  return {
    afterCommit: async () => {
      const { log, checkpointed } = lengths()
      if (log - checkpointed < enough) return
      const underWay = run()
      if (log < most) return
      await underWay
      await run()
    },
    close: async () => {
      await running
      await thread?.end()
    },
  }
}

interface CheckpointThread {
  /** Settles in any case. */
  readonly checkpoint: () => Promise<void>
  readonly end: () => Promise<unknown>
}

function startThread(path: string, lost: () => void): CheckpointThread {
  const worker = new Worker(module, { workerData: { path }, resourceLimits })
  worker.unref()
  let isLost = false
  let settle = (): void => undefined
  worker.on('message', () => {
    worker.unref()
    settle()
  })
  // also after an error
  worker.on('exit', () => {
    isLost = true
    settle()
    lost()
  })
  worker.on('error', () => undefined)
  return {
    checkpoint: () =>
      new Promise((resolve) => {
        settle = resolve
        if (isLost) return resolve()
        // it keeps the process alive only while somebody may wait for it
        worker.ref()
        worker.postMessage('checkpoint')
      }),
    end: () => worker.terminate(),
  }
}

/** As it stands here in development, and as it is built. */
const module = new URL(`./checkpoint-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
