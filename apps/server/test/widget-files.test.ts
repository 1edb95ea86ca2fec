import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingKept } from '../src/pages/kept-files.ts'
import { addWidgetFiles, readWidgetFiles } from '../src/pages/widget-files.ts'
import { newFolder } from './folders.ts'
import { createPagesWorld, type PagesWorld } from './pages-world.ts'

let world: PagesWorld
beforeAll(async () => {
  world = await createPagesWorld()
})
afterAll(() => world.close())

const widgets = readWidgetFiles()!

describe('the elements', () => {
  const places = [
    // a first file of before an upgrade would ask for parts that are gone
    {
      place: 'only until they are asked for again at their stable address',
      path: '/widgets/joinery.js',
      keeping: /^public, no-cache$/,
    },
    {
      place: 'only until it is asked for again, with the names of parts in it',
      path: '/widgets/loader.js',
      keeping: /^public, no-cache$/,
    },
    {
      place: 'for ever at the address of their version',
      path: `/widgets/${widgets.version}/joinery.js`,
      keeping: /immutable/,
    },
    { place: 'for ever where the name holds a hash', path: `/widgets/${aPart()}`, keeping: /immutable/ },
  ]

  test.each(places)('can be kept $place', async ({ path, keeping }) => {
    const response = await world.app.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toMatch(keeping)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
  })

  test('have the hashes that are published for them, compressed or not', async () => {
    const { version, files } = (await (await world.app.request('/widgets/integrity.json')).json()) as {
      version: string
      files: Record<string, string>
    }
    for (const [name, hash] of Object.entries(files)) {
      const path = `/widgets/${version}/${name}`
      const plain = Buffer.from(await (await world.app.request(path)).arrayBuffer())
      const packed = await world.app.request(path, { headers: { 'accept-encoding': 'gzip, br' } })
      expect(packed.headers.get('content-encoding')).toBe('br')
      expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).equals(plain)).toBe(true)
      expect(`sha384-${createHash('sha384').update(plain).digest('base64')}`).toBe(hash)
    }
  })

  test('are not sent again to whoever has them', async () => {
    const etag = (await world.app.request('/widgets/joinery.js')).headers.get('etag')!
    const again = await world.app.request('/widgets/joinery.js', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test.each([
    '/widgets/nothing.js',
    '/widgets/0000000000000000/joinery.js',
    '/widgets/..%2f..%2fpackage.json',
    '/widgets/%00',
  ])('are the only files there: %s is not found', async (path) => {
    expect((await world.app.request(path)).status).toBe(404)
  })

  test('that have not been built are missed with a clear message', async () => {
    const app = new Hono()
    addWidgetFiles(app, readWidgetFiles(newFolder()), nothingKept)
    const response = await app.request('/widgets/joinery.js')
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('pnpm run bundle')])
  })

  test('come with a loader of at most 1.5 kB', () => {
    expect(widgets.files.get('loader.js')!.packed().length).toBeLessThanOrEqual(1_500)
  })
})

test('the rule set stands at a stable address and, byte for byte the same, for ever at its digest', async () => {
  const stable = await world.app.request('/rules/iso-44003.json')
  const text = await stable.text()
  const digest = createHash('sha256').update(text).digest('hex')
  const fixed = await world.app.request(`/v1/bundles/${digest}`, { headers: { origin: 'https://anywhere.example' } })
  expect(await fixed.text()).toBe(text)
  expect(fixed.headers.get('access-control-allow-origin')).toBe('*')
  expect(fixed.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(stable.headers.get('access-control-allow-origin')).toBe('*')
  expect((await world.app.request('/rules/nothing.json')).status).toBe(404)
})

function aPart(): string {
  return [...widgets.files.keys()].find((name) => name.startsWith('joinery-de-'))!
}
