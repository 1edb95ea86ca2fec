/** Half an hour of mixed load: `node apps/server/test/long/soak.ts --minutes 30 --rate 200 [--engine postgres]`. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { startPostgres } from '../../../../tools/postgres.ts'
import { temporaryFolder } from '../service-process.ts'
import { growthOf, soak } from '../soak.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '200' },
    engine: { type: 'string', default: 'sqlite' },
  },
})
const { folder, remove } = temporaryFolder()
const postgres = values.engine === 'postgres' ? await startPostgres() : undefined
const env =
  postgres === undefined
    ? { JOINERY_DATA: folder }
    : { DATABASE_URL: postgres.url, JOINERY_KEY: randomBytes(32).toString('base64') }
const seconds = Number(values.minutes) * 60
const { samples, failures, ...rest } = await soak({
  env,
  seconds,
  rate: Number(values.rate),
  onSample: ({ second, memory, requests }) => {
    if (second % 60 < 5) console.error(`${second} s, ${memory} MB, ${requests} requests`)
  },
})
await postgres?.stop()
remove()
// caches fill up first: of the connections, of keys, of compiled rule sets
const warmUp = seconds / 3
const growth = growthOf(samples, warmUp)
const most = Math.max(...samples.map(({ memory }) => memory))
for (const failure of failures.slice(0, 20)) console.log(failure)
console.log(JSON.stringify({ ...rest, failures: failures.length, most, warmUp, growth }))
process.exitCode = failures.length === 0 && growth <= most / 20 ? 0 : 1
