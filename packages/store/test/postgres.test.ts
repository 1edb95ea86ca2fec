import { expect, onTestFinished, test } from 'vitest'
import type pg from 'pg'
import { createStampCheck } from '../src/engine/postgres-stamp.ts'
import { openPostgres } from '../src/engine/postgres.ts'
import { selectTenant } from '../src/repositories/tenants.ts'
import { newMember, newStore, newTenant, reopen } from './stores.ts'

test('behind a pooler that changes the server under us, statements are prepared anew each time', async () => {
  const { url, tenant } = await newMember('postgres')
  const engine = await openPostgres(url, { poolSize: 1, statementTimeoutMs: 5_000 })
  onTestFinished(() => engine.close())
  const look = () =>
    engine.read({ tenant: tenant.id }, async (session) => {
      const found = await session.run(selectTenant, { tenant: tenant.id })
      await session.sql('deallocate all')
      return found.rows.length
    })
  expect([await look(), await look(), await look()]).toEqual([1, 1, 1])
})

test('what nobody waits for fails its whole transaction, and no other one', async () => {
  const { store } = await newStore('postgres')
  const tenant = await newTenant(store)
  const entry = { actor: 'key:1', action: 'firm.create', target: 'firm' }
  const nobody = null as unknown as string
  const outcomes = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) =>
      store.write(tenant, async (tx) => {
        await tx.firms.create({ name: `Firm ${index}` })
        await tx.audit.append(index % 3 === 0 ? { ...entry, actor: nobody } : entry)
      }),
    ),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(
    outcomes.map((_, index) => (index % 3 === 0 ? 'rejected' : 'fulfilled')),
  )
  const { firms, entries } = await store.read(tenant, async (tx) => ({
    firms: await tx.firms.list({ limit: 500 }),
    entries: await tx.audit.list({ limit: 500 }),
  }))
  expect([firms.items.length, entries.items.length]).toEqual([20, 20])
})

test('no driver warning when work asks for several things at once', async () => {
  const warnings: string[] = []
  const hear = (warning: Error) => void warnings.push(warning.message)
  process.on('warning', hear)
  onTestFinished(() => void process.off('warning', hear))
  const { store, tenant, firm } = await newMember('postgres')
  await store.write(tenant, (tx) =>
    Promise.all(Array.from({ length: 20 }, () => tx.relationships.create({ firm, record: {} }))),
  )
  const page = await store.read(tenant, (tx) =>
    Promise.all([tx.relationships.list({ limit: 50 }), tx.firms.get(firm), tx.consents.history(firm)]),
  )
  expect(page[0].items).toHaveLength(20)
  await new Promise((resolve) => setImmediate(resolve))
  expect(warnings).toEqual([])
})

test('whether a reading holds is asked after whoever wants to know has come, however many were asking already', async () => {
  const { store, url, tenant, firm } = await newMember('postgres')
  const other = await reopen(url)
  const there = (await other.tenant(tenant.id))!
  const { id } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  const look = () =>
    store.read(tenant, async (tx) => {
      await tx.relationships.head(id)
      return tx.standsOn!
    })
  let isOver = false
  let held = 0
  const before = await look()
  const crowd = Array.from({ length: 20 }, async () => {
    while (!isOver) if (await store.holds(tenant, id, before)) held++
  })
  for (let version = 1; version <= 25; version++) {
    const stamp = await look()
    await other.write(there, (tx) => tx.relationships.update(id, version, { record: {} }))
    expect(await store.holds(tenant, id, stamp)).toBe(false)
    expect(await store.holds(tenant, id, before)).toBe(false)
    held = 0
  }
  isOver = true
  await Promise.all(crowd)
  expect(held).toBe(0)
})

test('many who ask at once share a few questions', async () => {
  const asked: string[] = []
  let answer: ((stamp: string) => void) | undefined
  const query = async (sql: string) => {
    asked.push(sql)
    return { rows: [{ stamp: await new Promise<string>((resolve) => (answer = resolve)) }] }
  }
  const holds = createStampCheck({ query } as unknown as pg.Pool)
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
  const first = holds('t', 'r', '1')
  await turn()
  const later = Array.from({ length: 50 }, async () => holds('t', 'r', '1'))
  await turn()
  expect(asked).toHaveLength(1)
  answer!('1')
  await turn()
  expect([asked.length, await first]).toEqual([2, true])
  answer!('2')
  expect(new Set(await Promise.all(later))).toEqual(new Set([false]))
})
