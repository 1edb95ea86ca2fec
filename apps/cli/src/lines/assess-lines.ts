import { createBatchAssessor, type AssessedBatch, type Batch, type BatchAssessorOptions } from '@joinery/kit'
import type { RuleSet } from '@joinery/core'
import { bytesOf, portionsOf, type Source } from '../input/inputs.ts'
import type { Output } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import type { Progress } from '../output/progress.ts'
import { say } from '../terminal.ts'
import { giveBack } from './give-back.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'

/** What a worker thread is told: everything but the rule set, which it reads for itself. */
export interface LineWork extends Omit<BatchAssessorOptions, 'ruleSet'> {
  /** The folder or file of the rule set. */
  readonly place: string
  /** The hash of the rule set, so that nobody uses another one. */
  readonly hash: string
}

/** A batch as a worker hands it back. */
export type AssessedBytes = Omit<AssessedBatch, 'text'> & { readonly text: Uint8Array }

type Assessed = AssessedBatch | AssessedBytes

export interface LinesRun {
  readonly ruleSet: RuleSet
  readonly work: LineWork
  /** Worker threads; with fewer than two, everything happens in this one. */
  readonly workers: number
  /** Whether the user named the number: then it is kept to, however little there is to do. */
  readonly isWished: boolean
  readonly output: Output
  readonly progress: Progress
}

/** Scores sources to lines of results, in their order; gives the number of faulty relationships. */
export async function assessLines(sources: readonly Source[], run: LinesRun): Promise<number> {
  const { work, output, progress } = run
  const team = createTeam(sources, run)
  let faulty = 0
  const deliver = async ({ assessed, bytes }: Underway) => {
    const { text, documents, faulty: faults } = await assessed
    faulty += faults.length
    if (faults.length > 0) {
      progress.clear()
      for (const own of faults) say(faultLines(own))
    }
    if (text.length > 0) await output.write(text)
    if (typeof text !== 'string') giveBack(text)
    progress.advance(bytes, documents)
  }
  try {
    const underway: Underway[] = []
    // a whole result is some twenty times as long as what it was made from
    for await (const { batch, bytes } of portionsOf(sources, { lines: work.fields === 'all' ? 16 : 256 })) {
      underway.push({ assessed: team.assess(batch), bytes })
      while (underway.length >= team.size()) await deliver(underway.shift()!)
    }
    for (const next of underway) await deliver(next)
    return faulty
  } finally {
    progress.clear()
    await team.close()
  }
}

interface Underway {
  readonly assessed: Promise<Assessed>
  readonly bytes: number
}

/** Below this many bytes it takes longer to start workers than to do the work. */
const worthWorkers = 4 << 20

/** Batches that each worker may have before the first of them is written. */
const batchesAhead = 3

/** This thread, until there is enough work for several; then worker threads. */
function createTeam(sources: readonly Source[], { ruleSet, work, workers, isWished }: LinesRun) {
  const own = createBatchAssessor({ ...work, ruleSet })
  let pool: WorkerPool<Batch, AssessedBytes> | undefined
  let toDoAlone = isWished || (bytesOf(sources) ?? 0) >= worthWorkers ? 0 : worthWorkers
  const assess = async (batch: Batch): Promise<Assessed> => {
    if (workers < 2 || toDoAlone > 0) {
      toDoAlone -= 'bytes' in batch ? batch.bytes.length : 0
      return own(batch)
    }
    pool ??= createWorkerPool({ module: workerModule, count: workers, data: work })
    return pool.run(batch, batch.is === 'lines' ? [batch.bytes.buffer as ArrayBuffer] : [])
  }
  return {
    assess: (batch: Batch) => {
      const assessed = assess(batch)
      // it is waited for when its turn comes; until then a failure is nobody's business
      assessed.catch(() => {})
      return assessed
    },
    size: () => (pool === undefined ? 1 : workers * batchesAhead),
    close: async () => pool?.close(),
  }
}

/** From the sources it is TypeScript, from the package JavaScript. */
const workerModule = new URL(`./line-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
