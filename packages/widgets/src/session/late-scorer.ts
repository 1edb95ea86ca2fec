import type { Scorer } from './scorer.ts'

/** A scorer that is still being made: what is asked of it waits, and once it is there everything goes straight to it. */
export function lateScorer(hash: string, making: Promise<Scorer>): Scorer {
  let made: Scorer | undefined
  making.then(
    (scorer) => void (made = scorer),
    // whoever began making it tells what went wrong
    () => undefined,
  )
  return {
    hash,
    live: (record, options) => made?.live(record, options) ?? making.then((scorer) => scorer.live(record, options)),
    assess: async (record, options) => (made ?? (await making)).assess(record, options),
    worthAsking: async (record, options) => (made ?? (await making)).worthAsking(record, options),
  }
}
