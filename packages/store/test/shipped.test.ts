import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Shipment, ShippedFile, Store } from '../src/index.ts'
import { engines, handClock, newFolder, newStore, newTenant, reopen } from './stores.ts'

const plenty = 1_000_000

function file(name: string, text: string): ShippedFile {
  const hash = createHash('sha256').update(text).digest('hex')
  return { name, hash, packed: () => brotliCompressSync(text) }
}

/** A version: its first file, which names the version, and a part that all versions have in common. */
function shipment(version: string, family: Shipment['family'] = 'widgets'): Shipment {
  return { family, version, files: [file('joinery.js', `first of ${version}`), file('joinery-de-abcdefgh.js', 'de')] }
}

async function textIn(store: Store, version: string, name = 'joinery.js'): Promise<string | undefined> {
  const hash = (await store.shipped.files({ family: 'widgets', version })).get(name)
  const body = hash === undefined ? undefined : await store.shipped.body(hash)
  return body === undefined ? undefined : brotliDecompressSync(body).toString()
}

describe.each(engines)('what a version shipped, on %s', (engine) => {
  test('is there in every later one, and what versions have in common is kept once', async () => {
    const { store, url } = await newStore(engine)
    const bodies: string[] = []
    const watched = (one: Shipment): Shipment => ({
      ...one,
      files: one.files.map((each) => ({ ...each, packed: () => (bodies.push(each.name), each.packed()) })),
    })
    await store.shipped.keep([watched(shipment('one')), shipment('one', 'desk')], plenty)
    await store.shipped.keep([watched(shipment('two'))], plenty)
    await store.shipped.keep([watched(shipment('two'))], plenty)
    expect(bodies).toEqual(['joinery.js', 'joinery-de-abcdefgh.js', 'joinery.js'])
    await store.close()
    const again = await reopen(url)
    expect(await textIn(again, 'one')).toBe('first of one')
    expect(await textIn(again, 'two')).toBe('first of two')
    expect(await textIn(again, 'one', 'joinery-de-abcdefgh.js')).toBe('de')
    expect(await again.shipped.files({ family: 'desk', version: 'two' })).toEqual(new Map())
    expect(await again.shipped.body('0'.repeat(64))).toBeUndefined()
  })

  test('is found by name alone as well: the newest one', async () => {
    const { now, pass } = handClock()
    const { store } = await newStore(engine, { clock: now })
    await store.shipped.keep([shipment('one')], plenty)
    pass(1_000)
    await store.shipped.keep([shipment('two')], plenty)
    expect(await store.shipped.newest('widgets', 'joinery.js')).toBe(shipment('two').files[0]!.hash)
    expect(await store.shipped.newest('desk', 'joinery.js')).toBeUndefined()
    expect(await store.shipped.newest('widgets', `' or 1=1 --`)).toBeUndefined()
  })

  test('goes when there is no more room, the oldest first, and never what is at work', async () => {
    const { now, pass } = handClock()
    const { store } = await newStore(engine, { clock: now })
    for (const version of ['one', 'two', 'three']) {
      expect(await store.shipped.keep([shipment(version)], plenty)).toEqual([])
      pass(1_000)
    }
    const room = [...shipment('two').files, shipment('three').files[0]!].reduce(
      (sum, { packed }) => sum + packed().length,
      0,
    )
    const went = await store.shipped.keep([shipment('three')], room)
    expect(went).toEqual([{ family: 'widgets', version: 'one' }])
    expect(await textIn(store, 'one')).toBeUndefined()
    expect(await textIn(store, 'two')).toBe('first of two')
    expect(await store.shipped.keep([shipment('three')], 0)).toHaveLength(1)
    expect(await store.shipped.keep([shipment('three')], 0)).toEqual([])
    expect(await textIn(store, 'three', 'joinery-de-abcdefgh.js')).toBe('de')
  })

  test('is kept once where processes start together', async () => {
    const { store, url } = await newStore(engine)
    const others = engine === 'sqlite' ? [store, store] : [await reopen(url), await reopen(url)]
    const all = [store, ...others].map((each, index) =>
      each.shipped.keep([shipment('same'), shipment(`own-${index}`)], plenty),
    )
    await Promise.all(all)
    for (const version of ['same', 'own-0', 'own-1', 'own-2']) expect(await textIn(store, version)).toContain(version)
  })

  test.each(engines)('comes back with a backup, into an empty store on %s that has some of it already', async (to) => {
    const { store } = await newStore(engine)
    await newTenant(store)
    await store.shipped.keep([shipment('one')], plenty)
    const backup = join(newFolder(), 'backup')
    await store.backup(backup)
    const { store: copy } = await newStore(to)
    await copy.shipped.keep([shipment('one', 'desk'), shipment('two')], plenty)
    await copy.restore(backup)
    expect([await textIn(copy, 'one'), await textIn(copy, 'two')]).toEqual(['first of one', 'first of two'])
  })
})

test('a backup in which a script was changed is refused', async () => {
  const { store } = await newStore('sqlite')
  await newTenant(store)
  await store.shipped.keep([shipment('one')], plenty)
  const backup = join(newFolder(), 'backup')
  await store.backup(backup)
  const db = new DatabaseSync(backup)
  db.prepare('update shipped_body set packed = ?').run(brotliCompressSync('something else'))
  db.close()
  const { store: copy } = await newStore('sqlite')
  await expect(copy.restore(backup)).rejects.toMatchObject({ code: 'damaged' })
  expect(await copy.shipped.files({ family: 'widgets', version: 'one' })).toEqual(new Map())
})

test('a backup from before scripts were kept is restored without any', async () => {
  const { store } = await newStore('sqlite')
  const tenant = await newTenant(store)
  const backup = join(newFolder(), 'backup')
  await store.backup(backup)
  const db = new DatabaseSync(backup)
  db.exec('drop table shipped_file; drop table shipped_body')
  db.close()
  const { store: copy } = await newStore('sqlite')
  expect(Object.keys((await copy.restore(backup)).tenants)).toEqual([tenant.id])
})
