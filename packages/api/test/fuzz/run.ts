/** Random requests as many as you like: `node packages/api/test/fuzz/run.ts --requests 1000000 [--seed 7]`. */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const startedAt = performance.now()
process.stdout.write(`seed ${seed}\n`)
const { requests, statuses, faults } = await fuzz({
  requests: Number(values.requests),
  seed,
  onProgress: (done) => {
    if (done % 10_000 === 0) process.stderr.write(`${done} requests\n`)
  },
})
const seconds = (performance.now() - startedAt) / 1_000
for (const [status, count] of [...statuses].toSorted(([left], [right]) => left - right))
  process.stdout.write(`${status}: ${count}\n`)
for (const fault of faults) process.stdout.write(`${fault}\n`)
process.stdout.write(`${requests} requests, ${faults.length} faults, ${seconds.toFixed(1)} s\n`)
process.exitCode = faults.length === 0 ? 0 : 1
