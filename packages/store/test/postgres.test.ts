import { expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../src/engine/postgres.ts'
import { selectTenant } from '../src/repositories/tenants.ts'
import { newMember, newStore, newTenant } from './stores.ts'

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
