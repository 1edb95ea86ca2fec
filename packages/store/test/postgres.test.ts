import { expect, onTestFinished, test } from 'vitest'
import pg from 'pg'
import { createAsker, type Asker } from '../src/engine/postgres-question.ts'
import { openPostgres } from '../src/engine/postgres.ts'
import { selectTenant } from '../src/repositories/tenants.ts'
import type { Stamp } from '../src/index.ts'
import { newMember, newStore, newTenant, newUrl, reopen } from './stores.ts'

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
  const holds = (stamp: Stamp) =>
    new Promise<boolean>((resolve) => store.holds({ tenant, relationship: id, stamp }, resolve))
  let isOver = false
  let held = 0
  const before = await look()
  const crowd = Array.from({ length: 20 }, async () => {
    while (!isOver) if (await holds(before)) held++
  })
  for (let version = 1; version <= 25; version++) {
    const stamp = await look()
    await other.write(there, (tx) => tx.relationships.update(id, version, { record: {} }))
    expect(await holds(stamp)).toBe(false)
    expect(await holds(before)).toBe(false)
    held = 0
  }
  isOver = true
  await Promise.all(crowd)
  expect(held).toBe(0)
})

/** The one text that answers a question. */
function textOf(asker: Asker, parameter: string | null): Promise<string | null | undefined> {
  return new Promise((resolve) => asker.ask(parameter, (answer) => resolve(answer?.[0])))
}

test('a question that cannot be answered is told so, and the next one is asked over a new connection', async () => {
  const url = await newUrl('postgres')
  const asker = createAsker(url, `select 'well ' || $1::text || ' ' || pg_backend_pid()`)
  onTestFinished(() => asker.close())
  const ask = () => textOf(asker, 'and good')
  const first = (await ask())!
  expect(first).toMatch(/^well and good \d+$/)
  expect(await ask()).toBe(first)
  const knife = new pg.Client(url)
  await knife.connect()
  await knife.query(`select pg_terminate_backend(${first.split(' ').at(-1)})`)
  await expect.poll(ask).not.toBe(first)
  await expect.poll(ask).toMatch(/^well and good \d+$/)
  await knife.end()
})

test('behind a pooler that changes the server under us, a question is asked without a name from then on', async () => {
  const url = await newUrl('postgres')
  const maker = new pg.Client(url)
  await maker.connect()
  await maker.query(`create function unprepared() returns text language plpgsql as $$ begin
    if exists (select from pg_prepared_statements) then raise exception using errcode = '26000'; end if;
    return 'well';
  end $$`)
  await maker.end()
  const asker = createAsker(url, 'select unprepared() || $1::text')
  onTestFinished(() => asker.close())
  const ask = () => textOf(asker, ', again')
  expect([await ask(), await ask(), await ask()]).toEqual([undefined, 'well, again', 'well, again'])
})

test('a database that is not there gives no answer', async () => {
  const asker = createAsker('postgres://nobody@127.0.0.1:1/none', 'select 1')
  const ask = () => textOf(asker, null)
  expect([await ask(), await ask()]).toEqual([undefined, undefined])
  await asker.close()
})
