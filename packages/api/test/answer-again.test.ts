import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogEntry } from '../src/index.ts'
import { serveOn, type Answered, type NodeServer } from './node-server.ts'
import { engines } from './store.ts'
import { twoProcesses } from './two-processes.ts'
import { createWorld, type Ask, type World } from './world.ts'

/** Headers that are another each time. */
const changing = new Set(['date', 'x-request-id', 'ratelimit'])

describe.each(engines)('on %s, an answer that is given again', (engine) => {
  let world: World
  let server: NodeServer
  /** Another process on the same data. */
  let elsewhere: Ask
  let end: () => Promise<void>
  const lines: LogEntry[] = []
  beforeEach(async () => {
    lines.length = 0
    ;({ world, server, elsewhere, end } = await twoProcesses({ engine, log: (line) => void lines.push(line) }))
  })
  afterEach(() => end())

  const record = () => `/v1/relationships/${world.own.relationship}`
  const score = () => `${record()}/score?ruleSet=iso-44003`
  const as = (key: string, more: Readonly<Record<string, string>> = {}) => ({ authorization: `Bearer ${key}`, ...more })
  const own = (more: Readonly<Record<string, string>> = {}) => as(world.own.key, more)
  const tagOf = ({ headers }: Answered) => String(headers['etag'])
  /** Asked until it is given at once: on PostgreSQL the first readings are made before the process knows of any change. */
  const again = async (path: string, headers = own()) => {
    for (let turn = 1; ; turn++) {
      const answer = await server.ask(path, headers)
      if (answer.atOnce || turn === 50) return answer
    }
  }
  const known = async (path: string, headers = own()) => {
    const first = await server.ask(path, headers)
    const second = await again(path, headers)
    expect([first.atOnce, second.atOnce, second.status]).toEqual([false, true, 200])
    return tagOf(second)
  }
  const save = (ask: Ask, value: string) =>
    ask('PATCH', record(), {
      as: world.own.key,
      body: { answers: { 'p10.own/2': { value, note: `“${value}”` } } },
      headers: { 'if-match': '*' },
    })

  test('looks like one that came the whole way, and is counted and logged like it', async () => {
    for (const path of [record(), score()]) {
      const whole = await server.ask(path, own())
      const second = await again(path, own({ 'x-request-id': 'again-12345678' }))
      expect([whole.atOnce, second.atOnce]).toEqual([false, true])
      expect(second).toMatchObject({ status: whole.status, text: whole.text })
      const steady = ({ headers }: Answered) => Object.entries(headers).filter(([name]) => !changing.has(name))
      expect(new Map(steady(second))).toEqual(new Map(steady(whole)))
      expect(second.headers['x-request-id']).toBe('again-12345678')
      const [before, after] = lines.slice(-2)
      expect(after).toEqual({ ...before, requestId: 'again-12345678', milliseconds: expect.any(Number) as number })
      const tag = { 'if-none-match': tagOf(second) }
      const unchanged = await again(path, own(tag))
      const wholeUnchanged = await server.ask(`${path}`, own({ ...tag, accept: 'application/*' }))
      expect([unchanged.atOnce, wholeUnchanged.atOnce]).toEqual([true, false])
      expect(unchanged).toMatchObject({ status: 304, text: '' })
      expect(new Map(steady(unchanged))).toEqual(new Map(steady(wholeUnchanged)))
    }
    const asked = (hundreds: number) =>
      lines.filter(({ operation, status }) => operation === 'getRelationship' && Math.floor(status / 100) === hundreds)
        .length
    expect(Math.min(asked(2), asked(3))).toBeGreaterThanOrEqual(2)
    const figures = await world.ask('GET', '/metrics', { as: world.credentials.operator })
    expect(figures.body).toContain(`joinery_requests_total{operation="getRelationship",status="2xx"} ${asked(2)}`)
    expect(figures.body).toContain(`joinery_requests_total{operation="getRelationship",status="3xx"} ${asked(3)}`)
  })

  test('is never given once another process has changed the record', async () => {
    let tag = await known(record())
    for (let turn = 0; turn < 25; turn++) {
      expect((await save(elsewhere, turn % 2 === 0 ? 'yes' : 'no')).status).toBe(200)
      const after = await server.ask(record(), own({ 'if-none-match': tag }))
      expect(after).toMatchObject({ status: 200, atOnce: false })
      expect(JSON.parse(after.text)).toMatchObject({
        record: { answers: { 'p10.own/2': { value: turn % 2 === 0 ? 'yes' : 'no' } } },
      })
      tag = tagOf(after)
      expect(await again(record(), own({ 'if-none-match': tag }))).toMatchObject({ status: 304, atOnce: true })
    }
  })

  test('is given all the same when another process has changed another record', async () => {
    const tag = await known(record())
    const added = await elsewhere('POST', `/v1/firms/${world.own.firm}/relationships`, {
      as: world.own.key,
      body: { record: {} },
    })
    expect(added.status).toBe(201)
    expect(await server.ask(record(), own({ 'if-none-match': tag }))).toMatchObject({ status: 304, atOnce: true })
  })

  test('never shows less than what was acknowledged before, while others write', async () => {
    let acknowledged = 1
    let isOver = false
    const writing = (async () => {
      for (let turn = 0; turn < 40; turn++) {
        await save(turn % 3 === 0 ? world.ask : elsewhere, turn % 2 === 0 ? 'yes' : 'no')
        acknowledged++
      }
      isOver = true
    })()
    while (!isOver) {
      const least = acknowledged
      const { headers, status } = await server.ask(record(), own())
      expect(status).toBe(200)
      expect(Number(String(headers['etag']).replaceAll('"', ''))).toBeGreaterThanOrEqual(least)
    }
    await writing
    expect((await server.ask(record(), own())).status).toBe(200)
    expect(await again(record())).toMatchObject({ status: 200, atOnce: true })
  })

  test('is not given once a consent was taken back elsewhere', async () => {
    const { association } = world.credentials
    const tag = await known(score(), as(association))
    const body = { given: false, by: 'Ada Harbour' }
    await elsewhere('PUT', `/v1/firms/${world.own.firm}/consents/answers`, { as: world.own.key, body })
    expect(await server.ask(score(), as(association, { 'if-none-match': tag }))).toMatchObject({ status: 404 })
  })

  test('is not given once the firm was erased elsewhere', async () => {
    const tag = await known(score())
    const erased = await elsewhere('DELETE', `/v1/firms/${world.own.firm}`, {
      as: world.credentials.association,
      headers: { 'if-match': '*' },
    })
    expect(erased.status).toBe(200)
    expect((await server.ask(score(), own({ 'if-none-match': tag }))).status).toBeGreaterThanOrEqual(401)
  })

  test('is not given to a key that was revoked', async () => {
    const tag = await known(record())
    await world.ask('DELETE', `/v1/keys/${world.own.keyId}`, { as: world.own.key, headers: { 'if-match': '*' } })
    expect(await server.ask(record(), own({ 'if-none-match': tag }))).toMatchObject({ status: 401, atOnce: false })
  })

  test('is not given for longer than a revoked key may live on in another process', async () => {
    await known(record())
    await elsewhere('DELETE', `/v1/keys/${world.own.keyId}`, { as: world.own.key, headers: { 'if-match': '*' } })
    world.clock.now = new Date(world.clock.now.getTime() + 5_000)
    expect(await server.ask(record(), own())).toMatchObject({ status: 401, atOnce: false })
  })

  test('is not given on another day', async () => {
    const tag = await known(score())
    world.clock.now = new Date('2026-11-25T00:00:00.000Z')
    await server.ask(record(), own())
    const tomorrow = await server.ask(score(), own({ 'if-none-match': tag }))
    expect(tomorrow).toMatchObject({ status: 200, atOnce: false })
    expect(JSON.parse(tomorrow.text)).toMatchObject({ asOf: '2026-11-25' })
  })

  test('is not given to somebody else on the same connection', async () => {
    const tag = await known(record())
    for (const key of [world.sibling.key, world.foreign.key, `${world.own.key}x`, world.credentials.publishable])
      expect((await server.ask(record(), as(key, { 'if-none-match': tag }))).status).toBeGreaterThanOrEqual(401)
    expect(await server.ask(record(), { 'if-none-match': tag })).toMatchObject({ status: 401, atOnce: false })
    const partner = await server.ask(record(), as(world.credentials.partner))
    expect(JSON.parse(partner.text).record.org).toBeUndefined()
    expect((await server.ask(record(), own())).text).toContain('headcount')
  })

  test.each<[what: string, headers: Readonly<Record<string, string>>, status: number]>([
    ['a page of a site', { origin: 'https://elsewhere.example' }, 200],
    ['somebody who wants an image', { accept: 'image/png' }, 406],
  ])('is not given to %s', async (_, headers, status) => {
    await known(record())
    expect(await server.ask(record(), own(headers))).toMatchObject({ status, atOnce: false })
  })
})

test('counts towards the rate of the key', async () => {
  const world = await createWorld({ rates: { key: 20, address: 1e9, tenant: 1e9 } })
  const server = await serveOn(world.api)
  const statuses: number[] = []
  for (let turn = 0; turn < 22; turn++) {
    const headers = { authorization: `Bearer ${world.own.key}` }
    statuses.push((await server.ask(`/v1/relationships/${world.own.relationship}`, headers)).status)
  }
  expect(statuses.at(-1)).toBe(429)
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(20)
  await server.close()
  await world.close()
})
