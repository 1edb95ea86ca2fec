import type { Engine } from '@joinery/store'
import fc from 'fast-check'
import { operations } from '../../src/index.ts'
import { describedService } from '../fuzz/fuzz.ts'
import type { Names } from '../fuzz/names.ts'
import { fuzzRequests, type FuzzRequest } from '../fuzz/requests.ts'
import { send, type FuzzPlace } from '../fuzz/send.ts'
import { craft } from '../guild.ts'
import { createWorld } from '../world.ts'
import { furnishNeighbour } from './neighbour.ts'

export interface AttackOptions {
  readonly engine: Engine
  readonly requests: number
  readonly seed: number
  readonly onProgress?: (done: number) => void
}

export interface Attack {
  readonly statuses: ReadonlyMap<number, number>
  /** Requests that took effect, on the attacker's own things. */
  readonly accepted: number
  /** Requests that named a thing of the neighbour. */
  readonly aimed: number
  /** Those of them that were let in although the operation is not open to everybody. */
  readonly letIn: readonly string[]
  /** Places where what the neighbour sees is not what it was. */
  readonly changed: readonly string[]
}

/** As everybody in one association, asks for anything, mostly about things of the other one; then looks what has changed there. */
export async function attack({ engine, requests, seed, onProgress }: AttackOptions): Promise<Attack> {
  const world = await createWorld({ engine, ruleSets: [craft], check: { random: 1, seconds: 20 } })
  const { own, foreign, look } = await furnishNeighbour(world)
  const before = await look()
  const place: FuzzPlace = { world, names: { own, sibling: own, foreign } }
  const tally: Tally = { statuses: new Map(), accepted: 0, aimed: 0, letIn: [] }
  const arbitrary = attacks()
  for (let done = 0; done < requests; done += chunk) {
    const made = fc.sample(arbitrary, { numRuns: Math.min(chunk, requests - done), seed: seed + done })
    await Promise.all(made.map((request) => sendOne(request, place, tally)))
    onProgress?.(done + made.length)
  }
  const after = await look()
  await world.close()
  return { ...tally, changed: differences(before, after) }
}

const chunk = 50

/** The requests of the fuzzer, by those who belong to the one association, half of them about things of the other. */
function attacks(): fc.Arbitrary<FuzzRequest> {
  const inside = operations.filter(({ access }) => access.scope === 'public' || access.allow.operator === undefined)
  return fc
    .tuple(fuzzRequests(inside, describedService()), fc.boolean())
    .filter(([{ as }]) => as !== 'operator')
    .map(([request, aims]) => (aims ? { ...request, target: 'foreign' as const } : request))
}

interface Tally {
  readonly statuses: Map<number, number>
  accepted: number
  aimed: number
  readonly letIn: string[]
}

async function sendOne(request: FuzzRequest, place: FuzzPlace, tally: Tally): Promise<void> {
  const { operation, target, as } = request
  const { status } = await send(request, place)
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1)
  if (status < 300) tally.accepted++
  if (target !== 'foreign' || !namesSomething(operation.path, place.names)) return
  tally.aimed++
  if (status < 400 && operation.access.scope !== 'public') tally.letIn.push(`${operation.id} as ${as}: ${status}`)
}

/** Rule sets are named by those who write them: two associations may use one name for their own. */
function namesSomething(path: string, { own, foreign }: Record<'foreign' | 'own', Names>): boolean {
  return [...path.matchAll(/\{(\w+)\}/g)].some(([, name]) => name !== 'ruleSet' && own[name!] !== foreign[name!])
}

function differences(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])
}
