import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi, limits, operations, type LogEntry, type RateLimits } from '../src/index.ts'
import { possibleProblems } from '../src/open-api/possible-problems.ts'
import { problemTypes } from '../src/kernel/problem-types.ts'
import { engines } from './store.ts'
import { asker, createWorld, secret, type AskMore, type World } from './world.ts'

describe.each(engines)('on %s', (engine) => {
  let world: World
  const lines: LogEntry[] = []
  beforeAll(async () => {
    world = await createWorld({ engine, log: (line) => void lines.push(line), origins: ['https://console.example'] })
  })
  afterAll(() => world.close())

  const asOwn = (more: AskMore = {}): AskMore => ({ as: world.own.key, ...more })

  describe('problems', () => {
    const refused: [
      what: string,
      code: keyof typeof problemTypes,
      method: string,
      path: () => string,
      more?: () => AskMore,
    ][] = [
      ['an address that is none', 'not-found', 'GET', () => '/v1/nothing'],
      ['an id that is none', 'not-found', 'GET', () => '/v1/firms/7', asOwn],
      ['a method the address does not take', 'method-not-allowed', 'PUT', () => '/v1/firms', asOwn],
      [
        'a form nobody offers',
        'not-acceptable',
        'GET',
        () => '/v1/firms',
        () => asOwn({ headers: { accept: 'image/png' } }),
      ],
      [
        'a body in XML',
        'unsupported-media-type',
        'POST',
        () => '/v1/keys',
        () => asOwn({ body: '<a/>', headers: { 'content-type': 'text/xml' } }),
      ],
      [
        'a body that is too large',
        'body-too-large',
        'POST',
        () => '/v1/keys',
        () => asOwn({ body: `"${'x'.repeat(limits.body)}"` }),
      ],
      [
        'an address that is too long',
        'address-too-long',
        'GET',
        () => `/v1/firms?cursor=${'x'.repeat(limits.url)}`,
        asOwn,
      ],
      ['a body that is no JSON', 'malformed-request', 'POST', () => '/v1/keys', () => asOwn({ body: '{' })],
      ['a parameter given twice', 'malformed-request', 'GET', () => '/v1/firms?limit=1&limit=2', asOwn],
      ['a parameter where none is taken', 'malformed-request', 'GET', () => `/v1/firms/${world.own.firm}?a=1`, asOwn],
      ['a parameter that is unknown', 'invalid-request', 'GET', () => '/v1/firms?limt=1', asOwn],
      ['a cursor that nobody made', 'bad-cursor', 'GET', () => '/v1/audit?cursor=abc.def', asOwn],
      ['a change of no version', 'precondition-required', 'DELETE', () => `/v1/firms/${world.own.firm}`, asOwn],
      [
        'a change of an old version',
        'precondition-failed',
        'DELETE',
        () => `/v1/firms/${world.own.firm}`,
        () => asOwn({ headers: { 'if-match': '"0"' } }),
      ],
      ['a key that is none', 'unauthenticated', 'GET', () => '/v1/firms', () => ({ as: 'sk_live_nothing' })],
      [
        'a credential that is no bearer',
        'unauthenticated',
        'GET',
        () => '/v1/firms',
        () => ({ headers: { authorization: 'Basic YTpi' } }),
      ],
    ]

    test.each(refused)('%s is answered with %s', async (_what, code, method, path, more = () => ({})) => {
      const { status, headers, body } = await world.ask(method, path(), more())
      expect(headers.get('content-type')).toBe('application/problem+json')
      expect({ status, ...body }).toMatchObject({
        type: `/problems/${code}`,
        title: problemTypes[code].title,
        status: problemTypes[code].status,
        code,
        requestId: headers.get('x-request-id'),
      })
      expect(body.detail.length).toBeGreaterThan(5)
    })

    test('the address of a problem leads to a page that explains it', async () => {
      for (const [code, { about }] of Object.entries(problemTypes)) {
        const { status, body } = await world.ask('GET', `/problems/${code}`)
        expect(status).toBe(200)
        expect(body.replaceAll('&quot;', '"')).toContain(about)
      }
    })

    test('a wrong method is told the right ones', async () => {
      const { headers } = await world.ask('PUT', '/v1/firms', asOwn())
      expect(headers.get('allow')).toBe('HEAD, GET, POST, OPTIONS')
    })

    test('faults of a record name their places in the body', async () => {
      const body = { record: { rel: { kind: 'custommer' }, risks: [{ title: 7 }], ogr: {} } }
      const { body: problem } = await world.ask('POST', `/v1/firms/${world.own.firm}/relationships`, asOwn({ body }))
      expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
        '/record/ogr',
        '/record/rel/kind',
        '/record/risks/0/title',
      ])
      expect(JSON.stringify(problem.errors)).toContain('did you mean \\"customer\\"?')
    })

    test('every problem that an operation can have is in the table', () => {
      const codes = new Set(operations.flatMap((operation) => possibleProblems(operation)))
      expect([...codes].every((code) => code in problemTypes)).toBe(true)
    })
  })

  describe('lists', () => {
    test('go on where they ended, without gaps and without doubles', async () => {
      const as = world.credentials.association
      for (let number = 0; number < 7; number++)
        await world.ask('POST', '/v1/firms', { as, body: { name: `Firm ${number}` } })
      const whole = await world.ask('GET', '/v1/firms?limit=200', { as })
      const ids: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: { body: { items: { id: string }[]; next: string | null } } = await world.ask(
          'GET',
          `/v1/firms?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
          { as },
        )
        ids.push(...page.body.items.map(({ id }) => id))
        cursor = page.body.next
      }
      expect(ids).toEqual(whole.body.items.map(({ id }: { id: string }) => id))
    })

    test('a cursor of another association is refused', async () => {
      const { body } = await world.ask('GET', '/v1/firms?limit=1', { as: world.credentials.association })
      const { status, body: problem } = await world.ask('GET', `/v1/firms?cursor=${body.next}`, {
        as: world.credentials.otherAssociation,
      })
      expect([status, problem.code]).toEqual([400, 'bad-cursor'])
    })
  })

  describe('headers', () => {
    test('every answer forbids what nobody needs, and names the request', async () => {
      for (const path of ['/livez', '/v1/firms', '/docs', '/nothing']) {
        const { headers } = await world.ask('GET', path, { headers: { 'x-request-id': 'request-42' } })
        expect(headers.get('x-request-id')).toBe('request-42')
        expect(headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('vary')).toContain('Origin')
      }
    })

    test('pages come with their style, and nothing from anywhere else', async () => {
      const { body, headers } = await world.ask('GET', '/docs')
      expect(headers.get('content-security-policy')).toMatch(/style-src 'sha256-/)
      expect(body).not.toMatch(/<script|<link|https?:\/\/(?!\S*example)/)
      for (const { summary } of operations) expect(body).toContain(summary)
    })

    test('an address that is none is a page for a browser, and a problem for everybody else', async () => {
      const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
      const page = await world.ask('GET', '/nothing', { headers })
      expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
      expect(page.body).toContain('There is nothing here')
      expect(page.headers.get('content-security-policy')).toMatch(/style-src 'sha256-/)
      const problems = [
        await world.ask('GET', '/nothing'),
        await world.ask('GET', '/v1/nothing', { headers }),
        await world.ask('POST', '/nothing', { headers }),
      ]
      for (const { status, body } of problems) expect([status, body.code]).toEqual([404, 'not-found'])
    })

    test.each([
      ['https://harbour-joinery.example', 200, 'https://harbour-joinery.example'],
      ['https://harbour-joinery.example.evil.example', 403, null],
      ['https://evil-harbour-joinery.example', 403, null],
      ['http://harbour-joinery.example', 403, null],
      ['https://harbour-joinery.example:8443', 403, null],
      ['null', 403, null],
    ])('a widget on %s gets %i', async (origin, status, allowed) => {
      const path = `/v1/relationships/${world.own.relationship}`
      const asked = await world.ask('GET', path, { as: world.credentials.embed, headers: { origin } })
      expect(asked.status).toBe(status)
      expect(asked.headers.get('access-control-allow-origin')).toBe(allowed)
      expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    })

    test.each([
      ['what widgets do, from any site', 'PATCH', '/v1/relationships/x', 'https://any.example', 'https://any.example'],
      ['what only servers do, from any site', 'POST', '/v1/firms', 'https://any.example', null],
      [
        'what only servers do, from our own console',
        'POST',
        '/v1/firms',
        'https://console.example',
        'https://console.example',
      ],
      ['anything, from no origin', 'PATCH', '/v1/relationships/x', 'null', null],
    ])('a browser that asks for %s', async (_what, method, path, origin, allowed) => {
      const headers = { origin, 'access-control-request-method': method }
      const asked = await world.ask('OPTIONS', path, { headers })
      expect(asked.status).toBe(204)
      expect(asked.headers.get('access-control-allow-origin')).toBe(allowed)
    })
  })

  describe('rates', () => {
    const strict = (rates: RateLimits) =>
      asker(createApi({ store: world.store, secret, rates, clock: () => world.clock.now }))

    test('who asks too often is told how long to wait, and then goes on', async () => {
      const before = world.clock.now
      const ask = strict({ key: 3, address: 1_000, tenant: 1_000 })
      const asOften = () => ask('GET', '/v1/whoami', asOwn())
      expect((await asOften()).headers.get('ratelimit-policy')).toBe('"key";q=3;w=60')
      const later = [await asOften(), await asOften(), await asOften()]
      const last = later.at(-1)!
      expect([last.status, last.body.code, last.headers.get('retry-after')]).toEqual([429, 'too-many-requests', '20'])
      world.clock.now = new Date(before.getTime() + 20_000)
      expect((await asOften()).status).toBe(200)
      world.clock.now = before
    })

    test('guessing keys is slow, and does not slow down those who have one', async () => {
      const ask = strict({ key: 1_000, address: 40, tenant: 1_000 })
      await ask('GET', '/v1/whoami', asOwn())
      const guesses = []
      for (let guess = 0; guess < 50; guess++) guesses.push(await ask('GET', '/v1/firms', { as: `sk_live_${guess}` }))
      expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401, 429]))
      expect((await ask('GET', '/v1/whoami', asOwn())).status).toBe(200)
    })
  })

  test('the log never holds a key, an answer or a body', () => {
    const text = JSON.stringify(lines)
    const { operator, association, firm, partner, embed, publishable } = world.credentials
    for (const secret of [operator, association, firm, partner, embed, publishable]) expect(text).not.toContain(secret)
    expect(text).not.toContain('Castell & Rowe')
    expect(lines.length).toBeGreaterThan(50)
  })
})
