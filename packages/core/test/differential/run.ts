import { parseArgs } from 'node:util'
import { fuzz, seedOf, summaryOf } from './fuzz.ts'

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

const tally = await fuzz({
  cases,
  seed,
  workers: Math.min(Number(values.workers), cases),
  onProgress: ({ evaluated, refused, differences }) => {
    const done = evaluated + refused
    const perSecond = Math.round((done / (performance.now() - started)) * 1000)
    process.stderr.write(`\r${done} of ${cases}, ${perSecond} a second, ${differences.length} different `)
  },
})

process.stderr.write('\n')
for (const difference of tally.differences) process.stdout.write(`seed ${difference.seed}\n${difference.report}\n`)
process.stdout.write(`${summaryOf(seed, tally)}\n`)
process.exitCode = tally.differences.length > 0 ? 1 : 0
