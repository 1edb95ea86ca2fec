import { setTimeout as sleep } from 'node:timers/promises'
import { lookAfterBenchmarks } from '@joinery/api'
import type { RuleSet } from '@joinery/core'
import type { Store } from '@joinery/store'
import type { Log } from '../log/create-log.ts'
import { startThread, type BackgroundThread } from './start-thread.ts'
import type { Repetition } from './repeat.ts'

export interface BackgroundOptions {
  readonly ruleSets: readonly RuleSet[]
  readonly secret: Uint8Array
  /** At work at once; with none, other processes do it. */
  readonly workers: number
  readonly log: Log
  /** How often to look for work; a second unless told. */
  readonly lookMs?: number
}

const defaultLookMs = 1_000
/** A thread that finds nothing to do for so many looks is let go, with its memory. */
const idleLooks = 10
/** How often to look whether a quarter is over. */
const housekeepingMs = 600_000

/**
 * Campaigns over many relationships are worked at in a thread of their own, which is there while there is something to do:
 * what answers requests never scores, writes or waits for them.
 */
export function startBackground(store: Store, options: BackgroundOptions): Repetition {
  const { workers, log } = options
  if (workers === 0) return { stop: () => Promise.resolve() }
  const stopping = new AbortController()
  const running = watch(store, options, stopping.signal).catch((error: unknown) =>
    log.failure('fatal', 'the background work has ended', error),
  )
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function watch(store: Store, options: BackgroundOptions, signal: AbortSignal): Promise<void> {
  const { log, lookMs = defaultLookMs } = options
  let thread: BackgroundThread | undefined
  let idle = 0
  let nextHousekeeping = 0
  while (!signal.aborted) {
    try {
      if (performance.now() >= nextHousekeeping) {
        await lookAfterBenchmarks(store, options)
        nextHousekeeping = performance.now() + housekeepingMs
      }
      const { waiting, running } = await store.queue.depth()
      idle = waiting + running > 0 ? 0 : idle + 1
      if (thread?.hasEnded()) thread = undefined
      if (waiting + running > 0) thread ??= startThread(store, options)
      else if (thread !== undefined && idle >= idleLooks) {
        await thread.end()
        thread = undefined
      }
    } catch (error) {
      log.failure('error', 'the store did not answer', error)
    }
    await rest(lookMs, signal)
  }
  await thread?.end()
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
}
