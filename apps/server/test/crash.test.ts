import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { newDatabase } from '../../../tools/test-database.ts'
import { crashTrials } from './crash-trials.ts'
import { restartTrials } from './restart-trials.ts'
import { newFolder } from './folders.ts'
import { type Env } from './service-process.ts'

const folder = newFolder()

const places: readonly (readonly [engine: string, env: () => Promise<Env>])[] = [
  ['SQLite', () => Promise.resolve({ JOINERY_DATA: `${folder}/${randomBytes(4).toString('hex')}` })],
  ['PostgreSQL', async () => ({ DATABASE_URL: await newDatabase(), JOINERY_KEY: randomBytes(32).toString('base64') })],
]

// `node apps/server/test/long/crash.ts --trials 200` does the same for longer
describe.each(places)('on %s', (_, env) => {
  test(
    'nothing that was acknowledged is lost or doubled when the service is killed while clients write',
    { timeout: 180_000 },
    async () => {
      const { acknowledged, ...wrong } = await crashTrials({ env: await env(), trials: 2, clients: 8 })
      expect(wrong).toEqual({ trials: 2, lost: [], doubled: [], other: [], refused: [] })
      expect(acknowledged).toBeGreaterThanOrEqual(16)
    },
  )

  test(
    'no request that was let in fails when the service is asked to end while clients write',
    { timeout: 180_000 },
    async () => {
      const { acknowledged, ...rest } = await restartTrials({ env: await env(), restarts: 2, clients: 8 })
      expect(rest).toEqual({ restarts: 2, failures: [], exitCodes: [0, 0, 0], lost: [], doubled: [] })
      expect(acknowledged).toBeGreaterThanOrEqual(16)
    },
  )
})
