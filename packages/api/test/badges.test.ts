import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { baseline, guildIndicators, guildRuleSet, publish } from './rule-sets.ts'
import { createWorld, type World } from './world.ts'

const iso = baseline()

let world: World
let path: string
beforeEach(async () => {
  await world?.close()
  world = await createWorld({ ruleSets: [iso] })
  await publish(world, guildRuleSet('1.0.0'))
  path = `/v1/relationships/${world.own.relationship}`
})
afterAll(() => world.close())

const as = () => world.own.key
const anybody = (address: string, headers = {}) => world.ask('GET', address, { headers })

async function badge(ruleSet = 'guild'): Promise<{ id: string; svg: string; json: string }> {
  const { status, body } = await world.ask('POST', `${path}/badges`, { as: as(), body: { ruleSet } })
  expect(status).toBe(201)
  return { id: body.badge.id, svg: body.svg, json: body.json }
}

async function keep(answered: readonly string[], wish = {}): Promise<void> {
  const record = { rmp: { versionAt: '2026-11-01' }, answers: answersTo(answered) }
  await world.ask('PUT', path, { as: as(), body: { record }, headers: { 'if-match': '*' } })
  const kept = await world.ask('POST', `${path}/results`, { as: as(), body: { ruleSet: 'guild', ...wish } })
  expect(kept.status).toBe(201)
}

function answersTo(ids: readonly string[]): Record<string, { value: string }> {
  return Object.fromEntries(ids.map((id) => [id, { value: 'yes' }]))
}

describe('a badge', () => {
  test('says the level of the latest whole result, the month, and that it is self-assessed', async () => {
    const { svg, json } = await badge()
    await keep(['trust/1', 'trust/2', 'trust/3'])
    expect((await anybody(json)).body).toEqual({
      selfAssessed: true,
      title: 'The guild',
      level: 1,
      levelName: 'Personal',
      levels: [0, 1, 2, 3, 4],
      asOf: '2026-11-24',
      version: '1.0.0',
      message: 'Level 1: Personal',
    })
    const { headers, body } = await anybody(svg)
    expect(headers.get('content-type')).toBe('image/svg+xml')
    expect(body).toContain('>relationship, self-assessed Nov 2026</text>')
    expect(body).toContain('>Level 1: Personal</text>')
    expect(body).toContain('role="img" aria-label="The guild: Level 1: Personal, relationship, self-assessed Nov 2026"')
  })

  const silent = [
    { when: 'before the first result', kept: undefined },
    { when: 'when too little is known', kept: [] },
  ]
  test.each(silent)('shows no level $when', async ({ kept }) => {
    const { svg, json } = await badge('iso-44003')
    if (kept !== undefined) await keep(kept, { ruleSet: 'iso-44003' })
    expect((await anybody(json)).body).toMatchObject({
      level: null,
      message: 'not enough is known yet',
      selfAssessed: true,
    })
    expect((await anybody(svg)).body).toMatch(/self-assessed( \w+ \d+)?<\/text>/)
    expect((await anybody(svg)).body).not.toMatch(/Level \d/)
  })

  test('passes over a look at a part', async () => {
    const { json } = await badge()
    await keep(['trust/1', 'trust/2', 'trust/3'])
    await keep([], { scope: 'quick' })
    expect((await anybody(json)).body.level).toBe(1)
  })

  test('holds no name, no score and no answer', async () => {
    const { svg, json } = await badge()
    await keep(['trust/1'])
    const text = `${JSON.stringify((await anybody(json)).body)} ${(await anybody(svg)).body}`
    for (const secret of ['Harbour', 'Castell', world.own.firm, world.own.relationship, 'score', 'trust/1'])
      expect(text).not.toContain(secret)
  })

  test('can be kept by caches, and is not sent twice', async () => {
    const { svg } = await badge()
    const { headers } = await anybody(svg)
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect((await anybody(svg, { 'if-none-match': headers.get('etag')! })).status).toBe(304)
    await keep(['trust/1', 'trust/2', 'trust/3'])
    expect((await anybody(svg, { 'if-none-match': headers.get('etag')! })).status).toBe(200)
  })

  test('texts of a rule set are text in it', async () => {
    await publish(world, guildRuleSet('3.0.0', guildIndicators, { title: '<script>"&' }))
    const { svg } = await badge()
    expect((await anybody(svg)).body).toContain('aria-label="&lt;script&gt;&quot;&amp;: not enough')
  })

  test('is there until it is taken back, or is over', async () => {
    const [first, second] = [await badge(), await badge()]
    const list = await world.ask('GET', `${path}/badges`, { as: as() })
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([first.id, second.id]))
    const revoked = await world.ask('DELETE', `${path}/badges/${first.id}`, { as: as() })
    expect([revoked.status, revoked.body.revokedAt]).toEqual([200, '2026-11-24T10:00:00.000Z'])
    expect((await anybody(first.svg)).status).toBe(404)
    expect((await anybody(second.svg)).status).toBe(200)
    world.clock.now = new Date('2028-01-01T00:00:00.000Z')
    expect((await anybody(second.svg)).status).toBe(404)
  })

  test('is no key: with it nobody gets in, and no key is a badge', async () => {
    const token = (await badge()).svg.split('/')[3]!
    expect((await world.ask('GET', path, { as: token })).status).toBe(401)
    for (const other of [world.credentials.partner, world.credentials.publishable, 'rubbish', `${token.slice(0, -1)}0`])
      expect((await anybody(`/v1/badges/${other}/badge.svg`)).status).toBe(404)
  })

  test('a link of the partner is not taken back as a badge', async () => {
    expect((await world.ask('DELETE', `${path}/badges/${world.own.link}`, { as: as() })).status).toBe(404)
  })
})
