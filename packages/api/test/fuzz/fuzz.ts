import fc from 'fast-check'
import { openApiDocument, operations } from '../../src/index.ts'
import { craft, guildRuleSet } from '../guild.ts'
import { createWorld, type World } from '../world.ts'
import { createJudge, describeAnswer, type FuzzAnswer, type Judge } from './judge.ts'
import { namesIn, namesOfNothing, type Names } from './names.ts'
import { fuzzRequests, someResult, type Document, type FuzzRequest } from './requests.ts'

export interface FuzzOptions {
  readonly requests: number
  readonly seed: number
  /** Another description than the true one, to see that it is found out. */
  readonly judgedBy?: Document
  /** Ends with so many faults. */
  readonly most?: number
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

async function send(request: FuzzRequest, run: Run): Promise<FuzzAnswer> {
  const { operation, body, mediaType, headers, as } = request
  const credential = as === 'rubbish' ? 'sk_live_rubbish' : as === 'anonymous' ? undefined : run.world.credentials[as]
  const content = body.is === 'none' ? {} : { body: body.is === 'json' ? JSON.stringify(body.value) : body.text }
  const response = await run.world.api.request(pathOf(request, await namesFor(request, run)), {
    method: operation.method.toUpperCase(),
    headers: {
      ...headers,
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
      ...(body.is === 'none' || mediaType === '' ? {} : { 'content-type': mediaType }),
    },
    ...content,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Whose things are asked for. What destroys them gets some that were made for it. */
async function namesFor({ operation, target, rubbish }: FuzzRequest, { world, names }: Run): Promise<Names> {
  if (target === 'nowhere') return namesOfNothing
  if (target === 'rubbish') return Object.fromEntries(Object.keys(names.own).map((name) => [name, rubbish]))
  const known = names[target]
  // nobody who asks here belongs to the other association: its things can be aimed at as they are
  if (target === 'foreign') return known
  const { key } = world[target]
  const spare = async (as: string, path: string, body: object) => (await world.ask('POST', path, { as, body })).body
  switch (operation.id) {
    case 'eraseFirm':
      return { ...known, firm: (await spare(world.credentials.association, '/v1/firms', { name: 'Short-lived' })).id }
    case 'deleteRelationship':
      return {
        ...known,
        relationship: (await spare(key, `/v1/firms/${known['firm']}/relationships`, { record: {} })).id,
      }
    case 'revokeKey':
    case 'rotateKey':
      return { ...known, key: (await spare(key, '/v1/keys', aSpareKey)).key.id }
    case 'deleteDraft':
      return {
        ...known,
        draft: (await spare(world.credentials.association, '/v1/drafts', { document: guildRuleSet() })).id,
      }
    default:
      return known
  }
}

const aSpareKey = { kind: 'publishable', label: 'Spare', origins: ['https://spare.example'] }

function pathOf({ operation: { path, id }, query, rubbish }: FuzzRequest, names: Names): string {
  const fixed: Names = { purpose: 'benchmark', code: 'not-found', ...names }
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => fixed[id === 'revokeSigningKey' ? 'signingKey' : name] ?? rubbish,
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    search.set(name, String(value === someResult ? names['result'] : value))
  return search.size === 0 ? filled : `${filled}?${search.toString()}`
}
