import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RuleSet } from '@joinery/core'
import { StoreError, type Lease, type Store } from '@joinery/store'
import { createWitness } from '../assess/witness.ts'
import { createCatalogue } from '../rule-sets/catalogue.ts'
import { benchmarkChunk } from './benchmark-chunk.ts'
import type { WorkerContext } from './context.ts'
import { keepBenchmarks } from './keep-benchmarks.ts'
import { rescoreChunk } from './rescore-chunk.ts'

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
  const { ruleSets = [], clock = () => new Date(), log = () => undefined } = options
  const witness = createWitness(options.secret)
  const context: WorkerContext = { store, catalogue: createCatalogue(ruleSets), now: clock, witness }
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

async function work(context: WorkerContext, working: Working): Promise<void> {
  const { signal, log, idleMs = 1_000, housekeepingMs = 600_000 } = working
  let nextLook = 0
  while (!signal.aborted) {
    try {
      if (performance.now() >= nextLook) {
        await keepBenchmarks(context)
        nextLook = performance.now() + housekeepingMs
      }
      const startedAt = performance.now()
      const done = await doOne(context, working)
      if (done === 'benchmark') nextLook = 0
      // the work is done in slices between the answers; a rest as well, so that it never takes a whole core
      await rest(done === undefined ? idleMs : (performance.now() - startedAt) * restShare, signal)
    } catch (error) {
      log({ level: 'error', message: 'the store did not answer', error })
      await rest(idleMs, signal)
    }
  }
}

/** Of the time that a chunk took. */
const restShare = 0.1

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.max(1, ms), undefined, { signal }).catch(() => undefined)
}

/** Does one chunk, where there is one; tells its kind. */
async function doOne(context: WorkerContext, { worker, log, leaseMs = 60_000 }: Working): Promise<string | undefined> {
  const [lease] = await context.store.queue.claim({ worker, limit: 1, leaseMs })
  if (lease === undefined) return undefined
  const { campaign, chunk, kind } = lease
  try {
    await doChunk(context, lease)
    log({ level: 'info', message: `${kind}: chunk done`, campaign, chunk })
  } catch (error) {
    // somebody else has it by now, or nobody needs it any more: nothing of ours took effect
    if (error instanceof StoreError && error.code === 'lease-lost') return kind
    const fate = await context.store.queue.fail(lease, error instanceof Error ? error.name : 'unknown')
    log({ level: 'error', message: `${kind}: chunk failed, ${fate}`, campaign, chunk, error })
  }
  return kind
}

function doChunk(context: WorkerContext, lease: Lease): Promise<void> {
  switch (lease.kind) {
    case 'rescore':
      return rescoreChunk(context, lease)
    case 'benchmark':
      return benchmarkChunk(context, lease)
    default:
      throw new Error(`no worker knows work of the kind "${lease.kind}"`)
  }
}
