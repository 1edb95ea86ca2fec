import type * as z from 'zod'
import type { CheckReport } from '../../src/schemas/check-report.ts'
import type { World } from '../world.ts'
import { hostileOf } from './hostile.ts'

/** What became of many hostile uploads. */
export interface FuzzRun {
  readonly count: number
  /** How many were taken as drafts, and how many of these a check found fit to publish. */
  readonly taken: number
  readonly fit: number
  /** What should never happen, in plain sentences. */
  readonly failures: readonly string[]
  /** Milliseconds that the serving thread was busy with an upload, and with a check; and the longest it served nobody. */
  readonly slowest: { readonly upload: Slow; readonly check: Slow; readonly stall: number }
}

interface Slow {
  readonly ms: number
  readonly what: string
}

export interface FuzzOptions {
  readonly count: number
  readonly seed: number
  /**
   * How often an upload is sent again after a long stall; the shortest counts. What a machine that is shared takes away is
   * booked as time of the thread too; what the upload itself takes, it takes each time.
   */
  readonly again?: number
}

/** No stall is to be longer, in milliseconds: nobody who asks for something else waits long. */
export const longStall = 100

/** Uploads hostile rule sets one after another, and checks each that is taken. */
export async function fuzzRuleSets(world: World, { count, seed, again = 0 }: FuzzOptions): Promise<FuzzRun> {
  const [failures, stopwatches] = [new Set<string>(), { upload: createStopwatch(), check: createStopwatch() }]
  const before = prototypeOf()
  const loop = watchLoop()
  let [taken, fit, stall] = [0, 0, 0]
  for (let number = seed; number < seed + count; number++) {
    const hostile = hostileOf(number)
    const what = `${hostile.kind} ${number}`
    const decide = async () => {
      // a request comes by way of the loop
      await new Promise((resolve) => setImmediate(resolve))
      loop.lap()
      const fate = await decided(world, { what, text: hostile.text, ...stopwatches })
      for (const failure of fate.failures) failures.add(`${what}: ${failure}`)
      return { ...fate, stall: loop.lap() }
    }
    const fate = await decide()
    let shortest = fate.stall
    for (let more = again; more > 0 && shortest >= longStall; more--)
      shortest = Math.min(shortest, (await decide()).stall)
    stall = Math.max(stall, shortest)
    taken += fate.taken ? 1 : 0
    fit += fate.fit ? 1 : 0
    if (prototypeOf() !== before) failures.add(`${what}: Object.prototype was changed`)
  }
  loop.stop()
  const slowest = { upload: stopwatches.upload.slowest(), check: stopwatches.check.slowest(), stall }
  return { count, taken, fit, failures: [...failures], slowest }
}

interface Upload {
  readonly what: string
  readonly text: string
  readonly upload: Stopwatch
  readonly check: Stopwatch
}

/** What became of one upload. */
async function decided(world: World, { what, text, upload, check }: Upload) {
  const failures: string[] = []
  const draft = await upload.time(what, () => send(world, '/v1/drafts', text))
  if (draft.status >= 500 || (draft.status !== 201 && draft.body.code === undefined))
    failures.push(`the upload was answered with ${draft.status}`)
  if (draft.status !== 201) return { failures, taken: false, fit: false }
  const checked = await check.time(what, () => send(world, `/v1/drafts/${draft.body.id}/check`))
  if (checked.status !== 200) failures.push(`the check was answered with ${checked.status}`)
  const { report } = checked.body
  const fit = report?.ok === true
  if (report !== undefined && !fit && !explains(report)) failures.push('refused, and nobody is told why')
  await send(world, `/v1/drafts/${draft.body.id}`, undefined, 'DELETE')
  return { failures, taken: true, fit }
}

function explains({ faults, cases, change, comparison }: z.input<typeof CheckReport>): boolean {
  const errors = faults.filter(({ severity }) => severity === 'error')
  return (
    errors.length + cases.failures.length + (comparison?.differences.length ?? 0) > 0 || change?.isBigEnough === false
  )
}

// oxlint-disable-next-line max-params -- what a request is made of
async function send({ api, credentials }: World, path: string, body?: string, method = 'POST') {
  const response = await api.request(path, {
    method,
    headers: {
      authorization: `Bearer ${credentials.association}`,
      'if-match': '*',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}

type Stopwatch = ReturnType<typeof createStopwatch>

function createStopwatch() {
  let slowest: Slow = { ms: 0, what: 'nothing' }
  return {
    slowest: () => slowest,
    time: async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      // time of this thread alone: others may keep the machine busy
      const before = process.threadCpuUsage()
      const done = await work()
      const { user, system } = process.threadCpuUsage(before)
      const ms = (user + system) / 1_000
      if (ms > slowest.ms) slowest = { ms, what }
      return done
    },
  }
}

/**
 * The longest that this thread worked without looking at its clock: so long nobody else was served. In time of the thread, for
 * a busy machine makes everybody wait.
 */
function watchLoop() {
  let before = process.threadCpuUsage()
  let longest = 0
  const look = () => {
    const { user, system } = process.threadCpuUsage(before)
    longest = Math.max(longest, (user + system) / 1_000)
    before = process.threadCpuUsage()
  }
  const timer = setInterval(look, 1)
  return {
    /** The longest since this was asked last. */
    lap: () => {
      look()
      const lap = longest
      longest = 0
      return lap
    },
    stop: () => clearInterval(timer),
  }
}

function prototypeOf(): string {
  return Object.getOwnPropertyNames(Object.prototype).join()
}
