import { PerformanceObserver } from 'node:perf_hooks'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Where the engine keeps what was made just now: it doubles again and again under load, and is given back by an idle service alone. */
const enoughBytes = 16_000_000

/** Keeps the place for new objects as small as it is, while the service starts and much is made that stays. */
export function holdYoungGeneration(): void {
  grow(1)
}

/**
 * Lets it grow to what answering needs, and no further: what is made for a request is gone with its answer, so more of it
 * saves hardly any work. The engine takes it back from a service that is idle, so whether it may grow is asked again and again.
 */
export function limitYoungGeneration(): void {
  let factor: 1 | 2 | undefined
  const decide = (): void => {
    const next = youngBytes() >= enoughBytes ? 1 : 2
    if (next !== factor) grow(next)
    factor = next
  }
  new PerformanceObserver(decide).observe({ entryTypes: ['gc'] })
  decide()
}

/**
 * What is there is let grow to twice of what is in use, and no further, before what is not is thrown away: else the heap becomes
 * three times as large under load, and is never given back.
 */
export function limitOldGeneration(): void {
  setFlagsFromString('--heap-growing-percent=100')
}

/**
 * New objects are collected by the thread that made them, not by several: of what answering and scoring make, so little is
 * still in use that calling the others to help takes longer than the work, and everybody waits meanwhile.
 */
export function collectYoungAlone(): void {
  setFlagsFromString('--no-parallel-scavenge')
}

/**
 * Where there is room after a whole collection, the thread that needs it finds out, page by page. Otherwise other threads look, and
 * the next small collection waits until they are done: 10 to 18 ms where both cores are busy and they get none.
 */
export function sweepAlone(): void {
  setFlagsFromString('--no-concurrent-sweeping')
}

export function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0
}

function grow(factor: 1 | 2): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}
