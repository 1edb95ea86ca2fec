/** As one association against another: `node packages/api/test/isolation/run.ts --requests 100000 [--seed 7]`. */
import { parseArgs } from 'node:util'
import { attack } from './attack.ts'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const startedAt = performance.now()
console.log(`seed ${seed}`)
const { statuses, accepted, aimed, letIn, changed } = await attack({
  engine: 'sqlite',
  requests: Number(values.requests),
  seed,
  onProgress: (done) => {
    if (done % 5_000 === 0) console.error(`${done} requests, ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`)
  },
})
for (const [status, count] of [...statuses].toSorted(([left], [right]) => left - right))
  console.log(`${status}: ${count}`)
for (const fault of [...letIn, ...changed.map((place) => `changed: ${place}`)]) console.log(fault)
console.log(
  `${values.requests} requests, ${aimed} at things of the other association; ${accepted} took effect, ${letIn.length} on foreign things; ${changed.length} places changed`,
)
process.exitCode = letIn.length + changed.length === 0 ? 0 : 1
