import { execFileSync } from 'node:child_process'
import { createCaller, type Call } from './caller.ts'
import { startProcess, type Env } from './service-process.ts'
import { addMember, operator, type Member } from './world.ts'

export interface SoakOptions {
  /** Where the data are. */
  readonly env: Env
  readonly seconds: number
  /** Requests in a second, all clients together. */
  readonly rate: number
  readonly onSample?: (sample: Sample) => void
}

export interface Sample {
  readonly second: number
  /** Resident memory of the service, in MB. */
  readonly memory: number
  readonly requests: number
}

export interface Soak {
  readonly requests: number
  /** Milliseconds: half, and 99 of 100, were answered in. */
  readonly p50: number
  readonly p99: number
  /** Answers other than those that the requests ask for, by what was asked. */
  readonly failures: readonly string[]
  readonly samples: readonly Sample[]
}

const clients = 16
const sampleEveryMs = 5_000

/** An even, mixed load on the service for a while: reads, scores, lists, changes, new relationships and the end of others. */
export async function soak({ env, seconds, rate, onSample }: SoakOptions): Promise<Soak> {
  const { key, env: operating } = operator()
  const service = await startProcess({ ...env, ...operating })
  const member = await addMember(service.address, key)
  const tally: Tally = { times: [], failures: [] }
  const samples: Sample[] = []
  const began = performance.now()
  const sample = () => {
    const second = Math.round((performance.now() - began) / 1_000)
    const taken = { second, memory: residentMemory(service.pid), requests: tally.times.length }
    samples.push(taken)
    onSample?.(taken)
  }
  const timer = setInterval(sample, Math.min(sampleEveryMs, seconds * 250))
  const until = began + seconds * 1_000
  const client = (number: number) => runClient({ address: service.address, member, number, until, rate, tally })
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  clearInterval(timer)
  sample()
  const exitCode = await service.stop()
  if (exitCode !== 0) tally.failures.push(`the service ended with ${exitCode}`)
  const times = tally.times.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  return { requests: times.length, p50: at(0.5), p99: at(0.99), failures: tally.failures, samples }
}

interface Tally {
  readonly times: number[]
  readonly failures: string[]
}

interface Client {
  readonly address: string
  readonly member: Member
  readonly number: number
  readonly until: number
  readonly rate: number
  readonly tally: Tally
}

async function runClient({ address, member, number, until, rate, tally }: Client): Promise<void> {
  const { call, close } = createCaller()
  const interval = (1_000 * clients) / rate
  const ask: Ask = async (what, wanted, message) => {
    const started = performance.now()
    const reply = await call(address, { key: member.key, ...message })
    tally.times.push(performance.now() - started)
    if (reply.status !== wanted) tally.failures.push(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply
  }
  const relationship = await add(ask, member, `Partner ${number}`)
  let next = performance.now() + (number / clients) * interval
  for (let turn = 0; performance.now() < until; turn++) {
    await pause(next - performance.now())
    // a machine that cannot keep up asks less, and does not pile up requests
    next = Math.max(next + interval, performance.now())
    await turns[turn % turns.length]!({ ask, member, relationship, turn })
  }
  close()
}

type Ask = (what: string, wanted: number, message: Parameters<Call>[1]) => ReturnType<Call>
type Turn = (place: {
  readonly ask: Ask
  readonly member: Member
  readonly relationship: string
  readonly turn: number
}) => Promise<unknown>

const read: Turn = ({ ask, relationship }) => ask('read', 200, { path: `/v1/relationships/${relationship}` })
const score: Turn = ({ ask, relationship }) =>
  ask('score', 200, { path: `/v1/relationships/${relationship}/score?ruleSet=iso-44003` })
const list: Turn = ({ ask, member }) => ask('list', 200, { path: `/v1/firms/${member.firm}/relationships?limit=20` })

const readAgain: Turn = async ({ ask, relationship }) => {
  const path = `/v1/relationships/${relationship}`
  const { headers } = await ask('read', 200, { path })
  await ask('read again', 304, { path, headers: { 'if-none-match': String(headers['etag']) } })
}

const change: Turn = ({ ask, relationship, turn }) =>
  ask('change', 200, {
    method: 'PATCH',
    path: `/v1/relationships/${relationship}`,
    headers: { 'if-match': '*' },
    body: { rel: { revenueShare: (turn % 100) / 100 } },
  })

const comeAndGo: Turn = async ({ ask, member, turn }) => {
  const relationship = await add(ask, member, `Passer-by ${turn}`)
  await ask('keep', 201, {
    method: 'POST',
    path: `/v1/relationships/${relationship}/results`,
    body: { ruleSet: 'iso-44003' },
  })
  await ask('delete', 204, {
    method: 'DELETE',
    path: `/v1/relationships/${relationship}`,
    headers: { 'if-match': '*' },
  })
}

/** Nine reads of ten. */
const turns: readonly Turn[] = [
  read,
  score,
  readAgain,
  list,
  score,
  read,
  change,
  readAgain,
  score,
  read,
  list,
  score,
  read,
  readAgain,
  read,
  score,
  read,
  comeAndGo,
]

async function add(ask: Ask, { firm }: Member, partnerName: string): Promise<string> {
  const { body } = await ask('add', 201, {
    method: 'POST',
    path: `/v1/firms/${firm}/relationships`,
    body: { record: { rel: { partnerName, kind: 'customer' }, rmp: { owner: 'Ada Harbour' } } },
  })
  return (body as { readonly id: string }).id
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}

function residentMemory(pid: number): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024)
}

/** MB by which memory has grown after the warm-up, from the middle of its first quarter to the middle of its last. */
export function growthOf(samples: readonly Sample[], warmUpSeconds: number): number {
  const warm = samples.filter(({ second }) => second >= warmUpSeconds).map(({ memory }) => memory)
  const quarter = Math.max(1, Math.floor(warm.length / 4))
  return medianOf(warm.slice(-quarter)) - medianOf(warm.slice(0, quarter))
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
