import fc from 'fast-check'
import { openApiDocument, operations } from '../../src/index.ts'
import { craft } from '../guild.ts'
import { createWorld, type World } from '../world.ts'
import { createJudge, describeAnswer, type Judge } from './judge.ts'
import { namesIn } from './names.ts'
import { fuzzRequests, type Document, type FuzzRequest } from './requests.ts'
import { send } from './send.ts'

export interface FuzzOptions {
  readonly requests: number
  readonly seed: number
  /** Another description than the true one, to see that it is found out. */
  readonly judgedBy?: Document
  /** Ends with so many faults. */
  readonly most?: number
  readonly onProgress?: (done: number) => void
}

export interface FuzzReport {
  readonly requests: number
  /** How often each status was answered: a fuzzer that is never let in finds nothing. */
  readonly statuses: ReadonlyMap<number, number>
  readonly accepted: ReadonlySet<string>
  readonly faults: readonly string[]
}

/** Sends random requests to a service of its own and judges every answer by the OpenAPI document. */
export async function fuzz({
  requests,
  seed,
  judgedBy = describedService(),
  most = 20,
  onProgress,
}: FuzzOptions): Promise<FuzzReport> {
  const judge = createJudge(judgedBy)
  const run: Run = { ...(await begin()), statuses: new Map(), accepted: new Set(), faults: [] }
  const arbitrary = fuzzRequests(operations, describedService())
  for (let done = 0; done < requests && run.faults.length < most; done += chunk) {
    if (done > 0 && done % worldLasts === 0) {
      await end(run)
      Object.assign(run, await begin())
    }
    const made = fc.sample(arbitrary, { numRuns: Math.min(chunk, requests - done), seed: seed + done })
    // many at once, as in life: their changes share commits, and meet
    await Promise.all(made.map((request) => sendOne(request, judge, run)))
    onProgress?.(done + made.length)
  }
  await end(run)
  return { requests, ...run }
}

/** So many requests are made up at a time, however many there are to be. */
const chunk = 50

/** Records, lists and the audit log grow with every request, and reading them whole takes longer: begin anew in time. */
const worldLasts = 1_500

async function begin(): Promise<Pick<Run, 'world' | 'names' | 'untouched'>> {
  const world = await createWorld({ ruleSets: [craft], check: { random: 1, seconds: 20 } })
  const names = await namesIn(world)
  return { world, names, untouched: await digestOfOther(world) }
}

/** Whatever was sent, nothing of the other association has changed: not a byte. */
async function end({ world, untouched, faults }: Run): Promise<void> {
  if ((await digestOfOther(world)) !== untouched) faults.push('something of another association has changed')
  await world.close()
}

async function digestOfOther({ ask, store, credentials }: World): Promise<string> {
  const { body } = await ask('GET', '/v1/whoami', { as: credentials.otherAssociation })
  const tenant = await store.tenant(body.association as string)
  return store.digest(tenant!)
}

async function sendOne(request: FuzzRequest, judge: Judge, run: Run): Promise<void> {
  const answer = await send(request, run)
  run.statuses.set(answer.status, (run.statuses.get(answer.status) ?? 0) + 1)
  if (answer.status < 300) run.accepted.add(request.operation.id)
  const fault = judge(request, answer)
  if (fault !== undefined) run.faults.push(describeAnswer(request, answer, fault))
}

export function describedService(): Document {
  return JSON.parse(JSON.stringify(openApiDocument(operations))) as Document
}

interface Run {
  world: World
  names: Awaited<ReturnType<typeof namesIn>>
  /** Digest of everything of the other association, before anything was sent. */
  untouched: string
  readonly statuses: Map<number, number>
  readonly accepted: Set<string>
  readonly faults: string[]
}
