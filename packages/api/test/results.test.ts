import type { Relationship } from '@joinery/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { change, harbour, relationshipOf } from './records.ts'
import { baseline, guildIndicators, guildRuleSet, publish } from './rule-sets.ts'
import { engines } from './store.ts'
import { createWorld, type World } from './world.ts'

const iso = baseline()

let world: World

const asOf = '2026-11-20'
const get = (path: string, as = world.own.key, headers = {}) => world.ask('GET', path, { as, headers })
const post = (path: string, body: unknown, as = world.own.key) => world.ask('POST', path, { as, body })

describe.each(engines)('on %s', (engine) => {
  beforeAll(async () => {
    world = await createWorld({ engine, ruleSets: [iso] })
    await publish(world, guildRuleSet('1.0.0'))
  })
  afterAll(() => world.close())

  describe('a result that is kept', () => {
    test('stays as it is, whatever becomes of the record and the rules', async () => {
      const relationship = await relationshipOf(world, { answers: answers('trust/1') })
      const kept = await post(`/v1/relationships/${relationship}/results`, { ruleSet: 'guild', asOf })
      expect(kept.status).toBe(201)
      const address = kept.headers.get('location')!
      const first = await get(address)
      expect(first.body).toEqual(kept.body)
      expect(first.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
      const pages = await reportsOf(address)
      await change(world, relationship, { answers: answers('trust/2'), rel: { partnerName: 'Somebody else' } })
      await publish(world, guildRuleSet('2.0.0', guildIndicators.slice(0, -1)))
      expect((await get(address)).body).toEqual(first.body)
      expect(await reportsOf(address)).toEqual(pages)
      await publish(world, guildRuleSet('1.0.0'))
      const again = await get(address, world.own.key, { 'if-none-match': first.headers.get('etag')! })
      expect([again.status, again.body]).toEqual([304, ''])
    })

    test('names what made it', async () => {
      const { body } = await post(`/v1/relationships/${world.own.relationship}/results`, { ruleSet: 'iso-44003', asOf })
      expect(body).toMatchObject({
        relationship: world.own.relationship,
        firm: world.own.firm,
        ruleSet: 'iso-44003',
        version: iso.version,
        digest: iso.hash,
        asOf,
        scope: 'full',
        engine: body.result.provenance.engine,
        inputHash: body.result.provenance.inputHash,
      })
      expect(body.scores.headline.score).toBe(body.result.headline.score)
      expect(Object.keys(body.scores.principles)).toHaveLength(12)
    })

    test('is kept once, however often the same request comes', async () => {
      const relationship = await relationshipOf(world, {})
      const headers = { 'idempotency-key': 'once-and-for-all' }
      const send = () =>
        world.ask('POST', `/v1/relationships/${relationship}/results`, {
          as: world.own.key,
          body: { ruleSet: 'guild' },
          headers,
        })
      const [first, second] = [await send(), await send()]
      expect(second.body).toEqual(first.body)
      expect(second.headers.get('idempotency-replayed')).toBe('true')
      expect((await get(`/v1/relationships/${relationship}/results`)).body.items).toHaveLength(1)
    })

    test('stands in the history, newest first, of one rule set or of all', async () => {
      const relationship = await relationshipOf(world, {})
      for (const ruleSet of ['guild', 'iso-44003', 'guild'])
        await post(`/v1/relationships/${relationship}/results`, { ruleSet, asOf })
      const at = `/v1/relationships/${relationship}/results`
      const first = await get(`${at}?limit=2`)
      const rest = await get(`${at}?limit=2&cursor=${first.body.next}`)
      const names = [...first.body.items, ...rest.body.items].map(({ ruleSet }) => ruleSet)
      expect(names).toEqual(['guild', 'iso-44003', 'guild'])
      expect((await get(`${at}?ruleSet=iso-44003`)).body.items).toHaveLength(1)
      expect(first.body.items[0].result).toBeUndefined()
    })

    test('cannot be seen by the partner, nor by the association without consent', async () => {
      const made = await post(
        `/v1/relationships/${world.sibling.relationship}/results`,
        { ruleSet: 'guild' },
        world.sibling.key,
      )
      for (const as of [world.credentials.association, world.own.key, world.foreign.key])
        expect((await get(made.headers.get('location')!, as)).status).toBe(404)
      const own = await post(`/v1/relationships/${world.own.relationship}/results`, { ruleSet: 'guild' })
      expect((await get(own.headers.get('location')!, world.credentials.partner)).status).toBe(403)
      expect((await get(own.headers.get('location')!, world.credentials.association)).status).toBe(200)
    })
  })

  describe('the report of a result', () => {
    let address: string
    beforeAll(async () => {
      const relationship = await relationshipOf(world, {
        ...harbour,
        org: { ...harbour.org, name: '<script>alert(1)</script>' },
      })
      const made = await post(`/v1/relationships/${relationship}/results`, { ruleSet: 'iso-44003', asOf })
      address = made.headers.get('location')!
    })

    const forms = [
      { ending: 'html', type: 'text/html; charset=utf-8', begins: '<!doctype html>' },
      { ending: 'md', type: 'text/markdown; charset=utf-8', begins: '# ' },
      { ending: 'csv', type: 'text/csv; charset=utf-8', begins: 'our_firm' },
    ]
    test.each(forms)('comes as $ending', async ({ ending, type, begins }) => {
      const { status, headers, body } = await get(`${address}/report.${ending}`)
      expect([status, headers.get('content-type')]).toEqual([200, type])
      expect((body as string).slice(0, begins.length)).toBe(begins)
      // in CSV it is text, and sent as text
      expect((body as string).includes('<script>')).toBe(ending === 'csv')
      const etag = headers.get('etag')!
      expect((await get(`${address}/report.${ending}`, world.own.key, { 'if-none-match': etag })).status).toBe(304)
    })

    test.each([
      { language: 'de', starts: '<html lang="de" dir="ltr">', says: 'Wo Sie stehen' },
      { language: 'ar', starts: '<html lang="ar" dir="rtl">', says: 'أين تقف' },
    ])('as a page in $language, which is kept apart from the English one', async ({ language, starts, says }) => {
      const { headers, body } = await get(`${address}/report.html?language=${language}`)
      expect(body).toContain(starts)
      expect(body).toContain(says)
      const english = await get(`${address}/report.html`, world.own.key, { 'if-none-match': headers.get('etag')! })
      expect(english.status).toBe(200)
      expect((await get(`${address}/report.html?language=xx`)).status).toBe(422)
    })

    test('as a page may show its own style and nothing else', async () => {
      const { headers, body } = await get(`${address}/report.html`)
      const inPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body as string)![1]!
      expect(headers.get('content-security-policy')).toBe(`${inPage}; frame-ancestors 'none'`)
      expect(inPage).toContain("default-src 'none'; style-src 'sha256-")
    })
  })
})

function answers(...met: string[]): NonNullable<Relationship['answers']> {
  return Object.fromEntries(met.map((id) => [id, { value: 'yes' }]))
}

async function reportsOf(address: string): Promise<string[]> {
  const pages = await Promise.all(['html', 'md', 'csv'].map((ending) => get(`${address}/report.${ending}`)))
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
  return pages.map(({ body }) => body as string)
}
