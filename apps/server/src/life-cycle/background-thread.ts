import { setPriority } from 'node:os'
import { env, platform } from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'
import { runCampaignWorker, type WorkerEntry } from '@joinery/api'
import { parseRuleSet } from '@joinery/core'
import { openBeside, type Shared } from '@joinery/store'
import { keepCompiledCode } from '../compile-cache.ts'
import { safeError } from '../log/safe-error.ts'
import type { ThreadEntry } from './start-thread.ts'

/** What the thread is given. */
export interface BackgroundTask {
  readonly shared: Shared
  readonly secret: Uint8Array
  /** Canonical JSON of the rule sets that the service offers. */
  readonly ruleSets: readonly string[]
  readonly workers: number
}

// on Linux this is the thread alone: whoever waits for an answer comes first
if (platform === 'linux') setPriority(0, 10)
keepCompiledCode(env)
const { shared, secret, ruleSets, workers } = workerData as BackgroundTask
const store = await openBeside(shared, { poolSize: workers + 1 })
const options = {
  secret,
  ruleSets: ruleSets.map((text) => parseRuleSet(JSON.parse(text))),
  restShare: 0,
  log: ({ error, ...entry }: WorkerEntry) =>
    say({ ...entry, ...(error === undefined ? {} : { error: safeError(error) }) }),
}
const running = Array.from({ length: workers }, () => runCampaignWorker(store, options))
// told once, when there is nothing to do any more or the service ends
parentPort!.once('message', () => void end())

function say(entry: ThreadEntry): void {
  parentPort!.postMessage(entry)
}

async function end(): Promise<void> {
  await Promise.all(running.map((worker) => worker.stop()))
  await store.close()
  parentPort!.close()
}
