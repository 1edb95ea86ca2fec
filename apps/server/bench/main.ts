/**
 * Loads the service and a bare Hono service in the same run:
 * `pnpm bench:service [--seconds N] [--relationships N] [--engine sqlite|postgres] [--loads TEXT] [--write]`. With `--loads`,
 * only the loads whose names have that text in them; `--loads none` only scores everything again.
 */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
// @boundaries-ignore PostgreSQL for tests is a tool of the whole repository
import { clearUp, startPostgres } from '../../../tools/postgres.ts'
import { temporaryFolder } from '../test/service-process.ts'
import { operator } from '../test/world.ts'
import { addAssociation } from './association.ts'
import { measure, type Measured } from './load.ts'
import { loadsOf } from './loads.ts'
import { pageOf, type EngineReport } from './page.ts'
import { megabytesOf, startBare, startService } from './processes.ts'
import { rescore } from './rescore.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    relationships: { type: 'string', default: '200000' },
    engine: { type: 'string', default: '' },
    loads: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
/** As the guide to running the service says; otherwise it fills new files with zeros in the middle, 16 MB at a time. */
const roomForItsLog = { min_wal_size: '2GB', max_wal_size: '4GB' }
const bareRuns: Measured[] = []
const { folder, remove } = temporaryFolder()
const engines: EngineReport[] = []
if (values.engine !== 'postgres')
  engines.push(await measureEngine('SQLite', `sqlite:${join(folder, 'joinery.sqlite')}`))
if (values.engine !== 'sqlite') {
  const postgres = await startPostgres(roomForItsLog)
  engines.push(await measureEngine('PostgreSQL', postgres.url))
  await postgres.stop()
}
remove()
if (bareRuns.length === 0) await measureBare()
const bare = bareRuns.toSorted((left, right) => left.perSecond - right.perSecond)[Math.floor(bareRuns.length / 2)]!
const page = pageOf({ seconds, bare, engines })
console.log(page)
if (values.write) writeFileSync(new URL('../../docs/service-benchmarks.md', import.meta.url), page)

async function measureEngine(engine: string, url: string): Promise<EngineReport> {
  const masterKey = randomBytes(32)
  console.error(`${engine}: filling`)
  const association = await addAssociation({ url, masterKey, relationships: Number(values.relationships) })
  const tidied = () => (engine === 'PostgreSQL' ? clearUp(url) : Promise.resolve())
  await tidied()
  const env = { ...operator().env, DATABASE_URL: url, JOINERY_KEY: masterKey.toString('base64') }
  const service = await startService(folder, env)
  const idleMb = megabytesOf(service)
  let loadedMb = idleMb
  const rescored = await rescore(service.address, association, 5)
  console.error(JSON.stringify(rescored))
  await tidied()
  loadedMb = Math.max(loadedMb, megabytesOf(service))
  const loads: Measured[] = []
  for (const load of await loadsOf(service.address, association)) {
    if (!load.name.includes(values.loads)) continue
    if (loads.length % 3 === 0) await measureBare()
    const measured = await measure(service, load, seconds)
    console.error(JSON.stringify(measured))
    loads.push(measured)
    loadedMb = Math.max(loadedMb, megabytesOf(service))
  }
  await service.stop()
  return { engine, startMs: service.startMs, idleMb, loadedMb, loads, rescored }
}

async function measureBare(): Promise<void> {
  const hello = await startBare()
  const load = { name: 'bare Hono, hello', requests: [[{ method: 'GET', path: '/' } as const]] }
  bareRuns.push(await measure(hello, load, seconds))
  await hello.stop()
  console.error(JSON.stringify(bareRuns.at(-1)))
}
