import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CampaignWorker } from '../src/index.ts'
import { addMembers, startWorker, until, untilRolledOut } from './campaigns.ts'
import { craft, guildRuleSet } from './guild.ts'
import { allowUnsigned, publishNow } from './members.ts'
import { createWorld, type World } from './world.ts'

interface Spread {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

let world: World
let worker: CampaignWorker
const ask = (path: string, as = world.credentials.association) => world.ask('GET', path, { as })

beforeAll(async () => {
  world = await createWorld({ ruleSets: [craft], check: { random: 2, seconds: 20 } })
  await allowUnsigned(world)
  await publishNow(world, guildRuleSet())
  await addMembers(world, { risks: [0, 1, 1, 2, 3, 3, 3, 4], sector: 'Joinery', size: 'micro' })
  await addMembers(world, { risks: [1, 3], sector: 'joinery ', size: 'small' })
  await addMembers(world, { risks: [1, 2, 3, 3, 3, 3, 3], sector: 'Glazing', size: 'micro', consents: false })
  worker = startWorker(world)
  await untilRolledOut(world, 'guild')
})
afterAll(async () => {
  await worker.stop()
  await world.close()
})

describe('benchmarks', () => {
  test('are not there before a quarter is over', async () => {
    expect((await ask('/v1/benchmarks/guild')).status).toBe(404)
  })

  test('are frozen by themselves when the quarter is over', async () => {
    world.clock.now = new Date('2027-01-02T08:00:00.000Z')
    await until(async () => (await ask('/v1/benchmarks/guild')).status === 200)
    const { body } = await ask('/v1/benchmarks/guild?sector=Joinery&size=micro')
    expect(body).toMatchObject({ quarter: '2026-Q4', asOf: '2026-12-31', leastFirms: 5 })
  })

  test('a small group is hidden, and so is the one that would give it away', async () => {
    const { body } = await ask('/v1/benchmarks/guild?sector=joinery&size=micro')
    expect(body.group).toEqual({ sector: 'joinery', size: null })
    expect(body.principles.risk).toMatchObject({ firms: 10, relationships: 10 })
    const small = (await ask('/v1/benchmarks/guild?sector=joinery&size=small')).body
    expect(small.group).toEqual({ sector: 'joinery', size: null })
  })

  test('quartiles are in order, and on the scale', async () => {
    const { body } = await ask('/v1/benchmarks/guild')
    for (const { lower, median, upper } of Object.values<Spread>(body.principles)) {
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(median).toBeGreaterThanOrEqual(lower)
      expect(upper).toBeGreaterThanOrEqual(median)
      expect(upper).toBeLessThanOrEqual(4)
    }
  })

  test('who has not consented is in no figure', async () => {
    const { body } = await ask('/v1/benchmarks/guild?sector=glazing')
    expect(body.group).toEqual({ sector: null, size: null })
    expect(body.principles.risk.firms).toBe(10)
  })

  test('what is frozen stays, whatever comes after', async () => {
    const before = (await ask('/v1/benchmarks/guild?sector=joinery')).body
    await addMembers(world, { risks: [0, 0, 0, 0, 0], sector: 'Joinery', size: 'small' })
    const as = world.credentials.association
    expect((await world.ask('POST', '/v1/benchmarks/guild/quarters', { as })).status).toBe(409)
    expect((await ask('/v1/benchmarks/guild?sector=joinery')).body).toEqual(before)
    const { body } = await ask('/v1/benchmarks/guild/quarters')
    expect(body.items).toMatchObject([{ quarter: '2026-Q4' }])
  })

  test('a member reads them too, and another association has its own', async () => {
    expect((await ask('/v1/benchmarks/guild', world.own.key)).status).toBe(200)
    expect((await ask('/v1/benchmarks/guild', world.credentials.otherAssociation)).status).toBe(404)
  })
})
