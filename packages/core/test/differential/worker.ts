import { parentPort, workerData } from 'node:worker_threads'
import { compareOnce } from './compare.ts'

/** How many cases came out how. */
export interface Tally {
  readonly evaluated: number
  readonly refused: number
  readonly differences: readonly Difference[]
}

export interface Difference {
  readonly seed: number
  readonly report: string
}

const { seed, step, end } = workerData as { seed: number; step: number; end: number }
const tally = { evaluated: 0, refused: 0, differences: [] as Difference[] }

/** Past this many differences there is enough to look at. */
const enough = 5

for (let next = seed, done = 1; next < end && tally.differences.length < enough; next += step, done++) {
  const comparison = await compareOnce(next)
  if (comparison.is === 'refused') tally.refused++
  else tally.evaluated++
  if (comparison.is === 'different') tally.differences.push({ seed: next, report: comparison.report })
  // a run that is ended early must not take with it what it found
  if (comparison.is === 'different' || done % 1000 === 0) parentPort!.postMessage(tally)
}
parentPort!.postMessage(tally)
