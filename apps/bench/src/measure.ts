/** What one run of a benchmark is called and does; `run` is awaited, so it may be asynchronous. */
export type Benchmark = { readonly name: string; readonly run: () => unknown }

export type Measurement = { readonly name: string; readonly medianMs: number; readonly slowestMs: number }

/** Times a benchmark after a warm-up; the median, because one pause of the collector must not move the figure. */
export async function measure({ name, run }: Benchmark, runs = 50): Promise<Measurement> {
  for (let warmUp = 0; warmUp < Math.ceil(runs / 5); warmUp += 1) await run()
  const times: number[] = []
  for (let done = 0; done < runs; done += 1) times.push(await timed(run))
  times.sort((a, b) => a - b)
  return { name, medianMs: times[Math.floor(runs / 2)] ?? 0, slowestMs: times.at(-1) ?? 0 }
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
