import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openStore } from '@joinery/store'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { newDatabase } from '../../../tools/test-database.ts'
import { backup, restore, startInProcess } from '../src/index.ts'
import { readDeskFiles } from '../src/pages/desk/desk-files.ts'
import { createKeptFiles } from '../src/pages/kept-files.ts'
import { addWidgetFiles, readWidgetFiles, type WidgetFiles } from '../src/pages/widget-files.ts'
import { nextVersion } from './next-version.ts'
import { newFolder } from './folders.ts'
import type { Env } from './service-process.ts'

const engines = ['sqlite', 'postgres'] as const
const desk = readDeskFiles()
const present = readWidgetFiles()!
const later = newFolder()
const next = nextVersion(later, 'next')

async function settings(engine: (typeof engines)[number]): Promise<Env> {
  const key = { JOINERY_KEY: randomBytes(32).toString('base64'), PORT: '0', JOINERY_LOG_LEVEL: 'silent' }
  return engine === 'sqlite' ? { ...key, JOINERY_DATA: newFolder() } : { ...key, DATABASE_URL: await newDatabase() }
}

async function start(env: Env, widgets: WidgetFiles | undefined) {
  const service = await startInProcess({ env, folder: '/' }, { built: { widgets, desk } })
  onTestFinished(() => service.stop())
  return service
}

/** Each file of the version is served, byte for byte, to be kept for ever. */
async function expectServed(address: string, { version, files }: WidgetFiles): Promise<void> {
  const { files: hashes } = JSON.parse(Buffer.from(files.get('integrity.json')!.body).toString()) as {
    files: Record<string, string>
  }
  for (const [name, hash] of Object.entries(hashes)) {
    const response = await fetch(`${address}/widgets/${version}/${name}`, { headers: { 'accept-encoding': 'br' } })
    const body = Buffer.from(await response.arrayBuffer())
    expect([name, response.status, `sha384-${createHash('sha384').update(body).digest('base64')}`]).toEqual([
      name,
      200,
      hash,
    ])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
    })
  }
}

const germanPart = ({ files }: WidgetFiles) => [...files.keys()].find((name) => /^joinery-de-[\w-]{8}\.js$/.test(name))!

describe.each(engines)('over an upgrade, on %s', { timeout: 60_000 }, (engine) => {
  test('every version that was at work is served, with its hashes and its parts; the newest stands at the stable address', async () => {
    const env = await settings(engine)
    expect(next.version).not.toBe(present.version)
    await (await start(env, present)).stop()
    const { address } = await start(env, next)
    await expectServed(address, present)
    await expectServed(address, next)
    expect(await (await fetch(`${address}/widgets/joinery.js`)).text()).toContain('/* next */')
    const old = await fetch(`${address}/widgets/${present.version}/integrity.json`)
    expect(await old.json()).toMatchObject({ version: present.version, first: present.first })

    // a page that stood open asks for the parts of its own version
    const part = germanPart(present)
    expect(next.files.has(part)).toBe(false)
    const response = await fetch(`${address}/widgets/${part}`)
    expect(await response.text()).toBe(Buffer.from(present.files.get(part)!.body).toString())
    expect(response.headers.get('cache-control')).toMatch(/immutable/)
  })
})

test('while versions take turns, each process serves what the other one ships', { timeout: 60_000 }, async () => {
  const env = await settings('postgres')
  const before = await start(env, present)
  const after = await start(env, next)
  await expectServed(before.address, next)
  await expectServed(after.address, present)
  expect((await fetch(`${before.address}/widgets/${germanPart(next)}`)).status).toBe(200)
})

test(
  'a backup holds them: where it is restored, the same addresses lead to the same bytes',
  { timeout: 60_000 },
  async () => {
    const env = await settings('sqlite')
    await (await start(env, present)).stop()
    const written = await backup({ env, folder: '/' }, join(newFolder(), 'a.backup'))
    const elsewhere = { ...env, JOINERY_DATA: newFolder() }
    await restore({ env: elsewhere, folder: '/' }, written.file)
    const { address } = await start(elsewhere, next)
    await expectServed(address, present)
  },
)

test('without room only the version that is at work is there', { timeout: 60_000 }, async () => {
  const env = { ...(await settings('sqlite')), JOINERY_SCRIPTS_MB: '0' }
  await (await start(env, present)).stop()
  const { address } = await start(env, next)
  expect((await fetch(`${address}/widgets/${present.version}/joinery.js`)).status).toBe(404)
  await expectServed(address, next)
})

describe('what no version shipped', () => {
  let service: Awaited<ReturnType<typeof startInProcess>>
  const folder = newFolder()
  beforeAll(async () => {
    const env = { JOINERY_DATA: folder, PORT: '0', JOINERY_LOG_LEVEL: 'silent' }
    service = await startInProcess({ env, folder: '/' })
  })
  afterAll(async () => {
    await service.stop()
  })

  test.each([
    ['a version that was never here', '/widgets/0123456789abcdef/joinery.js', '/widgets/integrity.json'],
    ['a version that is none', '/widgets/__proto__/joinery.js', '/widgets/integrity.json'],
    ['a very long one', `/widgets/${'a'.repeat(4_000)}/joinery.js`, '/widgets/integrity.json'],
    ['another file of a version', `/widgets/${present.version}/nothing.js`, '/widgets/integrity.json'],
    ['a way out of the folder', `/widgets/${present.version}/..%2f..%2fpackage.json`, '/widgets/integrity.json'],
    ['a part of no version', '/widgets/joinery-de-00000000.js', 'Load the page again'],
    ['a version of the desk', '/desk/0123456789abcdef/desk.js', 'Load the page again'],
  ])('%s is a clear problem that nobody keeps, for pages of every site', async (_, path, says) => {
    const response = await fetch(`${service.address}${path}`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    expect(await response.json()).toMatchObject({
      type: '/problems/not-found',
      status: 404,
      detail: expect.stringContaining(says) as string,
      requestId: response.headers.get('x-request-id'),
    })
  })
})

test('a store that does not answer is said so, and what the service has with it is served all the same', async () => {
  const folder = newFolder()
  const store = await openStore(`sqlite:${join(folder, 'joinery.sqlite')}`, { masterKey: randomBytes(32) })
  await store.migrate()
  await store.close()
  const app = new Hono()
  addWidgetFiles(app, present, createKeptFiles(store.shipped))
  const response = await app.request('/widgets/0123456789abcdef/joinery.js')
  expect(await response.json()).toMatchObject({ type: '/problems/unavailable', status: 503 })
  expect((await app.request(`/widgets/${present.version}/joinery.js`)).status).toBe(200)
})
