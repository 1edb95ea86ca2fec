import { parseArgs } from 'node:util'
import { fuzz, seedOf, summaryOf } from './fuzz.ts'

/**
 * `pnpm fuzz [--cases N] [--seed N] [--workers N]` compares both evaluators. What it finds stands there at once, so that a
 * run that somebody ends early was not for nothing.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
})
const seed = seedOf(values.seed)
const cases = Number(values.cases)
const started = performance.now()

console.log(`differential: ${cases} cases from seed ${seed}; again with --seed ${seed} --cases ${cases}`)
const tally = await fuzz({
  cases,
  seed,
  workers: Math.min(Number(values.workers), cases),
  onDifference: (found) => console.log(`seed ${found.seed}\n${found.report}`),
  onProgress: sayEvery(50_000),
})
console.log(summaryOf(seed, tally))
process.exitCode = tally.differences.length > 0 ? 1 : 0

/** Says how far it is each time that many more cases are done. */
function sayEvery(step: number): NonNullable<Parameters<typeof fuzz>[0]['onProgress']> {
  let next = step
  return ({ evaluated, refused, differences }) => {
    const done = evaluated + refused
    if (done < next) return
    next = done - (done % step) + step
    const perSecond = Math.round((done / (performance.now() - started)) * 1000)
    console.log(`${done} of ${cases}, ${perSecond} a second, ${differences.length} different`)
  }
}
