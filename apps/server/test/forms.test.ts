import type { Result } from '@joinery/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { begin, createPagesWorld, post, site, type PagesWorld } from './pages-world.ts'

let world: PagesWorld
beforeAll(async () => {
  world = await createPagesWorld()
})
afterAll(() => world.close())

const get = (address: string) => Promise.resolve(world.app.request(address))
const locationOf = (response: Response) => response.headers.get('location')!

/** Statements of a page, as its radio buttons name them. */
async function statementsOf(address: string): Promise<string[]> {
  const text = await (await get(address)).text()
  return [...new Set([...text.matchAll(/type="radio" name="(a-[^"]+)"/g)].map(([, name]) => name!))]
}

async function answerEverything(first: string, value: (index: number) => string): Promise<string> {
  let at = first
  while (!at.includes('/results')) {
    const fields = await statementsOf(at)
    const answered = await post(world.app, at, Object.fromEntries(fields.map((name, index) => [name, value(index)])))
    expect(answered.status).toBe(303)
    at = locationOf(answered)
  }
  return at
}

type Answered = Record<string, Record<string, { value: string }>>

async function recordBehind(address: string): Promise<Answered> {
  const token = address.split('/')[2]!
  const { relationship } = await world.ask(token, '/v1/whoami')
  const path = `/v1/relationships/${relationship}`
  return (await world.ask<{ record: Answered }>(token, path)).record
}

describe('the assessment without a script', () => {
  test('goes page by page from the start to a result that is kept', async () => {
    const first = await begin(world)
    expect(first).toMatch(/^\/forms\/vt_\w+\/about\?/)
    const named = await post(world.app, first, {
      'q-q.org-name': 'Harbour Joinery',
      'q-q.rel-partner-name': 'Castell & Rowe',
    })
    const check = await answerEverything(locationOf(named), (index) => ['yes', 'partly', 'no'][index % 3]!)
    expect(await (await get(check)).text()).toContain('Look through your answers')
    const made = await post(world.app, check, {})
    expect(made.status).toBe(303)
    const result = await get(locationOf(made))
    const text = await result.text()
    expect(result.status).toBe(200)
    expect(text).toContain('<bdi>Castell &#38; Rowe</bdi>')
    expect(text).toContain('Self-assessed')
    expect(text).toContain('<nav class="links">')
    expect(Object.keys((await recordBehind(first))['answers']!)).toHaveLength(16)
  })

  test('gives the score that the same record gets everywhere', async () => {
    const first = await begin(world)
    const check = await answerEverything(first, () => 'yes')
    const [, token, , id] = locationOf(await post(world.app, check, {}))
      .split('?')[0]!
      .split('/')
      .slice(1)
    const { result } = await world.ask<{ result: Result }>(token!, `/v1/results/${id}`)
    const record = await recordBehind(first)
    const again = {
      record,
      ruleSet: 'iso-44003',
      scope: 'starter',
      asOf: result.provenance.asOf,
    }
    expect(await world.ask(token!, '/v1/assessments', again)).toEqual(result)
  })

  test('sent twice, or gone back to and sent again, is the same once', async () => {
    const first = await begin(world)
    const check = await answerEverything(first, () => 'no')
    const results = [await post(world.app, check, {}), await post(world.app, check, {})].map(locationOf)
    expect(results[1]).toBe(results[0])
    const page = check.replace('/results', '/p01')
    const fields = Object.fromEntries((await statementsOf(page)).map((name) => [name, 'no']))
    expect(locationOf(await post(world.app, page, fields))).toContain('/p02')
    expect(locationOf(await post(world.app, check, {}))).toBe(results[0])
  })

  test('lists what is wrong at the top, leads to it, keeps what was written, and saves nothing of the page', async () => {
    const first = await begin(world)
    const page = first.replace('/about', '/p01')
    const [one, other] = await statementsOf(page)
    const reason = one!.replace(/^a-/, 'r-')
    const note = other!.replace(/^a-/, 'n-')
    const long = 'x'.repeat(2_001)
    const sent = { [one!]: 'notApplicable', [other!]: 'yes', [note]: long, 'q-q.rmp-reviewed': 'soon' }
    const refused = await post(world.app, page, sent)
    const text = await refused.text()
    expect(refused.status).toBe(422)
    const summary = /<div class="summary"[\s\S]*?<\/div>/.exec(text)![0]
    for (const field of [reason, note, 'q-q.rmp-reviewed']) {
      expect(summary).toContain(`href="#${field}"`)
      expect(text).toContain(`id="${field}"`)
    }
    expect(text).toContain(`<title>Please look at this again`)
    expect(text).toContain(long)
    expect(text).toMatch(new RegExp(`name="${other}"\\s+value="yes"\\s+checked`))
    expect((await recordBehind(first))['answers']).toBeUndefined()
  })

  test('does not undo what was answered in another window', async () => {
    const first = await begin(world)
    const [p01, p02] = ['p01', 'p02'].map((id) => first.replace('/about', `/${id}`))
    const [[one], [two]] = [await statementsOf(p01!), await statementsOf(p02!)]
    await Promise.all([post(world.app, p01!, { [one!]: 'yes' }), post(world.app, p02!, { [two!]: 'no' })])
    const { answers } = await recordBehind(first)
    expect([answers![one!.slice(2)]!.value, answers![two!.slice(2)]!.value]).toEqual(['yes', 'no'])
  })

  test.each([
    ['de', 'Wie genau', 'ltr'],
    ['ar', 'dir="rtl"', 'rtl'],
  ])('speaks %s', async (lang, words, dir) => {
    const text = await (await get(`/forms/${world.key}?lang=${lang}`)).text()
    expect(text).toContain(`<html lang="${lang}" dir="${dir}"`)
    expect(text).toContain(lang === 'de' ? 'Ihre Antworten bleiben 90 Tage' : words)
  })
})

describe('every page of a form', () => {
  test('sets no cookie, is not stored or indexed, tells no other site its address, and stands in frames of listed sites', async () => {
    const first = await begin(world)
    const check = await answerEverything(first, () => 'yes')
    const result = locationOf(await post(world.app, check, {}))
    for (const address of [`/forms/${world.key}`, first, check, result]) {
      const { headers } = await get(address)
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toMatch(new RegExp(`frame-ancestors [^;]*${site}`))
      expect(headers.get('content-security-policy')).not.toContain('script-src')
    }
  })
})

describe('a page that is refused', () => {
  const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? ''

  test.each([
    { what: 'a form that has ended', path: () => `/forms/vt_${'0'.repeat(71)}/about` },
    { what: 'a key that nobody has', path: () => `/embed/pk_${'0'.repeat(71)}` },
  ])('because of $what can be read in the frame of any site, and holds nothing to send', async ({ path }) => {
    expect(await policyOf(path())).toContain('frame-ancestors *;')
    expect(await (await get(path())).text()).not.toContain('<form')
  })

  test.each([
    { what: 'a form', path: () => `/forms/${world.key}?rules=none` },
    { what: 'an element', path: () => `/embed/${world.key}?rules=none` },
  ])('of $what whose sites are known stands in the frames of those alone', async ({ path }) => {
    expect(await policyOf(path())).toMatch(new RegExp(`frame-ancestors 'self' [^;]*${site}`))
    expect(await policyOf(path())).not.toContain('*')
  })

  test('of a partner stands in no frame', async () => {
    expect(await policyOf(`/p/vt_${'0'.repeat(71)}`)).toContain("frame-ancestors 'none'")
  })
})

describe('hostile input', () => {
  const wrong = [
    { what: 'an address that is none', path: '/forms/xyz', status: 404 },
    { what: 'a secret of nobody', path: `/forms/vt_${'0'.repeat(71)}/about`, status: 404 },
    { what: 'a script in the address', path: '/forms/%3Cscript%3Ealert(1)%3C%2Fscript%3E', status: 404 },
    { what: 'a rule set that is none', path: (key: string) => `/forms/${key}?rules=%3Cb%3E`, status: 404 },
    { what: 'a key for pages where a token belongs', path: (key: string) => `/forms/${key}/about`, status: 404 },
    { what: 'line ends in the address', path: '/forms/a%0d%0aset-cookie:b', status: 404 },
  ]

  test.each(wrong)('$what is said in plain words, without anything of the inside', async ({ path, status }) => {
    const response = await get(typeof path === 'string' ? path : path(world.key))
    const text = await response.text()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(text).toContain('This address leads nowhere')
    expect(text).not.toMatch(/<script|alert|\bat .*:\d+/)
  })

  test('markup in answers stays text', async () => {
    const first = await begin(world)
    const markup = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const next = await post(world.app, first, { 'q-q.rel-partner-name': markup, 'q-q.org-name': markup })
    const [one] = await statementsOf(locationOf(next))
    await post(world.app, locationOf(next), { [one!]: 'yes', [one!.replace('a-', 'n-')]: `</textarea>${markup}` })
    const check = first.replace('/about', '/results')
    const result = locationOf(await post(world.app, check, {}))
    for (const address of [first, locationOf(next), check, result]) {
      const text = await (await get(address)).text()
      expect(text).not.toMatch(/<script|<img/)
    }
  })

  test.each([
    ['JSON', 'application/json', 415],
    ['a file', 'multipart/form-data; boundary=x', 415],
  ])('a form that sends %s is refused', async (_what, type, status) => {
    const first = await begin(world)
    const response = await world.app.request(first, { method: 'POST', body: '{}', headers: { 'content-type': type } })
    expect(response.status).toBe(status)
  })

  test('a form larger than a page can hold is refused before it is read whole', async () => {
    const first = await begin(world)
    expect((await post(world.app, first, `a=${'x'.repeat(300_000)}`)).status).toBe(413)
  })

  test('fields of all sorts never break a page, and never write beside it', async () => {
    const first = await begin(world)
    const page = first.replace('/about', '/p01')
    const [one] = await statementsOf(page)
    const names = fc.oneof(
      fc.constantFrom(one!, one!.replace('a-', 'n-'), 'a-__proto__', '__proto__', 'q-q.rmp-owner', 'constructor'),
      fc.string(),
    )
    const fields = fc.array(fc.tuple(names, fc.string({ unit: 'binary' })), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fields, async (sent) => {
        const body = sent
          .map(([name, value]) => `${encodeURIComponent(safe(name))}=${encodeURIComponent(safe(value))}`)
          .join('&')
        const { status } = await post(world.app, page, body)
        expect([303, 422]).toContain(status)
        const { answers = {}, ...others } = await recordBehind(first)
        expect(Object.keys(answers).every((id) => `a-${id}` === one)).toBe(true)
        expect(Object.keys(others).filter((key) => key !== 'rmp')).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('whoever asks too often is asked to wait', async () => {
    const busy = await createPagesWorld({ address: 2 })
    const answers = []
    for (let count = 0; count < 4; count++) answers.push(await busy.app.request(`/forms/vt_${'0'.repeat(71)}/about`))
    const last = answers.at(-1)!
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)])
    expect(await last.text()).toContain('One moment, please')
    await busy.close()
  })
})

/** Half of a pair of characters cannot be sent at all. */
function safe(text: string): string {
  return text.toWellFormed()
}
