import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepVisits } from '../src/index.ts'
import { tenantOf } from './members.ts'
import { guildRuleSet, publish } from './rule-sets.ts'
import { createWorld, type World } from './world.ts'

const site = 'https://harbour-joinery.example'
const elsewhere = 'https://somewhere-else.example'

let world: World
let path: string
beforeEach(async () => {
  await world?.close()
  world = await createWorld()
  await publish(world, guildRuleSet('1.0.0'))
  path = `/v1/relationships/${world.own.relationship}`
})
afterAll(() => world.close())

const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}

describe('a widget that the firm’s server opens', () => {
  const open = async (body: object = { origins: [site] }) =>
    world.ask('POST', `${path}/embed-sessions`, { as: world.own.key, body })

  test('reads, saves, assesses and keeps this one relationship, on the listed site', async () => {
    const { status, body } = await open()
    expect([status, body.expiresAt]).toEqual([201, '2026-11-24T10:30:00.000Z'])
    const ask = widget(body.token)
    expect((await ask('GET', path)).status).toBe(200)
    expect((await ask('PATCH', path, { answers: { 'trust/1': { value: 'yes' } } })).status).toBe(200)
    expect((await ask('GET', `${path}/assessment?ruleSet=guild`)).status).toBe(200)
    const kept = await ask('POST', `${path}/results`, { ruleSet: 'guild' })
    expect(kept.status).toBe(201)
    expect((await ask('GET', `${kept.headers.get('location')}`)).status).toBe(200)
    expect((await ask('GET', path)).headers.get('access-control-allow-origin')).toBe(site)
  })

  test('reaches nothing else', async () => {
    const ask = widget((await open()).body.token)
    for (const { relationship } of [world.sibling, world.foreign])
      expect((await ask('GET', `/v1/relationships/${relationship}`)).status).toBe(404)
    expect((await ask('GET', `/v1/firms/${world.own.firm}/relationships`)).status).toBe(403)
    expect((await ask('DELETE', path)).status).toBe(403)
    expect((await ask('POST', `${path}/embed-sessions`, { origins: [site] })).status).toBe(403)
  })

  test('is refused on any other site', async () => {
    const { status, body } = await widget((await open()).body.token, elsewhere)('GET', path)
    expect([status, body.code]).toEqual([403, 'origin-not-listed'])
  })

  test('ends when its time is over, an hour at most', async () => {
    const { body } = await open({ origins: [site], minutes: 15 })
    later(14)
    expect((await widget(body.token)('GET', path)).status).toBe(200)
    later(2)
    expect((await widget(body.token)('GET', path)).status).toBe(401)
    expect((await open({ origins: [site], minutes: 61 })).status).toBe(422)
    expect((await open({ origins: [] })).status).toBe(422)
    expect((await open({ origins: ['https://*.example'] })).status).toBe(422)
  })

  test('is opened by nobody but the firm', async () => {
    const { association, partner, publishable, embed } = world.credentials
    for (const as of [association, partner, publishable, embed])
      expect((await world.ask('POST', `${path}/embed-sessions`, { as, body: { origins: [site] } })).status).toBe(403)
    expect(
      (await world.ask('POST', `${path}/embed-sessions`, { as: world.sibling.key, body: { origins: [site] } })).status,
    ).toBe(404)
  })
})

describe('a visitor without an account', () => {
  const start = (origin = site, as = world.credentials.publishable) =>
    world.ask('POST', '/v1/visits', { as, body: {}, headers: { origin } })

  test('begins on a listed site, saves, and comes back weeks later with what the browser kept', async () => {
    const { status, body } = await start()
    expect(status).toBe(201)
    const ask = widget(body.token)
    const at = `/v1/relationships/${body.relationship}`
    expect((await ask('PATCH', at, { answers: { 'trust/1': { value: 'yes' } } })).status).toBe(200)
    later(60 * 24 * 60)
    expect((await ask('GET', at)).body.record.answers).toEqual({ 'trust/1': { value: 'yes' } })
    expect((await ask('GET', `${at}/score?ruleSet=guild`)).body.scores.headline.score).toBe(0.5)
    later(60 * 24 * 31)
    expect((await ask('GET', at)).status).toBe(401)
  })

  test('may bring a record along', async () => {
    const record = { org: { name: 'Two Planks' } }
    const as = world.credentials.publishable
    const { body } = await world.ask('POST', '/v1/visits', { as, body: { record }, headers: { origin: site } })
    expect((await widget(body.token)('GET', `/v1/relationships/${body.relationship}`)).body.record).toEqual(record)
  })

  test('cannot begin on another site, nor come back from one', async () => {
    expect((await start(elsewhere)).body.code).toBe('origin-not-listed')
    const { body } = await start()
    const { status } = await widget(body.token, elsewhere)('GET', `/v1/relationships/${body.relationship}`)
    expect(status).toBe(403)
  })

  test('is seen by no other visitor, by no firm, and not by the association', async () => {
    const [first, second] = [(await start()).body, (await start()).body]
    const at = `/v1/relationships/${first.relationship}`
    expect((await widget(second.token)('GET', at)).status).toBe(404)
    for (const as of [world.own.key, world.sibling.key, world.credentials.association, world.foreign.key])
      expect((await world.ask('GET', at, { as })).status).toBe(404)
  })

  test('the publishable key itself reads published rule sets, and no answers', async () => {
    const { body } = await start()
    const ask = widget(world.credentials.publishable)
    const published = await ask('GET', '/v1/rule-sets/guild/current')
    expect([published.status, published.body.id]).toEqual([200, 'guild'])
    const elsewhereToo = await widget(world.credentials.publishable, elsewhere)('GET', '/v1/rule-sets/guild/current')
    expect(elsewhereToo.status).toBe(403)
    expect((await ask('GET', `/v1/relationships/${body.relationship}`)).status).toBe(403)
    expect((await ask('GET', `/v1/firms/${world.own.firm}/relationships`)).status).toBe(403)
    expect((await ask('POST', `${path}/results`, { ruleSet: 'guild' })).status).toBe(403)
  })

  test('is erased with all that it left, once nobody can come back to it; on the site of a firm only the way to it', async () => {
    const kept = { kind: 'publishable', label: 'Our own site', origins: [site], firm: world.own.firm }
    const { body: made } = await world.ask('POST', '/v1/keys', { as: world.own.key, body: kept })
    const [alone, ofFirm, lasting] = [
      (await start()).body,
      (await start(site, made.secret)).body,
      (later(60 * 24), (await start()).body),
    ]
    const tenant = await tenantOf(world)
    const count = () => world.store.read(tenant, (tx) => tx.relationships.count())
    const before = await count()
    later(60 * 24 * 89 - 1)
    expect(await sweepVisits(world.store, tenant)).toBe(0)
    later(1)
    expect(await sweepVisits(world.store, tenant)).toBe(2)
    expect(await sweepVisits(world.store, tenant)).toBe(0)
    expect(await count()).toBe(before - 1)
    const find = (id: string) => world.store.read(tenant, (tx) => tx.relationships.get(id))
    expect(await find(alone.relationship)).toBeUndefined()
    expect((await find(ofFirm.relationship))?.firm).toBe(world.own.firm)
    expect((await widget(lasting.token)('GET', `/v1/relationships/${lasting.relationship}`)).status).toBe(200)
  })

  test('on the site of a firm it belongs to the firm', async () => {
    const key = { kind: 'publishable', label: 'Our own site', origins: [site], firm: world.own.firm }
    const { body: made } = await world.ask('POST', '/v1/keys', { as: world.own.key, body: key })
    const { body } = await start(site, made.secret)
    expect((await world.ask('GET', `/v1/relationships/${body.relationship}`, { as: world.own.key })).status).toBe(200)
  })
})

/** Sends as a widget on a page of the site does. */
function widget(token: string, origin = site) {
  return (method: string, address: string, body?: unknown) =>
    world.ask(method, address, {
      as: token,
      headers: { origin, ...(method === 'PATCH' ? { 'if-match': '*' } : {}) },
      ...(body === undefined ? {} : { body }),
    })
}
