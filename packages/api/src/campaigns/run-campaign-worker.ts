import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { RuleSet } from '@joinery/core'
import { StoreError, type Lease, type Store } from '@joinery/store'
import { createWitness } from '../assess/witness.ts'
import { createCatalogue } from '../rule-sets/catalogue.ts'
import { benchmarkChunk } from './benchmark-chunk.ts'
import type { Effect, WorkerContext } from './context.ts'
import { keepBenchmarks } from './keep-benchmarks.ts'
import { rescoreChunk } from './rescore-chunk.ts'

/** What a worker needs to score as the API does. */
export interface CampaignWorkerOptions {
  /** The same as the API's: by it the worker knows which confirmations the service saw. */
  readonly secret: Uint8Array
  /** The same as the API's. */
  readonly ruleSets?: readonly RuleSet[]
  readonly clock?: () => Date
  /** How long to wait when there is nothing to do; a second unless told. */
  readonly idleMs?: number
  /** How long a chunk may take before another worker may have it; a minute unless told. */
  readonly leaseMs?: number
  /** How often to look whether a quarter is over; ten minutes unless told. */
  readonly housekeepingMs?: number
  /** Between two slices of work: settles when it may go on; when all who wait had a turn, unless told. */
  readonly giveWay?: () => Promise<void>
  readonly log?: (entry: WorkerEntry) => void
}

/** One line of the log; never an answer or a name. */
export interface WorkerEntry {
  readonly level: 'info' | 'error'
  readonly message: string
  readonly campaign?: string
  readonly chunk?: number
  readonly error?: unknown
}

/** The work on campaigns that was begun. */
export interface CampaignWorker {
  /** Ends after the chunk it is at. */
  readonly stop: () => Promise<void>
}

/**
 * Does the background work of all associations, chunk by chunk, until it is stopped. Any number of them may run, in any number
 * of processes; each chunk takes effect once, whoever is killed.
 */
export function runCampaignWorker(store: Store, options: CampaignWorkerOptions): CampaignWorker {
  const stopping = new AbortController()
  const { ruleSets = [], clock = () => new Date(), log = () => undefined, giveWay = setImmediate } = options
  const witness = createWitness(options.secret)
  const context: WorkerContext = { store, catalogue: createCatalogue(ruleSets), now: clock, witness, giveWay }
  const running = work(context, { ...options, log, worker: randomUUID(), signal: stopping.signal })
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

interface Working extends CampaignWorkerOptions {
  readonly worker: string
  readonly signal: AbortSignal
  readonly log: (entry: WorkerEntry) => void
}

/** While a chunk is written, the next one is read and scored: the database and this thread work at the same time. */
async function work(context: WorkerContext, working: Working): Promise<void> {
  const { signal, log, idleMs = 1_000, housekeepingMs = 600_000 } = working
  let nextLook = 0
  let before = Promise.resolve()
  while (!signal.aborted) {
    try {
      if (performance.now() >= nextLook) {
        await keepBenchmarks(context)
        nextLook = performance.now() + housekeepingMs
      }
      const worked = await workAtOne(context, working)
      await before
      if (worked === undefined) await rest(idleMs, signal)
      else before = finish(context, working, worked)
      if (worked?.lease.kind !== 'benchmark') continue
      await before
      nextLook = 0
    } catch (error) {
      log({ level: 'error', message: 'the store did not answer', error })
      await rest(idleMs, signal)
    }
  }
  await before
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

interface Worked {
  readonly lease: Lease
  /** Undefined where the chunk failed. */
  readonly effect: Effect | undefined
}

/** Takes a chunk, where there is one, and works it out. */
async function workAtOne(context: WorkerContext, working: Working): Promise<Worked | undefined> {
  const { worker, leaseMs = 60_000 } = working
  const [lease] = await context.store.queue.claim({ worker, limit: 1, leaseMs })
  if (lease === undefined) return undefined
  try {
    return { lease, effect: await workOut(context, lease) }
  } catch (error) {
    await failed(context, working, { lease, error })
    return { lease, effect: undefined }
  }
}

/**
 * The chunk is done in the transaction of its effect, so it takes effect once. What a power cut takes back, it takes back with
 * the word that the chunk is done: then it is done again.
 */
async function finish(context: WorkerContext, working: Working, { lease, effect }: Worked): Promise<void> {
  if (effect === undefined) return
  const { campaign, chunk, kind } = lease
  try {
    await context.store.write(lease.tenant, effect, 'soon')
    working.log({ level: 'info', message: `${kind}: chunk done`, campaign, chunk })
  } catch (error) {
    await failed(context, working, { lease, error }).catch((cause: unknown) =>
      working.log({ level: 'error', message: 'the store did not answer', error: cause }),
    )
  }
}

interface Failure {
  readonly lease: Lease
  readonly error: unknown
}

async function failed({ store }: WorkerContext, { log }: Working, { lease, error }: Failure): Promise<void> {
  // somebody else has it by now, or nobody needs it any more: nothing of ours took effect
  if (error instanceof StoreError && error.code === 'lease-lost') return
  const { campaign, chunk, kind } = lease
  const fate = await store.queue.fail(lease, error instanceof Error ? error.name : 'unknown')
  log({ level: 'error', message: `${kind}: chunk failed, ${fate}`, campaign, chunk, error })
}

function workOut(context: WorkerContext, lease: Lease): Promise<Effect> {
  switch (lease.kind) {
    case 'rescore':
      return rescoreChunk(context, lease)
    case 'benchmark':
      return benchmarkChunk(context, lease)
    default:
      throw new Error(`no worker knows work of the kind "${lease.kind}"`)
  }
}
