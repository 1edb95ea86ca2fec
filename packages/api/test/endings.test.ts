import { expect, onTestFinished, test } from 'vitest'
import { limits } from '../src/limits.ts'
import { sweepEndings } from '../src/index.ts'
import { tenantOf } from './members.ts'
import { linkTo } from './partner-examples.ts'
import { createWorld, type World } from './world.ts'

const ratings = { reliability: 4, openness: 5, fairness: 4, capability: 5 }

async function newWorld(): Promise<World> {
  const world = await createWorld()
  onTestFinished(() => world.close())
  return world
}

function daysLater({ clock }: World, days: number): void {
  clock.now = new Date(clock.now.getTime() + days * 86_400_000)
}

const sweep = async ({ store, clock, ...world }: World) =>
  sweepEndings(store, await tenantOf({ store, clock, ...world }), { now: clock.now })

test('what one side said in a round that the other did not answer in time is thrown away, and the log says so', async () => {
  const world = await newWorld()
  const tenant = await tenantOf(world)
  const { relationship, key } = world.own
  const path = `/v1/relationships/${relationship}/pulse`
  expect((await world.ask('POST', path, { as: key, body: ratings })).status).toBe(200)
  const said = async () => {
    const kept = await world.store.read(tenant, (tx) => tx.exchanges.list({ relationship, kind: 'pulse', limit: 5 }))
    return kept.items.map(({ state, content }) => ({ state, content }))
  }
  const before = await said()
  expect(before).toMatchObject([{ state: 'sealed', content: { us: ratings } }])
  daysLater(world, limits.pulseDays - 1)
  expect(await sweep(world)).toBe(0)
  expect(await said()).toEqual(before)
  daysLater(world, 1)
  expect(await sweep(world)).toBe(1)
  expect(await said()).toEqual([{ state: 'closed', content: {} }])
  expect(await sweep(world)).toBe(0)
  const entries = await world.store.read(tenant, (tx) => tx.audit.list({ limit: 50 }))
  const ends = entries.items.filter(({ action }) => action === 'pulse.end')
  expect(ends).toMatchObject([{ actor: 'system', target: `relationship/${relationship}`, firm: world.own.firm }])
  // the next round begins as if there had been none
  expect((await world.ask('POST', path, { as: key, body: ratings })).status).toBe(200)
  expect((await world.ask('GET', path, { as: key })).body).toMatchObject({
    waiting: { answered: ['us'] },
    opened: null,
  })
})

test('a link that nobody used goes a month after its end; one by which the partner came stays', async () => {
  const world = await newWorld()
  const expiresAt = new Date(world.clock.now.getTime() + 86_400_000).toISOString()
  const path = `/v1/relationships/${world.own.relationship}`
  await linkTo(world, world.own, { label: 'Nobody came', expiresAt })
  const as = await linkTo(world, world.own, { label: 'Somebody came', expiresAt })
  expect((await world.ask('GET', path, { as })).status).toBe(200)
  const uses = async () => {
    const { body } = await world.ask('GET', `${path}/links`, { as: world.own.key })
    const known = body.items.map(({ label, used }: { label: string; used: number }) => [label, used])
    return Object.fromEntries(known.filter(([label]: [string]) => label.endsWith(' came')))
  }
  const all = { 'Nobody came': 0, 'Somebody came': 1 }
  await expect.poll(uses).toEqual(all)
  daysLater(world, limits.endedDays)
  await sweep(world)
  expect(await uses()).toEqual(all)
  daysLater(world, 2)
  expect(await sweep(world)).toBeGreaterThan(0)
  expect(await uses()).toEqual({ 'Somebody came': 1 })
})
