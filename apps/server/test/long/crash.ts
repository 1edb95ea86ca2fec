/** Kills and restarts the service for longer than a test run: `node apps/server/test/long/crash.ts --trials 200 --engine sqlite`. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { startPostgres } from '../../../../tools/postgres.ts'
import { crashTrials } from '../crash-trials.ts'
import { restartTrials } from '../restart-trials.ts'
import { temporaryFolder } from '../service-process.ts'

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '200' },
    engine: { type: 'string', default: 'sqlite' },
    graceful: { type: 'boolean', default: false },
  },
})
const { folder, remove } = temporaryFolder()
const postgres = values.engine === 'postgres' ? await startPostgres() : undefined
const env =
  postgres === undefined
    ? { JOINERY_DATA: folder }
    : { DATABASE_URL: postgres.url, JOINERY_KEY: randomBytes(32).toString('base64') }
const report = (trial: number, acknowledged: number) => {
  if (trial % 10 === 0) console.error(`${trial} trials, ${acknowledged} acknowledged`)
}
const trials = Number(values.trials)
const result = values.graceful
  ? await restartTrials({ env, restarts: trials, clients: 8, onRestart: report })
  : await crashTrials({ env, trials, clients: 8, onTrial: report })
console.log(JSON.stringify(result))
await postgres?.stop()
remove()
const wrong = [result.lost, result.doubled, 'failures' in result ? result.failures : result.other].flat()
process.exitCode = wrong.length === 0 ? 0 : 1
