import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CampaignWorker } from '../src/index.ts'
import { addMembers, startWorker, until, untilRolledOut } from './campaigns.ts'
import { craft, guildAsking, guildRuleSet } from './guild.ts'
import { allowUnsigned, publishNow, tenantOf } from './members.ts'
import { createWorld, type World } from './world.ts'

let world: World
let workers: CampaignWorker[]
beforeEach(async () => {
  world = await createWorld({ ruleSets: [craft], check: { random: 2, seconds: 20 } })
  workers = []
  await allowUnsigned(world)
})
afterEach(async () => {
  await Promise.all(workers.map(({ stop }) => stop()))
  await world.close()
})

const work = (count = 1) => {
  for (let index = 0; index < count; index++) workers.push(startWorker(world))
}
const path = '/v1/rule-sets/guild/rollout'
const ask = (method: string, body?: object) =>
  world.ask(method, path, { as: world.credentials.association, ...(body === undefined ? {} : { body }) })

/** Scores by relationship, with the digest that made them. */
async function scores(): Promise<Map<string, { score: number | null; digest: string }>> {
  const tenant = await tenantOf(world)
  const { items } = await world.store.read(tenant, (tx) => tx.scores.list({ ruleSet: 'guild', limit: 500 }))
  return new Map(
    items.map(({ relationship, digest, scores: { headline } }) => [relationship, { score: headline.score, digest }]),
  )
}

const many = (count: number, risks: number) => Array.from({ length: count }, () => risks)

describe('a rollout', () => {
  test('scores every relationship under the new version', async () => {
    const ids = await addMembers(world, { risks: many(6, 2) })
    const { body } = await publishNow(world, guildRuleSet())
    expect((await ask('GET')).body).toMatchObject({
      status: 'running',
      digest: body.digest,
      relationships: { done: 0 },
    })
    work()
    const done = await untilRolledOut(world, 'guild')
    expect(done.body).toMatchObject({ relationships: { total: 8, done: 8 }, chunks: { done: 1, failed: 0 } })
    const stored = await scores()
    for (const id of ids) expect(stored.get(id)?.digest).toBe(body.digest)
  })

  test('writes only what comes out differently, and counts which way it goes', async () => {
    const ids = await addMembers(world, { risks: [...many(10, 2), ...many(10, 3)] })
    await publishNow(world, guildRuleSet())
    work(2)
    await untilRolledOut(world, 'guild')
    const before = await scores()
    const { body } = await publishNow(world, guildAsking(2, '1.1.0'))
    const { body: rollout } = await untilRolledOut(world, 'guild')
    expect(rollout.relationships).toMatchObject({ total: 22, done: 22, changed: 10, up: 10, down: null })
    const after = await scores()
    const moved = ids.filter((id) => after.get(id)!.digest === body.digest)
    expect(moved).toEqual(ids.slice(0, 10))
    for (const id of moved) expect(after.get(id)!.score).toBeGreaterThan(before.get(id)!.score!)
  })

  test('of a version in which only words changed writes nothing', async () => {
    await addMembers(world, { risks: many(6, 2) })
    await publishNow(world, guildRuleSet())
    work()
    await untilRolledOut(world, 'guild')
    const before = await scores()
    await publishNow(world, guildRuleSet({ version: '1.0.1', description: 'In other words.' }))
    expect((await untilRolledOut(world, 'guild')).body.relationships).toMatchObject({ done: 8, changed: null })
    expect(await scores()).toEqual(before)
  })

  test('can be paused, goes on where it was, and is given up when the next version comes', async () => {
    await publishNow(world, guildRuleSet())
    expect((await ask('PATCH', { status: 'paused' })).body).toMatchObject({ status: 'paused', secondsLeft: null })
    work()
    await until(async () => (await world.store.queue.depth()).waiting === 0)
    expect((await ask('GET')).body.relationships.done).toBe(0)
    const first = (await ask('GET')).body.id
    await publishNow(world, guildAsking(2, '1.1.0'))
    expect((await untilRolledOut(world, 'guild')).body.id).not.toBe(first)
    expect((await ask('PATCH', { status: 'paused' })).status).toBe(409)
  })

  test('goes on after a pause', async () => {
    await publishNow(world, guildRuleSet())
    await ask('PATCH', { status: 'paused' })
    await ask('PATCH', { status: 'running' })
    work()
    expect((await untilRolledOut(world, 'guild')).body.relationships).toMatchObject({ total: 2, done: 2 })
  })

  test('takes effect once, whichever worker is stopped on the way', async () => {
    const tenant = await tenantOf(world)
    await addMembers(world, { risks: many(60, 2), sector: 'Joinery', size: 'micro' })
    const { body } = await publishNow(world, guildRuleSet())
    await ask('PATCH', { status: 'paused' })
    const input = { ruleSet: 'guild', digest: body.digest, from: null }
    const start = { kind: 'rescore', chunkSize: 2, input }
    const { id } = await world.store.write(tenant, (tx) => tx.campaigns.start(start))
    // a worker takes chunks and dies without a word; they come back when their time is over
    const taken = await world.store.queue.claim({ worker: 'dies', limit: 3, leaseMs: 1_000 })
    expect(taken).toHaveLength(3)
    work(3)
    const chunks = async () => (await world.store.read(tenant, (tx) => tx.campaigns.get(id)))!.progress
    await until(async () => (await chunks()).chunks.done > 3)
    await workers.shift()!.stop()
    await until(async () => (await chunks()).chunks.waiting === 0)
    world.clock.now = new Date(world.clock.now.getTime() + 60_000)
    await until(async () => (await chunks()).chunks.running === 0)
    // each relationship got its first score once: no chunk was left out, and none counted twice
    expect(await chunks()).toMatchObject({ chunks: { done: 31, dead: 0 }, relationships: { done: 62, changed: 62 } })
    const cells = await world.store.read(tenant, (tx) => tx.benchmarks.cells({ ruleSet: 'guild', quarter: '2026-Q4' }))
    const headline = cells.filter(({ principle, sector }) => principle === 'headline' && sector === 'joinery')
    expect(headline.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  })

  test('of what comes with the service is started by hand', async () => {
    const as = world.credentials.association
    const started = await world.ask('POST', '/v1/rule-sets/craft/rollout', { as })
    expect(started).toMatchObject({ status: 201, body: { ruleSet: 'craft', digest: craft.hash } })
    work()
    expect((await untilRolledOut(world, 'craft')).body.relationships.done).toBe(2)
    expect((await world.ask('POST', '/v1/rule-sets/nothing/rollout', { as })).status).toBe(404)
  })
})
