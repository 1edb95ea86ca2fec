/** Loads the service and a bare Hono service in the same run: `pnpm bench:service [--seconds N] [--write]`. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
// @boundaries-ignore PostgreSQL for tests is a tool of the whole repository
import { startPostgres } from '../../../tools/postgres.ts'
import { createCaller, expected } from '../test/caller.ts'
import { newFolder, startProcess, type Env, type ServiceProcess } from '../test/service-process.ts'
import { addMember, operator, type Member } from '../test/world.ts'
import { measure, type Load, type LoadRequest, type Measured } from './load.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, write: { type: 'boolean', default: false } },
})
const seconds = Number(values.seconds)
const lines: string[] = []
const row = (...cells: readonly (string | number)[]) => lines.push(`| ${cells.join(' | ')} |`)

row('Load', 'Requests/s', 'of bare Hono', 'p50 ms', 'p99 ms', 'Processor µs a request', 'of bare Hono', 'Failed')
row('---', '--:', '--:', '--:', '--:', '--:', '--:', '--:')
const bare = await measureBare()
report('bare Hono, hello', bare)
const { folder, remove } = newFolder()
const memory = await measureService('SQLite', { JOINERY_DATA: folder })
const postgres = await startPostgres()
await measureService('PostgreSQL', { DATABASE_URL: postgres.url, JOINERY_KEY: randomBytes(32).toString('base64') })
await postgres.stop()
remove()
const page = `# Benchmarks of the service

Made by \`pnpm bench:service --write\`: ${seconds} s of each load over 50 connections; the service, the client and the database
share ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}. Other work on the machine changes the rates and
the waiting; the processor time of the service for each request stays. Compare it with the bare service of the same minutes.
PostgreSQL's own time is not in it.

${lines.join('\n')}

On SQLite: ${memory.startMs} ms from the start of the process to "ready", of which ${memory.startCpuMs} ms are processor time;
${memory.idleMb} MB resident when idle, ${memory.loadedMb} MB after the loads.
`
console.log(page)
if (values.write) writeFileSync(new URL('../../docs/service-benchmarks.md', import.meta.url), page)

function report(name: string, { perSecond, p50, p99, failed, cpu }: Costed): void {
  const rate = `${Math.round((100 * perSecond) / bare.perSecond)} %`
  row(name, perSecond, rate, p50, p99, cpu, `${(cpu / bare.cpu).toFixed(1)} ×`, failed)
  console.error(lines.at(-1))
}

interface Costed extends Measured {
  /** Microseconds of processor time that the process took for each request. */
  readonly cpu: number
}

async function costed(pid: number, load: Load): Promise<Costed> {
  const before = cpuMsOf(pid)
  const measured = await measure(load)
  return { ...measured, cpu: Math.round(((cpuMsOf(pid) - before) * 1_000) / measured.answered) }
}

async function measureBare(): Promise<Costed> {
  const hello = spawn(process.execPath, [fileURLToPath(new URL('hello.ts', import.meta.url))])
  const [port] = (await once(hello.stdout, 'data')) as [Buffer]
  const measured = await costed(hello.pid!, {
    address: `http://127.0.0.1:${String(port).trim()}`,
    seconds,
    requests: [{ method: 'GET', path: '/' }],
  })
  hello.kill()
  return measured
}

interface Memory {
  readonly startMs: number
  readonly startCpuMs: number
  readonly idleMb: number
  readonly loadedMb: number
}

async function measureService(engine: string, env: Env): Promise<Memory> {
  const { key, env: operating } = operator()
  const startedAt = performance.now()
  const service = await startProcess({ ...operating, ...env })
  const startMs = Math.round(performance.now() - startedAt)
  const started = { startMs, startCpuMs: cpuMsOf(service.pid), idleMb: megabytesOf(service) }
  const member = await addMember(service.address, key)
  for (const [name, requests] of await loadsOf(service.address, member))
    report(`${engine}: ${name}`, await costed(service.pid, { address: service.address, seconds, requests }))
  const loadedMb = megabytesOf(service)
  await service.stop()
  return { ...started, loadedMb }
}

type NamedLoad = readonly [name: string, requests: readonly LoadRequest[]]

async function loadsOf(address: string, { firm, key }: Member): Promise<readonly NamedLoad[]> {
  const { call, close } = createCaller()
  const record = { org: { name: 'Harbour Joinery', headcount: 7 }, rel: { partnerName: 'Castell & Rowe Contractors' } }
  const path = `/v1/firms/${firm}/relationships`
  const { id } = await expected<{ id: string }>(call(address, { method: 'POST', path, key, body: { record } }), 201)
  const read = await call(address, { path: `/v1/relationships/${id}`, key })
  close()
  const authorization = `Bearer ${key}`
  const get = (at: string, headers = {}): LoadRequest => ({
    method: 'GET',
    path: at,
    headers: { authorization, ...headers },
  })
  const save: LoadRequest = {
    method: 'POST',
    path,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ record }),
  }
  const score = get(`/v1/relationships/${id}/score?ruleSet=iso-44003`)
  return [
    ['conditional read (304)', [get(`/v1/relationships/${id}`, { 'if-none-match': String(read.headers['etag']) })]],
    ['read of a relationship', [get(`/v1/relationships/${id}`)]],
    ['read with its score', [score]],
    ['durable write', [save]],
    ['90 % reads with score, 10 % writes', [...Array.from({ length: 9 }, () => score), save]],
  ]
}

function megabytesOf({ pid }: ServiceProcess): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  return Math.round((pages * 4_096) / 1_000_000)
}

/** User and system time, in ticks of 10 ms. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
