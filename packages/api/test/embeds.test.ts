import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepVisits } from '../src/index.ts'
import { tenantOf } from './members.ts'
import { guildRuleSet, publish } from './rule-sets.ts'
import { createEmbedTokens } from '../src/access/embed-token.ts'
import { createWorld, secret, type World } from './world.ts'

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
    const ended = await widget(body.token)('GET', path)
    // a browser hides from the page whatever does not name its site: the page has to see that its time is over
    expect([ended.status, ended.headers.get('access-control-allow-origin')]).toEqual([401, site])
    expect((await open({ origins: [site], minutes: 61 })).status).toBe(422)
    expect((await open({ origins: [] })).status).toBe(422)
    expect((await open({ origins: ['https://*.example'] })).status).toBe(422)
  })

  const renew = (token: string, origin = site) => widget(token, origin)('POST', '/v1/embed-sessions/renewal')

  test('gets a new token before the one it has ends, for as long as its session lasts', async () => {
    let { body } = await open({ origins: [site], minutes: 60, hours: 2 })
    expect(body.renewableUntil).toBe('2026-11-24T12:00:00.000Z')
    const { id, token: first } = body
    later(50)
    body = (await renew(body.token)).body
    expect(body).toMatchObject({
      id,
      expiresAt: '2026-11-24T11:50:00.000Z',
      renewableUntil: '2026-11-24T12:00:00.000Z',
    })
    later(11)
    expect((await widget(first)('GET', path)).status).toBe(401)
    expect((await widget(body.token)('GET', path)).status).toBe(200)
    later(44)
    // at 11:45 there is a quarter of an hour left
    body = (await renew(body.token)).body
    expect(body.expiresAt).toBe('2026-11-24T12:00:00.000Z')
    later(14)
    expect((await widget(body.token)('PATCH', path, { answers: { 'trust/1': { value: 'yes' } } })).status).toBe(200)
    later(1)
    expect((await widget(body.token)('GET', path)).status).toBe(401)
    expect((await renew(body.token)).status).toBe(401)
  })

  test('gets none with a token that has ended, from another site, or where one token was all that was given', async () => {
    const { token } = (await open({ origins: [site], minutes: 15 })).body
    expect((await renew(token, elsewhere)).body.code).toBe('origin-not-listed')
    later(16)
    expect((await renew(token)).status).toBe(401)
    const { body } = await open({ origins: [site], minutes: 15, hours: 0 })
    expect(body.renewableUntil).toBe(body.expiresAt)
    expect((await open({ origins: [site], hours: 25 })).status).toBe(422)
  })

  test('is ended by the firm: its tokens are good no more, nor any that it was given since', async () => {
    const { id, token } = (await open()).body
    const { token: second } = (await renew(token)).body
    const at = `${path}/embed-sessions/${id}`
    expect((await widget(token)('DELETE', at)).status).toBe(403)
    expect((await world.ask('DELETE', at, { as: world.sibling.key })).status).toBe(404)
    expect((await world.ask('DELETE', `${path}/embed-sessions/${world.own.link}`, { as: world.own.key })).status).toBe(
      404,
    )
    expect((await world.ask('DELETE', at, { as: world.own.key })).status).toBe(204)
    for (const each of [token, second]) {
      expect((await widget(each)('GET', path)).status).toBe(401)
      expect((await renew(each)).status).toBe(401)
    }
    expect((await widget((await open()).body.token)('GET', path)).status).toBe(200)
  })

  test('gets no new token once the key that opened it was revoked', async () => {
    const { body: made } = await world.ask('POST', '/v1/keys', {
      as: world.own.key,
      body: { kind: 'secret', label: 'Our site', scopes: ['embeds:write'] },
    })
    const { body } = await world.ask('POST', `${path}/embed-sessions`, { as: made.secret, body: { origins: [site] } })
    expect((await renew(body.token)).status).toBe(201)
    expect((await world.ask('DELETE', `/v1/keys/${made.key.id}`, { as: world.own.key })).status).toBeLessThan(300)
    const refused = await renew(body.token)
    expect([refused.status, refused.body.detail]).toEqual([401, expect.stringContaining('revoked')])
  })

  test('is no link of the partner, is gone once it is over, and takes nothing of the firm with it', async () => {
    const { id } = (await open()).body
    const links = await world.ask('GET', `${path}/links`, { as: world.own.key })
    expect(links.body.items.map((link: { id: string }) => link.id)).not.toContain(id)
    later(8 * 60)
    const tenant = await tenantOf(world)
    // the one of the world is over as well
    expect(await sweepVisits(world.store, tenant)).toBe(2)
    expect(await world.store.read(tenant, (tx) => tx.links.get(id))).toBeUndefined()
    expect((await world.ask('GET', path, { as: world.own.key })).status).toBe(200)
  })

  test('with a token from before there were sessions works to its end, and gets no new one', async () => {
    const tenant = (await world.ask('GET', '/v1/whoami', { as: world.own.key })).body.association
    const grant = { tenant, firm: world.own.firm, relationship: world.own.relationship, origins: [site], id: 'before' }
    const token = await createEmbedTokens(secret).sign(grant, world.clock.now, 60)
    expect((await widget(token)('GET', path)).status).toBe(200)
    expect((await renew(token)).body).toMatchObject({
      status: 409,
      detail: expect.stringContaining('cannot be renewed'),
    })
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

  test('needs no new token, and gets none', async () => {
    const { body } = await start()
    const { status } = await widget(body.token)('POST', '/v1/embed-sessions/renewal')
    expect(status).toBe(403)
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
    // the open widget of the world
    expect(await sweepVisits(world.store, tenant)).toBe(1)
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
