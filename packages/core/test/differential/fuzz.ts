import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Difference, Tally } from './worker.ts'

export interface FuzzOptions {
  readonly cases: number
  /** Case number n has the seed `seed + n`: a finding is run again with its own seed and one case. */
  readonly seed: number
  readonly workers: number
  readonly onProgress?: (tally: Tally) => void
  /** Hears of each difference as soon as it is found. */
  readonly onDifference?: (difference: Difference) => void
}

/** Spreads random cases over worker threads and adds up what they found. */
export async function fuzz({ cases, seed, workers, onProgress, onDifference }: FuzzOptions): Promise<Tally> {
  const tallies = Array.from({ length: workers }, (): Tally => ({ evaluated: 0, refused: 0, differences: [] }))
  const run = async (index: number) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: { seed: seed + index, step: workers, end: seed + cases },
    })
    worker.on('message', (tally: Tally) => {
      const known = tallies[index]!.differences.length
      tallies[index] = tally
      for (const difference of tally.differences.slice(known)) onDifference?.(difference)
      onProgress?.(sumOf(tallies))
    })
    await once(worker, 'exit')
  }
  await Promise.all(tallies.map((_tally, index) => run(index)))
  return sumOf(tallies)
}

function sumOf(tallies: readonly Tally[]): Tally {
  return {
    evaluated: tallies.reduce((sum, { evaluated }) => sum + evaluated, 0),
    refused: tallies.reduce((sum, { refused }) => sum + refused, 0),
    differences: tallies.flatMap(({ differences }) => differences),
  }
}

/** The closing line of a run. */
export function summaryOf(seed: number, { evaluated, refused, differences }: Tally): string {
  const cases = evaluated + refused
  return `differential: ${cases} cases, seed ${seed}, ${evaluated} evaluated, ${refused} refused, ${differences.length} different`
}

/** The seed that the environment asks for, else one of the day. */
export function seedOf(asked: string | undefined): number {
  const seed = asked === undefined || asked === '' ? Math.floor(Math.random() * 2 ** 40) : Number(asked)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`the seed should be a whole number, not "${asked}"`)
  return seed
}
