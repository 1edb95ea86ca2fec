import { Worker, type Transferable } from 'node:worker_threads'
import { WorkerStopped } from '../exits.ts'

/** Worker threads that do jobs; each of them does its own in the order they came. */
export interface WorkerPool<Job, Done> {
  readonly run: (job: Job, handedOver?: readonly Transferable[]) => Promise<Done>
  /** Stops the workers, whatever they are doing. */
  readonly close: () => Promise<void>
}

export interface WorkerPoolOptions {
  /** A module that answers each message of its parent with one message, in their order. */
  readonly module: URL
  readonly count: number
  /** What the workers are told when they start. */
  readonly data: unknown
}

export function createWorkerPool<Job, Done>({ module, count, data }: WorkerPoolOptions): WorkerPool<Job, Done> {
  const lanes = Array.from({ length: count }, () =>
    createLane<Job, Done>(new Worker(module, { workerData: data, resourceLimits })),
  )
  return {
    run: (job, handedOver = []) => {
      const free = lanes.reduce((best, lane) => (lane.waiting() < best.waiting() ? lane : best))
      return free.run(job, handedOver)
    },
    close: async () => void (await Promise.all(lanes.map(({ close }) => close()))),
  }
}

/** What the work leaves behind is short-lived: a small nursery is no slower, and keeps a worker below 100 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 }

interface Waiting<Done> {
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
}

/** One worker and the jobs it has not answered yet. */
function createLane<Job, Done>(worker: Worker) {
  const waiting: Waiting<Done>[] = []
  let ended: Error | undefined
  const end = (reason: string) => {
    ended ??= new WorkerStopped(reason)
    for (const { reject } of waiting.splice(0)) reject(ended)
  }
  worker.on('message', (done: Done) => waiting.shift()?.resolve(done))
  worker.on('error', (error) => end(reasonOf(error)))
  worker.on('exit', (code) => end(`it ended with exit code ${code}`))
  return {
    waiting: () => waiting.length,
    run: (job: Job, handedOver: readonly Transferable[]) =>
      new Promise<Done>((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        waiting.push({ resolve, reject })
        worker.postMessage(job, handedOver)
      }),
    close: () => worker.terminate(),
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1)[0]! : String(error)
}
