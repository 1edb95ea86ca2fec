/** Something to time: one evaluation, synchronous or not. */
export type Work = (round: number) => unknown

export interface Measurement {
  /** Microseconds of one evaluation. */
  readonly p50: number
  readonly p99: number
  /** Kilobytes that one evaluation allocates. */
  readonly allocated: number
}

/**
 * Times several kinds of work in turn, round after round, so that a slow moment of the machine hits all of them alike; each
 * round times a batch long enough for the clock. Medians over the rounds are to be compared, not single figures.
 */
export async function measureInTurn(works: ReadonlyMap<string, Work>, rounds = 15): Promise<Map<string, Measurement>> {
  const batches = new Map<string, number>()
  const times = new Map<string, number[]>()
  for (const [name, work] of works) batches.set(name, await batchFor(work))
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of works)
      times.set(name, [...(times.get(name) ?? []), await timed(work, batches.get(name)!)])
  const measurements = new Map<string, Measurement>()
  for (const [name, work] of works) {
    const sorted = times.get(name)!.toSorted((left, right) => left - right)
    const tail = await slowest(work, Math.min(500, batches.get(name)! * 5))
    measurements.set(name, {
      p50: sorted[Math.floor(sorted.length / 2)]!,
      p99: tail,
      allocated: await allocation(work),
    })
  }
  return measurements
}

/** How many evaluations take about ten milliseconds, after a warm-up of a fifth of a second. */
async function batchFor(work: Work): Promise<number> {
  const start = performance.now()
  let done = 0
  while (performance.now() - start < 200 || done < 3) await work(done++)
  const again = performance.now()
  let count = 0
  while (performance.now() - again < 10) await work(count++)
  return Math.max(1, count)
}

/** Where results go, so that work whose result nobody reads is not left out by the compiler. */
const sink: { last: unknown } = { last: undefined }

/** Microseconds of one evaluation in a batch. */
async function timed(work: Work, batch: number): Promise<number> {
  const start = performance.now()
  for (let done = 0; done < batch; done++) {
    const result = work(done)
    sink.last = result instanceof Promise ? await result : result
  }
  return ((performance.now() - start) / batch) * 1_000
}

/** The 99th percentile of single evaluations, in microseconds. */
async function slowest(work: Work, count: number): Promise<number> {
  const times: number[] = []
  for (let done = 0; done < count; done++) times.push(await timed(() => work(done), 1))
  times.sort((left, right) => left - right)
  return times[Math.floor(times.length * 0.99)]!
}

/** Kilobytes on the heap after a few evaluations; a lower bound where so much is allocated that it is collected between. */
async function allocation(work: Work): Promise<number> {
  const runs = 4
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  for (let done = 0; done < runs; done++) await work(done)
  return Math.max(0, (process.memoryUsage().heapUsed - before) / runs / 1_024)
}
