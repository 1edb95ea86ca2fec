import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../src/index.ts'
import { engines } from './store.ts'
import { aRecord, asker, createWorld, secret, type AskMore, type World } from './world.ts'

describe.each(engines)('changes, on %s', (engine) => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ engine })
  })
  afterAll(() => world.close())

  const asOwn = (more: AskMore = {}): AskMore => ({ as: world.own.key, ...more })

  describe('versions', () => {
    test('who has read it already is told so, without a body', async () => {
      const path = `/v1/relationships/${world.own.relationship}`
      const first = await world.ask('GET', path, asOwn())
      const etag = first.headers.get('etag')!
      const again = await world.ask('GET', path, asOwn({ headers: { 'if-none-match': etag } }))
      expect({ status: again.status, body: again.body, etag: again.headers.get('etag') }).toEqual({
        status: 304,
        body: '',
        etag,
      })
    })

    test('of two changes of the same version one is made', async () => {
      const path = `/v1/relationships/${world.own.relationship}`
      const etag = (await world.ask('GET', path, asOwn())).headers.get('etag')!
      const change = (owner: string) =>
        world.ask('PATCH', path, asOwn({ body: { rmp: { owner } }, headers: { 'if-match': etag } }))
      const both = await Promise.all([change('Ada'), change('Ben')])
      expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
      const winner = both.find(({ status }) => status === 200)!
      const { body, headers } = await world.ask('GET', path, asOwn())
      expect(body).toEqual(winner.body)
      expect(headers.get('etag')).toBe(winner.headers.get('etag'))
    })

    test('single answers are saved one after the other, whatever else has changed', async () => {
      const path = `/v1/relationships/${world.own.relationship}`
      const any = { 'if-match': '*' }
      await world.ask('PATCH', path, asOwn({ body: { answers: { 'p01.plan/1': { value: 'yes' } } }, headers: any }))
      await world.ask('PATCH', path, asOwn({ body: { answers: { 'p01.plan/2': { value: 'no' } } }, headers: any }))
      const { body } = await world.ask(
        'PATCH',
        path,
        asOwn({ body: { answers: { 'p01.plan/1': null } }, headers: any }),
      )
      expect(body.record.answers).toEqual({ 'p01.plan/2': { value: 'no' } })
      expect(body.record.org).toEqual(aRecord.org)
    })
  })

  describe('repetition', () => {
    const create = (key: string, name: string) =>
      world.ask('POST', '/v1/firms', {
        as: world.credentials.association,
        body: { name },
        headers: { 'idempotency-key': key },
      })

    test('the same request with the same key has one effect and one answer', async () => {
      const first = await create('one', 'Plane & Chisel')
      const second = await create('one', 'Plane & Chisel')
      expect(second.body).toEqual(first.body)
      expect(second.headers.get('location')).toBe(first.headers.get('location'))
      expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true'])
      const { body } = await world.ask('GET', '/v1/firms?limit=200', { as: world.credentials.association })
      expect(body.items.filter(({ name }: { name: string }) => name === 'Plane & Chisel')).toHaveLength(1)
    })

    test('another request with the same key is refused', async () => {
      await create('two', 'Mortise')
      const { status, body } = await create('two', 'Tenon')
      expect([status, body.code]).toEqual([422, 'idempotency-key-reused'])
    })

    test('of ten at once one takes effect, and the others are told that it is being worked on', async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => create('ten', 'Dovetail')))
      const codes = Map.groupBy(all, ({ status, body }) => (status === 201 ? 'made' : `${status} ${body.code}`))
      expect(new Set(codes.keys())).toEqual(new Set(['409 request-in-progress', 'made']))
      expect(codes.get('409 request-in-progress')![0]!.headers.get('retry-after')).toBe('1')
      expect(new Set(codes.get('made')!.map(({ body }) => body.id)).size).toBe(1)
      expect((await create('ten', 'Dovetail')).headers.get('idempotency-replayed')).toBe('true')
    })

    test('of two processes that are asked at once one does it, and the other answers the same', async () => {
      const wish = {
        as: world.credentials.association,
        body: { name: 'Tongue & Groove' },
        headers: { 'idempotency-key': 'two-processes' },
      }
      // another process with the same store: it does not know what this one is working on
      const other = asker(createApi({ store: world.store, secret, clock: () => world.clock.now }))
      const [one, two] = await Promise.all([world.ask('POST', '/v1/firms', wish), other('POST', '/v1/firms', wish)])
      expect([one.status, two.status]).toEqual([201, 201])
      expect(two.body).toEqual(one.body)
      const replayed = [one, two].map(({ headers }) => headers.get('idempotency-replayed'))
      expect(new Set(replayed)).toEqual(new Set([null, 'true']))
    })

    test('keys of different callers do not meet', async () => {
      const more = { body: { name: 'Rivet' }, headers: { 'idempotency-key': 'one' } }
      const { status, headers } = await world.ask('POST', '/v1/firms', {
        as: world.credentials.otherAssociation,
        ...more,
      })
      expect([status, headers.get('idempotency-replayed')]).toEqual([201, null])
    })

    test('what was refused may be corrected and sent with the same key', async () => {
      expect((await create('three', '')).status).toBe(422)
      expect((await create('three', 'Spokeshave')).status).toBe(201)
    })

    test('after a day the key is forgotten', async () => {
      const before = world.clock.now
      const first = await create('day', 'Rasp')
      world.clock.now = new Date(before.getTime() + 25 * 3_600_000)
      const later = await create('day', 'Rasp')
      world.clock.now = before
      expect(later.body.id).not.toBe(first.body.id)
    })
  })
})
