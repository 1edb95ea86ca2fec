import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openStore } from '../src/index.ts'
import { engines, masterKey, newFolder, newTenant, newUrl, reopen } from './stores.ts'

const migrations = ['0001-first', '0002-exchanges', '0003-mails', '0004-shipped', '0005-changes']

describe.each(engines)('on %s', (engine) => {
  test('migrations run once, and nothing works before them', async () => {
    const url = await newUrl(engine)
    const store = await reopen(url)
    expect(await store.health()).toMatchObject({ engine, pending: migrations, problem: expect.any(String) })
    expect(await store.migrate()).toEqual(migrations)
    expect(await store.migrate()).toEqual([])
    expect(await store.health()).toMatchObject({ writable: true, pending: [], problem: undefined })
    const tenant = await newTenant(store)
    await store.close()
    const again = await reopen(url)
    expect(await again.migrate()).toEqual([])
    expect((await again.tenant(tenant.id))?.id).toBe(tenant.id)
  })

  test('two that migrate at once do it once', async () => {
    const url = await newUrl(engine)
    const first = await reopen(url)
    const second = engine === 'sqlite' ? first : await reopen(url)
    const runs = await Promise.all([first.migrate(), second.migrate()])
    expect(runs.flat()).toEqual(migrations)
  })

  test('another master key is refused before anything is read', async () => {
    const url = await newUrl(engine)
    const store = await reopen(url)
    await store.migrate()
    await store.close()
    await expect(openStore(url, { masterKey: new Uint8Array(32).fill(8) })).rejects.toMatchObject({ code: 'bad-key' })
    await expect(openStore(url, { masterKey: new Uint8Array(31) })).rejects.toMatchObject({ code: 'bad-key' })
    expect(await (await reopen(url)).health()).toMatchObject({ problem: undefined })
  })

  test('a closed store says so, and closing it again does nothing', async () => {
    const store = await reopen(await newUrl(engine))
    await store.migrate()
    const tenant = await newTenant(store)
    await store.close()
    await store.close()
    await expect(store.write(tenant, (tx) => tx.tenants.get())).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:closed|unavailable)$/u),
    })
  })
})

const badUrls: readonly (readonly [string, string])[] = [
  ['', 'bad-url'],
  ['mysql://root@localhost/joinery', 'bad-url'],
  ['/var/lib/joinery.sqlite', 'bad-url'],
  ['sqlite:', 'bad-url'],
  ['sqlite::memory:', 'bad-url'],
  ['postgres://nobody@127.0.0.1:1/joinery', 'unavailable'],
]

test.each(badUrls)('"%s" is refused as %s', async (url, code) => {
  await expect(openStore(url, { masterKey })).rejects.toMatchObject({ code })
})

test('a password in a bad address is not repeated', async () => {
  const error = await openStore('mysql://root:hunter2@localhost/joinery').catch(String)
  expect(error).not.toContain('hunter2')
})

test('PostgreSQL needs a master key given', async () => {
  await expect(openStore(await newUrl('postgres'))).rejects.toMatchObject({ code: 'bad-key' })
})

test('SQLite keeps a key beside the data that its owner alone can read', async () => {
  const path = join(newFolder(), 'joinery.sqlite')
  const store = await openStore(`sqlite:${path}`)
  await store.close()
  expect(statSync(`${path}.key`).mode & 0o077).toBe(0)
  expect(Buffer.from(readFileSync(`${path}.key`, 'utf8'), 'base64')).toHaveLength(32)
  await (await openStore(`sqlite:${path}`)).close()
})

test('a second program on the same SQLite file is told so', async () => {
  const url = await newUrl('sqlite')
  const store = await reopen(url)
  await expect(openStore(url, { masterKey })).rejects.toMatchObject({ code: 'locked' })
  await store.close()
  await reopen(url)
})

test('data of a newer Joinery are left alone', async () => {
  const path = join(newFolder(), 'joinery.sqlite')
  const store = await reopen(`sqlite:${path}`)
  await store.migrate()
  await store.close()
  const db = new DatabaseSync(path)
  db.exec(`insert into migration values ('9999-later', 'then')`)
  db.close()
  await expect(openStore(`sqlite:${path}`, { masterKey })).rejects.toMatchObject({ code: 'schema-too-new' })
})
