import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WorkerEntry } from '@joinery/api'
import { bundleRuleSet } from '@joinery/kit'
import type { Store } from '@joinery/store'
import type { SafeError } from '../log/safe-error.ts'
import type { BackgroundOptions } from './background.ts'
import type { BackgroundTask } from './background-thread.ts'

/** A line of the log, as the thread sends it. */
export interface ThreadEntry extends Omit<WorkerEntry, 'error'> {
  readonly error?: SafeError
}

export interface BackgroundThread {
  readonly hasEnded: () => boolean
  /** Settles when what it was at is done, and the thread has gone. */
  readonly end: () => Promise<void>
}

/** So that a mistake of ours ends the thread, and not the service. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }

export function startThread(store: Store, { ruleSets, secret, workers, log }: BackgroundOptions): BackgroundThread {
  const shared = store.share()
  const texts = ruleSets.map((ruleSet) => bundleRuleSet(ruleSet).text)
  const task: BackgroundTask = { shared, secret, ruleSets: texts, workers }
  const worker = new Worker(module, { workerData: task, transferList: [shared.port], resourceLimits })
  let hasEnded = false
  const ended = once(worker, 'exit').then(
    () => undefined,
    (error: unknown) => log.failure('error', 'the thread for background work failed; another one follows', error),
  )
  void ended.then(() => {
    hasEnded = true
    log.say('info', 'the thread for background work has ended')
  })
  worker.on('message', (entry: ThreadEntry) => log.work(entry))
  return {
    hasEnded: () => hasEnded,
    end: async () => {
      worker.postMessage('end')
      await ended
    },
  }
}

/** As it stands here in development, and as it is built. */
const module = new URL(`./background-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
