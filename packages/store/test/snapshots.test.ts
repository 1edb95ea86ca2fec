import { statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { engines, newMember } from './stores.ts'

describe.each(engines)('on %s', (engine) => {
  test('a reading sees what was acknowledged before it began, and nothing that came later', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const count = () => store.read(tenant, (tx) => tx.relationships.count())
    for (let wanted = 0; wanted < 20; wanted++) {
      expect(await count()).toBe(wanted)
      const seen = await store.read(tenant, async (tx) => {
        const before = await tx.relationships.count()
        await store.write(tenant, (inner) => inner.relationships.create({ firm, record: {} }))
        return [before, await tx.relationships.count(), await count()]
      })
      expect(seen).toEqual([wanted, wanted, wanted + 1])
    }
  })

  test('the head of a relationship says what the whole does, and one of another tenant is not there', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const { id } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: { org: { name: 'H' } } }))
    await store.write(tenant, (tx) => tx.relationships.update(id, 1, { record: { org: { name: 'Harbour' } } }))
    const { head, whole } = await store.read(tenant, async (tx) => ({
      head: await tx.relationships.head(id),
      whole: await tx.relationships.get(id),
    }))
    expect({ ...head, record: { org: { name: 'Harbour' } } }).toEqual({ ...whole })
    const stranger = await store.platform.createTenant({ name: 'Strangers', slug: 'strangers' })
    expect(await store.read(stranger, (tx) => tx.relationships.head(id))).toBeUndefined()
  })
})

test('readers that wait for work keep no log: it is emptied at once', async () => {
  const { store, tenant, firm, url } = await newMember('sqlite')
  for (let round = 0; round < 5; round++) {
    await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
    await Promise.all(Array.from({ length: 8 }, () => store.read(tenant, (tx) => tx.relationships.count())))
    const startedAt = performance.now()
    await store.checkpoint()
    expect(performance.now() - startedAt).toBeLessThan(4_000)
    expect(statSync(`${url.slice('sqlite:'.length)}-wal`).size).toBe(0)
  }
})

test('the log is emptied as soon as a long reading is over, and nobody is kept waiting meanwhile', async () => {
  const { store, tenant, firm } = await newMember('sqlite')
  await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  const gate = Promise.withResolvers<void>()
  const reading = store.read(tenant, async (tx) => {
    await tx.relationships.count()
    await gate.promise
  })
  await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  const emptied = store.checkpoint()
  const askedAt = performance.now()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await store.read(tenant, (tx) => tx.relationships.count())).toBe(2)
  expect(performance.now() - askedAt).toBeLessThan(3_000)
  gate.resolve()
  await Promise.all([reading, emptied])
})
