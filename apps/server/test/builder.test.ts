import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPagesWorld, site, type PagesWorld } from './pages-world.ts'

let world: PagesWorld
beforeAll(async () => {
  world = await createPagesWorld()
})
afterAll(() => world.close())

interface Made {
  readonly snippet: string
  readonly preview: string
  readonly folder: string
  readonly missing: string
}

async function made(query: string): Promise<Made> {
  return (await (
    await world.app.request(`/builder/made.json?${query}`, { headers: { host: 'joinery.example' } })
  ).json()) as Made
}

function hashOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`
}

describe('the builder', () => {
  test('gives what is to be pasted: an element that is never blank, or a frame', async () => {
    const script = await made('rules=iso-44003&scope=full&lang=de')
    expect(script.snippet).toContain(
      '<joinery-assessment rules="https://joinery.example/rules/iso-44003.json" scope="full" lang="de">',
    )
    expect(script.snippet).toContain('https://joinery.example/widgets/loader.js')
    const frame = await made('way=frame')
    expect(frame.snippet).toMatch(
      /^<iframe data-joinery-frame src="https:\/\/joinery\.example\/embed\/iso-44003\?scope=starter"/,
    )
  })

  test('pins a version by its hash', async () => {
    const { snippet } = await made('pinned=on')
    const [, path, hash] = /src="https:\/\/joinery\.example([^"]+)"\s+integrity="([^"]+)"/.exec(snippet)!
    const bytes = Buffer.from(await (await world.app.request(path!)).arrayBuffer())
    expect(hash).toBe(hashOf(bytes))
  })

  test('names ahead what the first question needs, each file of one version with its hash', async () => {
    const rules =
      '<link rel="preload" as="fetch" crossorigin="anonymous" href="https://joinery.example/rules/iso-44003.json" />'
    const [loader, pinned] = [await made('lang=de'), await made('lang=de&pinned=on')]
    expect(loader.snippet).toContain(rules)
    expect(loader.snippet).toContain('<link rel="modulepreload" href="https://joinery.example/widgets/joinery.js" />')
    expect(pinned.snippet).toContain(rules)
    const ahead = [
      ...pinned.snippet.matchAll(/modulepreload" href="https:\/\/joinery\.example([^"]+)" integrity="([^"]+)"/g),
    ]
    const names = ahead.map(([, path]) => path!.replace(/^.*\/|-[\w-]{8}\.js$/g, ''))
    expect(names).toEqual(expect.arrayContaining(['joinery.js', 'joinery-questions', 'joinery-de']))
    for (const [, path, hash] of ahead) {
      const response = await world.app.request(path!)
      expect(hashOf(Buffer.from(await response.arrayBuffer()))).toBe(hash)
      expect(response.headers.get('cache-control')).toContain('immutable')
    }
  })

  test('says what is missing before the service can keep answers', async () => {
    expect((await made('keeping=service')).missing).toContain('pk_')
    expect((await made('keeping=service&key=sk_live_abc')).missing).toContain('never paste a secret key')
    const { missing, snippet, preview } = await made(`keeping=service&key=${world.key}`)
    expect(missing).toBe('')
    expect(snippet).toContain(`key="${world.key}"`)
    expect(preview).toContain(`/embed/${world.key}?`)
  })

  test.each([
    'rules="><script>alert(1)</script>&scope="><script>&lang="><script>',
    `own=on&accent=red;}*{display:none}&paper=%23fff"><script>`,
    `keeping=service&key="><script>alert(1)</script>`,
  ])('takes whatever an address says as text: %s', async (query) => {
    const response = await world.app.request(`/builder?${encodeURI(query)}`)
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).not.toContain('<script>')
    expect(text).not.toContain('display:none}')
    expect((await made(encodeURI(query))).snippet).not.toContain('<script>')
  })

  test('does not repeat a host that is none', async () => {
    const headers = { host: 'evil.example/"><script>' }
    const text = await (await world.app.request('/builder/made.json', { headers })).text()
    expect(text).not.toContain('evil')
  })
})

describe('the folder', () => {
  test('holds all that a web space needs, each part with its hash, and the same choice gives the same bytes', async () => {
    const path = '/builder/folder.zip?rules=iso-44003&scope=starter&lang=de&own=on&accent=%237a1f3d'
    const [one, again] = [await bytesOf(path), await bytesOf(path)]
    expect(Buffer.from(again).equals(Buffer.from(one))).toBe(true)
    const files = unzipSync(one)
    const page = strFromU8(files['index.html']!)
    expect(page).toContain('rules="rules/iso-44003.json" scope="starter"')
    expect(page).toContain('<html lang="de" dir="ltr">')
    expect(strFromU8(files['style.css']!)).toContain('--joinery-accent: #7a1f3d')
    expect(strFromU8(files['README.txt']!)).toContain('Upload the whole folder')
    const { files: hashes } = JSON.parse(strFromU8(files['integrity.json']!)) as { files: Record<string, string> }
    const scripts = Object.keys(files).filter((name) => name.startsWith('joinery/'))
    expect(scripts.length).toBeGreaterThan(5)
    for (const name of scripts) expect(hashOf(files[name]!)).toBe(hashes[name.slice(8)])
    const ahead = [...page.matchAll(/rel="(?:modulepreload|preload)"[^>]* href="([^"]+)"/g)].map(([, path]) => path!)
    expect(ahead.length).toBeGreaterThan(4)
    expect(ahead.filter((path) => files[path] === undefined)).toEqual([])
  })

  test('is packed twenty times a minute for one caller, and not more', async () => {
    const statuses = []
    for (let count = 0; count < 25; count++) statuses.push((await world.app.request('/builder/folder.zip')).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
  })

  async function bytesOf(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await world.app.request(path)).arrayBuffer())
  }
})

describe('the page for frames', () => {
  test('of a key stands in frames of the sites that the key lists, and holds the form for when no script runs', async () => {
    const response = await world.app.request(`/embed/${world.key}?rules=iso-44003`)
    expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${site}`)
    expect(await response.text()).toContain(`<form method="post" action="/forms/${world.key}`)
  })

  test('of a rule set stands in frames of every site, under a policy that allows only itself', async () => {
    const { headers } = await world.app.request('/embed/iso-44003?accent=%237a1f3d')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
  })

  test('of nothing is not found', async () => {
    expect((await world.app.request('/embed/nothing')).status).toBe(404)
  })
})
