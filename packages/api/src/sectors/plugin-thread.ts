import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Rules, SectorJob } from './jobs.ts'

/** How much the code of a plugin may take. */
export interface Budget {
  /** For one assessment. */
  readonly milliseconds: number
  /** For loading its code. */
  readonly loadMilliseconds: number
  readonly megabytes: number
}

/** The thread of one plugin: one job at a time, each ended when it takes too long or too much memory. Gives text. */
export interface PluginThread {
  /** `rules` is what the job needs to have been read before. */
  readonly run: (job: SectorJob, rules?: Rules) => Promise<string>
  readonly end: () => void
}

/** Most jobs that may wait for one plugin. */
const mostWaiting = 16
const mostCharacters = 4_000_000
const lookMs = 25
const megabyte = 1 << 20

/** A worker that loaded its plugin, and the rule sets that it has read. */
interface Bench {
  readonly worker: Worker
  readonly known: Set<string>
}

/** Most rule sets that one thread keeps; then it begins anew. */
const mostKnown = 8

/** Starts no thread before there is work; `module` is loaded in each new one before anything else. */
export function createPluginThread(module: string, budget: Budget): PluginThread {
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let bench: Bench | undefined
  const end = () => {
    void bench?.worker.terminate()
    bench = undefined
  }
  const ask = (job: SectorJob, ms: number) => askWorker({ worker: bench!.worker, job, ms, budget, end })
  const work = async (job: SectorJob, rules: Rules | undefined): Promise<string> => {
    if (bench !== undefined && rules !== undefined && !bench.known.has(rules.digest) && bench.known.size >= mostKnown)
      end()
    if (bench === undefined) {
      bench = { worker: startWorker(budget, end), known: new Set() }
      const loaded = await ask({ kind: 'load', input: module }, budget.loadMilliseconds)
      if (job.kind === 'load') return loaded
    }
    if (rules !== undefined && !bench.known.has(rules.digest)) {
      await ask({ kind: 'prepare', input: rules }, budget.loadMilliseconds)
      bench.known.add(rules.digest)
    }
    return ask(job, budget.milliseconds)
  }
  return {
    run: async (job, rules) => {
      if (waiting >= mostWaiting) throw new Error('too many assessments wait for it just now')
      waiting++
      const mine = turn.then(() => work(job, rules))
      turn = mine.catch(() => undefined)
      try {
        return await mine
      } finally {
        waiting--
      }
    },
    end,
  }
}

function startWorker({ megabytes }: Budget, gone: () => void): Worker {
  const worker = new Worker(threadModule, {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    // neither the secrets of the service nor its log are its business
    env: {},
    argv: [],
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  worker.unref()
  // an error between two jobs belongs to nobody's request, and must not end the service
  worker.on('error', gone)
  return worker
}

interface Asking {
  readonly worker: Worker
  readonly job: SectorJob
  readonly ms: number
  readonly budget: Budget
  /** Ends the worker; the next job gets a new one. */
  readonly end: () => void
}

function askWorker({ worker, job, ms, budget, end }: Asking): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const stop = (reason: string) => {
    end()
    reject(new Error(reason))
  }
  const id = randomUUID()
  const onMessage = (message: unknown) => {
    const answer = readAnswer(message)
    if (answer === undefined) stop('was ended: it gave an answer that cannot be used')
    else if (answer.id !== id) return
    else if (answer.output === undefined) reject(new Error(`failed: ${answer.error}`))
    else resolve(answer.output)
  }
  const onError = (error: unknown) => stop(`was ended: ${errorWords(error)}`)
  const onExit = () => stop('was ended: it left without an answer')
  worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  const unwatch = watch({ ms, budget, stop })
  worker.postMessage({ id, job })
  return promise.finally(() => {
    unwatch()
    worker.off('message', onMessage).off('error', onError).off('exit', onExit)
  })
}

/** Stops the work when its time or its memory is used up. */
function watch({ ms, budget, stop }: Pick<Asking, 'ms' | 'budget'> & { stop: (reason: string) => void }): () => void {
  const before = process.memoryUsage.rss()
  const timer = setTimeout(() => stop(`was ended: it took longer than ${ms / 1_000} s`), ms)
  // what lies outside of the heap is bounded by nothing else
  const look = setInterval(() => {
    if (process.memoryUsage.rss() - before > 3 * budget.megabytes * megabyte) stop('was ended: it took too much memory')
  }, lookMs)
  return () => {
    clearTimeout(timer)
    clearInterval(look)
  }
}

interface Answered {
  readonly id: unknown
  readonly output: string | undefined
  readonly error: string
}

/** A message of the thread; undefined where it cannot be one of ours. */
function readAnswer(message: unknown): Answered | undefined {
  const { id, output, error } = (message ?? {}) as { id?: unknown; output?: unknown; error?: unknown }
  if (typeof output === 'string' && output.length <= mostCharacters) return { id, output, error: '' }
  return typeof error === 'string' ? { id, output: undefined, error: error.slice(0, 300) } : undefined
}

function errorWords(error: unknown): string {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'it took too much memory'
  return typeof message === 'string' ? message.slice(0, 300) : 'it failed'
}

const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'))
const threadModule = new URL(`./sector-thread${extension}`, import.meta.url)
