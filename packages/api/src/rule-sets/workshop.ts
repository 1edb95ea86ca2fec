import { Worker } from 'node:worker_threads'
import { Problem } from '../kernel/problem.ts'
import type { Job, Tasks } from './tasks.ts'

/**
 * Where strangers' rule sets are read, checked and tried out: another thread, which is ended when it takes too long or too
 * much memory. The thread that answers requests never waits for it.
 */
export interface Workshop {
  /** Throws `Overrun` when it takes longer than it may, and a Problem when too many wait already. */
  readonly run: <Kind extends keyof Tasks>(
    kind: Kind,
    input: Parameters<Tasks[Kind]>[0],
    seconds: number,
  ) => Promise<Awaited<ReturnType<Tasks[Kind]>>>
}

/** The work was ended because it took too long, or too much memory. */
export class Overrun extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'Overrun'
  }
}

/** Most pieces of work that may wait at once. */
const mostWaiting = 16
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 }
/** A thread that has nothing to do is let go, with its memory. */
const idleMs = 30_000

export function createWorkshop(module: URL = threadModule): Workshop {
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const bench = createBench(module)
  return {
    run: async (kind, input, seconds) => {
      if (waiting >= mostWaiting)
        throw new Problem('unavailable', 'Many rule sets are being checked just now; try again soon.', {
          headers: { 'Retry-After': '10' },
        })
      waiting++
      const mine = turn.then(() => bench({ kind, input } as Job, seconds * 1_000))
      turn = mine.catch(() => undefined)
      try {
        return (await mine) as never
      } finally {
        waiting--
      }
    },
  }
}

interface Answer {
  readonly output?: unknown
  readonly error?: string
}

interface Asker {
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}

/** One thread at a time, made when it is needed; one job at a time. */
function createBench(module: URL): (job: Job, ms: number) => Promise<unknown> {
  let worker: Worker | undefined
  let asker: Asker | undefined
  let timer: NodeJS.Timeout | undefined
  const settle = (how: (asked: Asker) => void) => {
    clearTimeout(timer)
    const asked = asker
    asker = undefined
    if (asked !== undefined) how(asked)
  }
  const stop = (reason: string) => {
    const ended = worker
    worker = undefined
    void ended?.terminate()
    settle(({ reject }) => reject(new Overrun(reason)))
  }
  const start = (): Worker => {
    const made = new Worker(module, { resourceLimits })
    // it never keeps the process alive
    made.unref()
    made.on('message', ({ output, error }: Answer) => {
      settle(({ resolve, reject }) => (error === undefined ? resolve(output) : reject(new Error(error))))
      timer = setTimeout(() => stop('it was idle'), idleMs).unref()
    })
    made.on('error', () => made === worker && stop('it needed more memory than it may have'))
    made.on('exit', () => made === worker && stop('it ended without an answer'))
    return made
  }
  return (job, ms) =>
    new Promise((resolve, reject) => {
      clearTimeout(timer)
      worker ??= start()
      asker = { resolve, reject }
      timer = setTimeout(() => stop(`it took longer than ${ms / 1_000} s`), ms)
      worker.postMessage(job)
    })
}

const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'))
const threadModule = new URL(`./workshop-thread${extension}`, import.meta.url)
