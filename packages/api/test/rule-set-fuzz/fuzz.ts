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
}

/** Uploads hostile rule sets one after another, and checks each that is taken. */
export async function fuzzRuleSets(world: World, { count, seed }: FuzzOptions): Promise<FuzzRun> {
  const failures: string[] = []
  const [upload, check] = [createStopwatch(), createStopwatch()]
  const before = prototypeOf()
  const loop = watchLoop()
  let [taken, fit] = [0, 0]
  for (let number = seed; number < seed + count; number++) {
    const { kind, text } = hostileOf(number)
    const what = `${kind} ${number}`
    const draft = await upload.time(what, () => send(world, '/v1/drafts', text))
    if (draft.status >= 500 || (draft.status !== 201 && draft.body.code === undefined))
      failures.push(`${what}: the upload was answered with ${draft.status}`)
    if (draft.status === 201) {
      taken++
      const checked = await check.time(what, () => send(world, `/v1/drafts/${draft.body.id}/check`))
      if (checked.status !== 200) failures.push(`${what}: the check was answered with ${checked.status}`)
      const { report } = checked.body
      if (report?.ok === true) fit++
      else if (report !== undefined && !explains(report)) failures.push(`${what}: refused, and nobody is told why`)
      await send(world, `/v1/drafts/${draft.body.id}`, undefined, 'DELETE')
    }
    if (prototypeOf() !== before) failures.push(`${what}: Object.prototype was changed`)
  }
  return {
    count,
    taken,
    fit,
    failures,
    slowest: { upload: upload.slowest(), check: check.slowest(), stall: loop.stop() },
  }
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
function watchLoop(): { readonly stop: () => number } {
  let before = process.threadCpuUsage()
  let longest = 0
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    longest = Math.max(longest, (user + system) / 1_000)
    before = process.threadCpuUsage()
  }, 1)
  return {
    stop: () => {
      clearInterval(timer)
      return longest
    },
  }
}

function prototypeOf(): string {
  return Object.getOwnPropertyNames(Object.prototype).join()
}
