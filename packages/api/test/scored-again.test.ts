import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NodeServer } from './node-server.ts'
import { engines } from './store.ts'
import { twoProcesses } from './two-processes.ts'
import type { Ask, World } from './world.ts'

/** No room for answers, so that each is made again from what was read. */
const memory = { answers: 0 }

describe.each(engines)('on %s, a score that is made again without a reading', (engine) => {
  let world: World
  let server: NodeServer
  /** Another process on the same data. */
  let elsewhere: Ask
  let end: () => Promise<void>
  beforeEach(async () => {
    ;({ world, server, elsewhere, end } = await twoProcesses({ engine, memory }))
  })
  afterEach(() => end())

  const record = () => `/v1/relationships/${world.own.relationship}`
  const ask = (path: string) => server.ask(path, { authorization: `Bearer ${world.own.key}` })
  const score = () => ask(`${record()}/score?ruleSet=iso-44003`)
  /** Whoever writes on the same database server meanwhile may make it go the whole way. */
  const scoredAgain = async () => {
    for (let turn = 1; ; turn++) {
      const answer = await score()
      if (answer.atOnce || turn === 50) return answer
    }
  }
  const keptBytes = async () => {
    const { body } = await world.ask('GET', '/metrics', { as: world.credentials.operator })
    return Number(/^joinery_sources_bytes (\d+)$/m.exec(body as string)?.[1])
  }
  const save = (by: Ask, value: string) =>
    by('PATCH', record(), {
      as: world.own.key,
      body: { answers: { 'p10.own/2': { value } } },
      headers: { 'if-match': '*' },
    })

  test('is the same to the byte', async () => {
    const whole = await score()
    const again = await scoredAgain()
    expect([whole.atOnce, again.atOnce]).toEqual([false, true])
    expect(again).toMatchObject({ status: 200, text: whole.text })
    expect(again.headers['etag']).toBe(whole.headers['etag'])
    expect((await scoredAgain()).text).toBe(whole.text)
  })

  test('is of the record as it was saved last, whoever saved it', async () => {
    const texts = new Map<string, string>()
    for (let turn = 0; turn < 12; turn++) {
      const value = turn % 2 === 0 ? 'yes' : 'no'
      expect((await save(turn % 3 === 0 ? world.ask : elsewhere, value)).status).toBe(200)
      const first = await score()
      expect(first).toMatchObject({ status: 200, atOnce: false })
      expect((await scoredAgain()).text).toBe(first.text)
      expect(texts.get(value) ?? first.text).toBe(first.text)
      texts.set(value, first.text)
    }
    expect(new Set(texts.values()).size).toBe(2)
  })

  test('is of the day', async () => {
    await score()
    world.clock.now = new Date('2026-11-25T00:00:00.000Z')
    await ask(record())
    expect(JSON.parse((await score()).text)).toMatchObject({ asOf: '2026-11-25' })
  })

  test.each<[what: string, method: 'DELETE' | 'PUT', path: () => string, body?: object]>([
    ['the firm is erased', 'DELETE', () => `/v1/firms/${world.own.firm}`],
    ['the relationship is removed', 'DELETE', record],
    [
      'a consent is withdrawn',
      'PUT',
      () => `/v1/firms/${world.own.firm}/consents/answers`,
      { given: false, by: 'Ada' },
    ],
  ])('leaves nothing in memory once %s', async (_, method, path, body) => {
    await score()
    expect(await keptBytes()).toBeGreaterThan(1_000)
    const headers = { 'if-match': '*' }
    const done = await world.ask(method, path(), {
      as: world.own.key,
      headers,
      ...(body === undefined ? {} : { body }),
    })
    expect(done.status).toBeLessThan(300)
    expect(await keptBytes()).toBe(0)
  })
})
