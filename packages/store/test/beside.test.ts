import { describe, expect, onTestFinished, test } from 'vitest'
import { openBeside, type Store, type TenantContext } from '../src/index.ts'
import { engines, newMember } from './stores.ts'

/** The same data, as another thread of the process has them. */
async function beside(store: Store): Promise<{ readonly other: Store; readonly leave: () => void }> {
  const shared = store.share()
  const other = await openBeside(shared)
  onTestFinished(() => other.close())
  // as when its thread ends without a word
  return { other, leave: () => shared.port.close() }
}

async function alsoHere(other: Store, { id }: TenantContext): Promise<TenantContext> {
  return (await other.tenant(id))!
}

describe.each(engines)('on %s, a store and another one beside it', (engine) => {
  test('write in turns, and nothing that either acknowledged is lost or doubled', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const { other } = await beside(store)
    const there = await alsoHere(other, tenant)
    const writes = Array.from({ length: 60 }, (_, index) => {
      const [at, as] = index % 2 === 0 ? [store, tenant] : [other, there]
      return at.write(as, async (tx) => {
        const { id } = await tx.relationships.create({ firm, record: {} })
        if (index % 10 === 9) throw new Error('changed my mind')
        return id
      })
    })
    const outcomes = await Promise.allSettled(writes)
    const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(kept).toHaveLength(54)
    for (const [at, as] of [
      [store, tenant],
      [other, there],
    ] as const) {
      const { items } = await at.read(as, (tx) => tx.relationships.list({ limit: 500 }))
      expect(items.map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
    }
  })

  test('see at once what the other one has acknowledged, and know that a reading from before holds no more', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const { other } = await beside(store)
    const there = await alsoHere(other, tenant)
    const { id } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
    for (let version = 1; version < 20; version += 2) {
      const stamp = await store.read(tenant, async (tx) => {
        expect((await tx.relationships.get(id))!.version).toBe(version)
        return tx.standsOn!
      })
      await other.write(there, (tx) => tx.relationships.update(id, version, { record: {} }))
      expect(await store.holds(tenant, id, stamp)).toBe(false)
      await store.write(tenant, (tx) => tx.relationships.update(id, version + 1, { record: {} }))
      expect((await other.read(there, (tx) => tx.relationships.get(id)))!.version).toBe(version + 2)
    }
  })
})

describe('beside a store on SQLite', () => {
  test('a thread that ends in the middle of its turn holds nobody up, and in doubt nothing holds', async () => {
    const { store, tenant, firm } = await newMember('sqlite')
    const { other, leave } = await beside(store)
    const there = await alsoHere(other, tenant)
    const { id } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
    const stamp = await store.read(tenant, async (tx) => (await tx.relationships.head(id), tx.standsOn!))
    const cutOff = other.write(there, async (tx) => {
      await tx.relationships.update(id, 1, { record: {} })
      leave()
    })
    await expect(cutOff).rejects.toMatchObject({ code: 'closed' })
    // whether it was kept, only the file knows by now
    expect(await store.write(tenant, (tx) => tx.firms.update(firm, 1, { sector: 'joinery' }))).toBeDefined()
    expect(await store.holds(tenant, id, stamp)).toBe(false)
    await expect(other.write(there, (tx) => tx.firms.update(firm, 2, { sector: null }))).rejects.toMatchObject({
      code: 'closed',
    })
  })

  test('nothing can be erased: that is for the one that owns the file', async () => {
    const { store, tenant, firm } = await newMember('sqlite')
    const { other } = await beside(store)
    const there = await alsoHere(other, tenant)
    const { id } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
    await expect(other.write(there, (tx) => tx.relationships.delete(id, 1))).rejects.toMatchObject({ code: 'refused' })
    expect((await store.read(tenant, (tx) => tx.relationships.get(id)))?.version).toBe(1)
    // and while the other one is idle, it keeps the owner from nothing
    await store.write(tenant, (tx) => tx.relationships.delete(id, 1))
    await store.checkpoint()
    expect(await other.read(there, (tx) => tx.relationships.count())).toBe(0)
  })

  test('a store that closes tells who waits for a turn', async () => {
    const { store, tenant } = await newMember('sqlite')
    const { other } = await beside(store)
    const there = await alsoHere(other, tenant)
    await store.close()
    await expect(other.write(there, (tx) => tx.firms.create({ name: 'Late' }))).rejects.toMatchObject({
      code: 'closed',
    })
  })
})
