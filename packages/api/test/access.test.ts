import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../src/index.ts'
import { startIssuer } from './issuer.ts'
import { engines } from './store.ts'
import { asker, createWorld, secret, type World } from './world.ts'

describe.each(engines)('on %s', (engine) => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ engine })
  })
  afterAll(() => world.close())

  const makeKey = (as: string, body: Record<string, unknown>) =>
    world.ask('POST', '/v1/keys', { as, body: { label: 'Key', ...body } })
  const whoIs = async (as: string) => (await world.ask('GET', '/v1/whoami', { as })).status

  describe('keys', () => {
    test('an association invites a firm; the invitation makes one key, and is spent', async () => {
      const { association } = world.credentials
      const { body: firm } = await world.ask('POST', '/v1/firms', { as: association, body: { name: 'New here' } })
      const invited = await makeKey(association, { kind: 'secret', firm: firm.id, scopes: ['relationships:read'] })
      expect(invited.body.key.scopes).toEqual(['keys:write'])
      const invitation = invited.body.secret as string
      expect((await world.ask('GET', '/v1/firms', { as: invitation })).status).toBe(403)
      const own = await makeKey(invitation, { kind: 'secret', scopes: ['firms:read', 'relationships:write'] })
      expect(own.status).toBe(201)
      expect((await makeKey(invitation, { kind: 'secret', scopes: ['firms:read'] })).status).toBe(401)
      expect((await world.ask('GET', `/v1/firms/${firm.id}`, { as: own.body.secret })).status).toBe(200)
    })

    test('nobody hands out more than they hold', async () => {
      const { body } = await makeKey(world.own.key, { kind: 'secret', scopes: ['keys:write', 'firms:read'] })
      const refused = await makeKey(body.secret, { kind: 'secret', scopes: ['relationships:read'] })
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
      expect((await makeKey(world.own.key, { kind: 'secret', scopes: ['tenants:write'] })).status).toBe(403)
    })

    test.each([
      [{ kind: 'publishable', scopes: ['firms:read'], origins: ['https://a.example'] }, '/scopes'],
      [{ kind: 'publishable' }, '/origins'],
      [{ kind: 'secret', origins: ['https://a.example'] }, '/origins'],
      [{ kind: 'secret', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
      [{ kind: 'publishable', origins: ['https://a.example/path'] }, '/origins/0'],
      [{ kind: 'publishable', origins: ['https://*.a.example'] }, '/origins/0'],
    ])('%j is refused at %s', async (wish, pointer) => {
      const { status, body } = await makeKey(world.own.key, wish)
      expect(status).toBe(422)
      expect(body.errors[0].pointer).toBe(pointer)
    })

    test('a key is shown once, and nowhere kept', async () => {
      const { body } = await makeKey(world.own.key, { kind: 'secret', scopes: ['firms:read'] })
      const list = await world.ask('GET', '/v1/keys', { as: world.own.key })
      expect(JSON.stringify(list.body)).not.toContain(body.secret)
      expect(list.body.items.map(({ id }: { id: string }) => id)).toContain(body.key.id)
      expect(body.secret.endsWith(body.key.hint.split('…')[1])).toBe(true)
    })

    test('the answer to a repeated wish is the same key, though it is kept encrypted', async () => {
      const wish = {
        as: world.own.key,
        body: { kind: 'secret', label: 'Twice', scopes: [] },
        headers: { 'idempotency-key': 'k' },
      }
      const [first, second] = [await world.ask('POST', '/v1/keys', wish), await world.ask('POST', '/v1/keys', wish)]
      expect(second.body).toEqual(first.body)
      expect(second.headers.get('idempotency-replayed')).toBe('true')
    })

    test('a revoked key is refused at once', async () => {
      const { body } = await makeKey(world.own.key, { kind: 'secret', scopes: ['firms:read'] })
      expect(await whoIs(body.secret)).toBe(200)
      const revoked = await world.ask('DELETE', `/v1/keys/${body.key.id}`, { as: world.own.key })
      expect(revoked.body.revokedAt).not.toBeNull()
      expect(await whoIs(body.secret)).toBe(401)
    })

    test('a key ends when it was said to end, remembered or not', async () => {
      const before = world.clock.now
      const expiresAt = new Date(before.getTime() + 10_000).toISOString()
      const { body } = await makeKey(world.own.key, { kind: 'secret', scopes: ['firms:read'], expiresAt })
      expect(await whoIs(body.secret)).toBe(200)
      world.clock.now = new Date(before.getTime() + 10_001)
      expect(await whoIs(body.secret)).toBe(401)
      world.clock.now = before
    })

    test('a replaced key lives on for the overlap, its successor after it', async () => {
      const before = world.clock.now
      const { body } = await makeKey(world.own.key, { kind: 'secret', scopes: ['firms:read'] })
      const path = `/v1/keys/${body.key.id}/rotate`
      const { body: next } = await world.ask('POST', path, { as: world.own.key, body: { overlapHours: 1 } })
      expect([await whoIs(body.secret), await whoIs(next.secret)]).toEqual([200, 200])
      world.clock.now = new Date(before.getTime() + 3_600_001)
      expect([await whoIs(body.secret), await whoIs(next.secret)]).toEqual([401, 200])
      world.clock.now = before
    })

    test('its use is noted', async () => {
      const { body } = await makeKey(world.own.key, { kind: 'secret', scopes: ['firms:read'] })
      await whoIs(body.secret)
      await expect
        .poll(async () => (await world.ask('GET', `/v1/keys/${body.key.id}`, { as: world.own.key })).body.lastUsedAt)
        .not.toBeNull()
    })

    test('keys of a space for trying out say so', async () => {
      const wish = { name: 'Trial', slug: 'trial', test: true }
      const { body } = await world.ask('POST', '/v1/associations', { as: world.credentials.operator, body: wish })
      expect(body.secret).toMatch(/^sk_test_/)
    })
  })

  describe('consent', () => {
    const list = () =>
      world.ask('GET', `/v1/firms/${world.sibling.firm}/relationships`, { as: world.credentials.association })
    const say = (given: boolean) =>
      world.ask('PUT', `/v1/firms/${world.sibling.firm}/consents/answers`, {
        as: world.sibling.key,
        body: { given, by: 'Mia' },
      })

    test('an association sees answers from the moment of consent to the moment it is withdrawn', async () => {
      expect((await list()).body.code).toBe('consent-required')
      await say(true)
      expect((await list()).body.items).toHaveLength(1)
      await say(false)
      expect((await list()).body.code).toBe('consent-required')
      const { body } = await world.ask('GET', `/v1/firms/${world.sibling.firm}/consents`, {
        as: world.credentials.association,
      })
      expect(body).toMatchObject({ answers: false, benchmark: false })
      expect(body.history.map(({ given }: { given: boolean }) => given)).toEqual([false, true])
    })
  })

  describe('a partner', () => {
    test('sees the fields that were chosen, of those that may be shared', async () => {
      const { body } = await world.ask('GET', `/v1/relationships/${world.own.relationship}`, {
        as: world.credentials.partner,
      })
      expect(body.record).toEqual({
        rel: { partnerName: 'Castell & Rowe', kind: 'customer' },
        rmp: { owner: 'Ada Harbour' },
      })
    })

    test('is out when the link is taken back', async () => {
      const path = `/v1/relationships/${world.own.relationship}/links`
      const wish = { label: 'For an hour', fields: ['rmp'], expiresAt: '2026-12-24T10:00:00.000Z' }
      const { body } = await world.ask('POST', path, { as: world.own.key, body: wish })
      expect(await whoIs(body.token)).toBe(200)
      await world.ask('DELETE', `${path}/${body.link.id}`, { as: world.own.key })
      expect(await whoIs(body.token)).toBe(401)
    })

    test('cannot be given what is private', async () => {
      const path = `/v1/relationships/${world.own.relationship}/links`
      const wish = {
        label: 'Too much',
        fields: ['rmp', 'rel.revenueShare', 'answers'],
        expiresAt: '2026-12-24T10:00:00Z',
      }
      const { body } = await world.ask('POST', path, { as: world.own.key, body: wish })
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/fields/1', '/fields/2'])
    })
  })

  describe('data rights', () => {
    test('everything about a firm comes out in one call', async () => {
      const { body, headers } = await world.ask('GET', `/v1/firms/${world.own.firm}/export`, { as: world.own.key })
      expect(headers.get('content-type')).toBe('application/x-ndjson')
      const rows = String(body)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { kind: string })
      expect(rows[0]).toMatchObject({ kind: 'firm', data: { id: world.own.firm, name: 'Harbour Joinery' } })
    })

    test('what was erased is gone for everybody, and the log says that it was', async () => {
      const gone = await createWorld({ engine })
      const { firm, relationship, key } = gone.own
      const erased = await gone.ask('DELETE', `/v1/firms/${firm}`, { as: key, headers: { 'if-match': '"1"' } })
      expect(erased.status).toBe(200)
      const { association } = gone.credentials
      const asked = [`/v1/firms/${firm}`, `/v1/relationships/${relationship}`, `/v1/firms/${firm}/export`]
      for (const path of asked) expect((await gone.ask('GET', path, { as: association })).status).toBe(404)
      const { body } = await gone.ask('GET', `/v1/audit?target=firm/${firm}`, { as: association })
      expect(body.items.map(({ action }: { action: string }) => action)).toContain('firm.erase')
      await gone.close()
    })
  })

  describe('the audit log', () => {
    test('holds every change with who made it and by which request, and no contents', async () => {
      const headers = { 'x-request-id': 'request-audit', 'if-match': '*' }
      const path = `/v1/firms/${world.own.firm}`
      await world.ask('PATCH', path, { as: world.own.key, body: { sector: 'shipbuilding' }, headers })
      const { body } = await world.ask('GET', '/v1/audit', { as: world.own.key })
      expect(body.items[0]).toMatchObject({
        action: 'firm.update',
        actor: `key:${world.own.keyId}`,
        target: `firm/${world.own.firm}`,
        requestId: 'request-audit',
      })
      expect(body.items[0].beforeHash).not.toBe(body.items[0].afterHash)
      expect(JSON.stringify(body)).not.toContain('shipbuilding')
    })

    test('a change that was refused leaves no trace', async () => {
      const as = world.own.key
      const count = async () => (await world.ask('GET', '/v1/audit?limit=200', { as })).body.items.length
      const before = await count()
      await world.ask('PATCH', `/v1/firms/${world.own.firm}`, {
        as,
        body: { sector: 'x' },
        headers: { 'if-match': '"0"' },
      })
      expect(await count()).toBe(before)
    })

    test('says of itself whether it is whole', async () => {
      const { body } = await world.ask('GET', '/v1/audit/verdict', { as: world.credentials.association })
      expect(body.findings).toEqual([])
      expect(body.entries).toBeGreaterThan(5)
    })
  })

  describe('people who sign in', () => {
    test('may do what their token says, in the association and the firm it says', async () => {
      const issuer = await startIssuer()
      const { origins, oidc } = {
        origins: ['https://console.example'],
        oidc: { issuer: issuer.url, audience: 'joinery', jwks: `${issuer.url}/keys` },
      }
      const clock = () => world.clock.now
      const ask = asker(createApi({ store: world.store, secret, clock, oidc, origins }))
      const { association } = (await world.ask('GET', '/v1/whoami', { as: world.own.key })).body
      const person = await issuer.sign({
        joinery_tenant: association,
        joinery_firm: world.own.firm,
        scope: 'relationships:read',
      })
      const headers = { origin: 'https://console.example' }
      const seen = await ask('GET', `/v1/relationships/${world.own.relationship}`, { as: person, headers })
      expect([seen.status, seen.headers.get('access-control-allow-origin')]).toEqual([200, headers.origin])
      expect((await ask('GET', `/v1/relationships/${world.sibling.relationship}`, { as: person })).status).toBe(404)
      expect((await ask('GET', '/v1/firms', { as: person })).status).toBe(403)
      const stranger = await issuer.sign({
        joinery_tenant: '0199c2a0-5f00-7abc-8def-0123456789ab',
        scope: 'firms:read',
      })
      expect((await ask('GET', '/v1/firms', { as: stranger })).status).toBe(401)
      issuer.close()
    })
  })

  describe('a record', () => {
    test('cannot be built up without end', async () => {
      const path = `/v1/relationships/${world.sibling.relationship}`
      const headers = { 'if-match': '*' }
      const notes = (from: number) =>
        Object.fromEntries(
          Array.from({ length: 25 }, (_, at) => [`p01.plan/${from + at}`, { value: 'yes', note: 'x'.repeat(9_000) }]),
        )
      const statuses = []
      for (let part = 0; part < 6; part++)
        statuses.push(
          (await world.ask('PATCH', path, { as: world.sibling.key, body: { answers: notes(part * 25) }, headers }))
            .status,
        )
      expect(statuses).toEqual([200, 200, 200, 200, 413, 413])
    })

    test('takes evidence at its end', async () => {
      const path = `/v1/relationships/${world.own.relationship}/evidence`
      for (const kind of ['minutes', 'letter'])
        await world.ask('POST', path, { as: world.own.key, body: { kind, grade: 'E1' } })
      const wrong = await world.ask('POST', path, { as: world.own.key, body: { kind: 'photo', grade: 'E9' } })
      expect(wrong.body.errors[0].pointer).toBe('/grade')
      const { body } = await world.ask('GET', `/v1/relationships/${world.own.relationship}`, { as: world.own.key })
      expect(body.record.evidence.map(({ kind }: { kind: string }) => kind)).toEqual(['minutes', 'letter'])
    })
  })

  describe('associations', () => {
    test('a short name is taken once', async () => {
      const body = { name: 'Woodworkers again', slug: 'woodworkers' }
      const { status, body: problem } = await world.ask('POST', '/v1/associations', {
        as: world.credentials.operator,
        body,
      })
      expect([status, problem.code]).toEqual([409, 'conflict'])
    })
  })
})
