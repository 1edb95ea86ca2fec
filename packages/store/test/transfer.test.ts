import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openStore, type Engine } from '../src/index.ts'
import {
  engines,
  masterKey,
  newFolder,
  newMember,
  newStore,
  newTenant,
  newUrl,
  type Member,
  unpackedBackup,
} from './stores.ts'

const record = { answers: { 'p01.plan/2': { value: 'yes', note: 'späť 木 "quoted" \\ '.repeat(60) } } }

async function newData(engine: Engine): Promise<Member> {
  const member = await newMember(engine)
  const { store, tenant, firm } = member
  for (let index = 0; index < 230; index++) {
    await store.write(tenant, async (tx) => {
      const { id } = await tx.relationships.create({ firm, record, partner: `Partner ${index}` })
      await tx.audit.append({ actor: 'key:1', action: 'relationship.create', target: id, firm })
    })
  }
  await store.write(tenant, (tx) => tx.audit.seal())
  await store.write(tenant, (tx) => tx.campaigns.start({ kind: 'rescore', input: {}, chunkSize: 7 }))
  const other = await newTenant(store)
  await store.write(other, (tx) => tx.firms.create({ name: 'Neighbour' }))
  return member
}

const ways = engines.flatMap((from) => engines.map((to) => [from, to] as const))

test.each(ways)('a backup of %s fills an empty store on %s, tenant by tenant the same', async (from, to) => {
  const { store, tenant, firm } = await newData(from)
  const file = join(newFolder(), 'backup')
  const backup = await store.backup(file)
  expect(backup.bytes).toBeGreaterThan(1000)
  expect(Object.keys(backup.tenants)).toHaveLength(2)
  expect(backup.tenants[tenant.id]).toBe(await store.digest(tenant))
  const copy = await newStore(to)
  expect((await copy.store.restore(file)).tenants).toEqual(backup.tenants)
  const there = (await copy.store.tenant(tenant.id))!
  expect(await copy.store.digest(there)).toBe(backup.tenants[tenant.id])
  await copy.store.read(there, async (tx) => {
    expect((await tx.relationships.list({ limit: 1 })).items[0]?.record).toEqual(record)
    expect(await tx.relationships.findByPartner(firm, 'partner 229')).toHaveLength(1)
    expect(await tx.audit.verify()).toMatchObject({ entries: 230, sealed: 230, findings: [] })
  })
  const { slug } = await copy.store.read(there, (tx) => tx.tenants.get())
  expect((await copy.store.platform.tenantBySlug(slug))?.id).toBe(tenant.id)
  await expect(copy.store.restore(file)).rejects.toMatchObject({ code: 'not-empty' })
})

describe.each(engines)('on %s', (engine) => {
  test('a backup taken while others write is one moment, whole', async () => {
    const { store, tenant, firm } = await newMember(engine)
    let writing = true
    const writer = (async () => {
      while (writing) {
        await store.write(tenant, (tx) => tx.relationships.create({ firm, record }))
        // however quick the machine, there is not more and more to restore
        await sleep(2)
      }
    })()
    const folder = newFolder()
    for (let index = 0; index < 4; index++) {
      await sleep(30)
      const file = join(folder, `backup-${index}`)
      const backup = await store.backup(file)
      const copy = await newStore('sqlite')
      expect((await copy.store.restore(file)).tenants).toEqual(backup.tenants)
    }
    writing = false
    await writer
  })

  test('a backup is never written over another one, and holds nothing in clear', async () => {
    const { store, tenant, firm } = await newMember(engine)
    await store.write(tenant, (tx) => tx.firms.update(firm, 1, { name: 'Zebra and sons' }))
    const file = join(newFolder(), 'backup')
    await store.backup(file)
    await expect(store.backup(file)).rejects.toMatchObject({ code: 'refused' })
    const kept = unpackedBackup(engine, file)
    expect(kept.includes(firm)).toBe(true)
    expect(kept.includes('Zebra')).toBe(false)
  })

  test('a backup with another master key, or cut short, is refused, and the store stays empty', async () => {
    const { store } = await newData(engine)
    const file = join(newFolder(), 'backup')
    await store.backup(file)
    const stranger = await openStore(await newUrl('sqlite'), { masterKey: new Uint8Array(32).fill(9) })
    await stranger.migrate()
    await expect(stranger.restore(file)).rejects.toMatchObject({ code: 'bad-key' })
    await stranger.close()
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)))
    const { store: empty } = await newStore(engine)
    await expect(empty.restore(file)).rejects.toMatchObject({ code: 'damaged' })
    expect((await empty.platform.listTenants({ limit: 5 })).items).toEqual([])
    await newTenant(empty)
  })
})

test('a backup that was changed is found out by its digests', async () => {
  const { store } = await newData('sqlite')
  const file = join(newFolder(), 'backup')
  const { tenants } = await store.backup(file)
  const db = new DatabaseSync(file)
  db.exec(`update audit set action = 'nothing' where id = (select min(id) from audit)`)
  db.close()
  const { store: copy } = await newStore('sqlite')
  expect((await copy.restore(file)).tenants).not.toEqual(tenants)
  expect(masterKey).toHaveLength(32)
})
