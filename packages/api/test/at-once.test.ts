import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { baseline } from './rule-sets.ts'
import { engines } from './store.ts'
import { createWorld, type World } from './world.ts'

/** What is remembered to answer sooner must never let in whoever is out by now. */
describe.each(engines)('on %s, what is remembered of a score is forgotten at once', (engine) => {
  let world: World
  beforeEach(async () => {
    world = await createWorld({ engine, ruleSets: [baseline()] })
  })
  afterEach(() => world.close())

  const scoreOf = (as: string, known?: string) =>
    world.ask('GET', `/v1/relationships/${world.own.relationship}/score?ruleSet=iso-44003`, {
      as,
      ...(known === undefined ? {} : { headers: { 'if-none-match': known } }),
    })
  /** Asked for twice, so that it is remembered; gives its ETag. */
  const remembered = async (as: string) => {
    await scoreOf(as)
    const { status, headers } = await scoreOf(as)
    expect(status).toBe(200)
    const etag = headers.get('etag')!
    expect((await scoreOf(as, etag)).status).toBe(304)
    return etag
  }

  test('when a firm takes its consent back', async () => {
    const { association } = world.credentials
    const etag = await remembered(association)
    const path = `/v1/firms/${world.own.firm}/consents/answers`
    await world.ask('PUT', path, { as: world.own.key, body: { given: false, by: 'Ada Harbour' } })
    expect([(await scoreOf(association)).status, (await scoreOf(association, etag)).status]).toEqual([404, 404])
    expect((await scoreOf(world.own.key, etag)).status).toBe(304)
  })

  test('when a key is revoked', async () => {
    const etag = await remembered(world.own.key)
    await world.ask('DELETE', `/v1/keys/${world.own.keyId}`, { as: world.own.key, headers: { 'if-match': '*' } })
    expect([(await scoreOf(world.own.key)).status, (await scoreOf(world.own.key, etag)).status]).toEqual([401, 401])
  })

  test('when a firm is erased', async () => {
    const { association } = world.credentials
    const etag = await remembered(association)
    const path = `/v1/firms/${world.own.firm}`
    const erased = await world.ask('DELETE', path, { as: association, headers: { 'if-match': '*' } })
    expect(erased.status).toBe(200)
    expect([(await scoreOf(association)).status, (await scoreOf(association, etag)).status]).toEqual([404, 404])
  })

  test('when the record changes', async () => {
    const etag = await remembered(world.own.key)
    const before = (await scoreOf(world.own.key)).body.scores
    const path = `/v1/relationships/${world.own.relationship}`
    const body = { answers: { 'p10.own/2': { value: 'yes' } } }
    const changed = await world.ask('PATCH', path, { as: world.own.key, body, headers: { 'if-match': '*' } })
    expect(changed.status).toBe(200)
    const again = await scoreOf(world.own.key, etag)
    expect(again.status).toBe(200)
    expect(again.headers.get('etag')).not.toBe(etag)
    expect(again.body.scores).not.toEqual(before)
  })
})
