import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMembers } from './campaigns.ts'
import { craft, guildAsking, guildRuleSet } from './guild.ts'
import { allowUnsigned, checkedDraft, publishNow, tenantOf } from './members.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ ruleSets: [craft], check: { random: 5, seconds: 20 } })
  await allowUnsigned(world)
  await publishNow(world, guildRuleSet())
  // those with two risks reach level 2 as soon as two are enough
  await addMembers(world, {
    risks: [...Array.from({ length: 12 }, () => 2), ...Array.from({ length: 20 }, () => 3), 1, 1, 1],
  })
})
afterAll(() => world.close())

const preview = async (document: unknown) => {
  const { id } = await checkedDraft(world, document, [])
  return world.ask('POST', `/v1/drafts/${id}/impact`, { as: world.credentials.association })
}

/** Twelve as it may be shown: a multiple of five beside it. */
const aboutTwelve = (value: number) => value === 10 || value === 15

describe('a preview', () => {
  test('counts who would move, by principle, and names the rule that moves them', async () => {
    const { status, body } = await preview(guildAsking(2, '1.1.0'))
    expect(status).toBe(200)
    const risk = body.principles.find(({ id }: { id: string }) => id === 'risk').counts
    expect(aboutTwelve(risk.up)).toBe(true)
    expect(risk).toMatchObject({ down: null, new: null, gone: null })
    expect(body.reasons).toMatchObject([
      { id: 'risk.c/2', kind: 'threshold', words: expect.stringContaining('at least 2') },
    ])
    expect(aboutTwelve(body.reasons[0].relationships)).toBe(true)
    expect(body).toMatchObject({
      sample: null,
      leastFirms: 5,
      before: { version: '1.0.0' },
      after: { version: '1.1.0' },
    })
  })

  test('tells nothing of few: three that would move look like none', async () => {
    const { body } = await preview(guildAsking(4, '1.1.0'))
    const plan = body.principles.find(({ id }: { id: string }) => id === 'plan').counts
    expect(plan.down).toBeNull()
    const { indicators } = guildRuleSet()['practice'] as { indicators: { conditions: unknown }[] }
    const asked = { fact: 'count', params: { of: 'risks' }, operator: 'notEqual', value: 1 }
    const aimed = guildRuleSet({
      version: '1.1.0',
      practice: {
        indicators: [...indicators.slice(0, 2), { ...indicators[2], conditions: { all: [asked] } }, indicators[3]],
      },
    })
    const few = (await preview(aimed)).body.principles.find(({ id }: { id: string }) => id === 'risk').counts
    expect(few.down).toBeNull()
  })

  test('says the same when it is asked again', async () => {
    const [first, second] = [await preview(guildAsking(2, '1.1.0')), await preview(guildAsking(2, '1.1.0'))]
    expect(second.body.principles).toEqual(first.body.principles)
  })

  test('changes nothing', async () => {
    const tenant = await tenantOf(world)
    const look = () =>
      world.store.read(tenant, async (tx) => ({
        pointer: await tx.ruleSets.pointer('guild'),
        scores: await tx.scores.list({ ruleSet: 'guild', limit: 500 }),
        relationships: await tx.relationships.list({ limit: 500 }),
      }))
    const before = await look()
    await preview(guildAsking(1, '1.1.0'))
    expect(await look()).toEqual(before)
  })

  test('holds no id of a firm or a relationship, and no score', async () => {
    const { body } = await preview(guildAsking(2, '1.1.0'))
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(JSON.stringify(body)).not.toContain('Harbour')
  })

  test('of a draft that was not checked, or of a first version that extends nothing, there is none', async () => {
    const as = world.credentials.association
    const draft = await world.ask('POST', '/v1/drafts', { as, body: { document: guildRuleSet() } })
    expect((await world.ask('POST', `/v1/drafts/${draft.body.id}/impact`, { as })).status).toBe(409)
    expect((await preview(guildRuleSet({ id: 'brand-new' }))).status).toBe(409)
  })
})
