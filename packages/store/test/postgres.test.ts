import { expect, onTestFinished, test } from 'vitest'
import pg from 'pg'
import { createAsker, type Asker } from '../src/engine/postgres-question.ts'
import type { Answer } from '../src/engine/postgres-knowledge.ts'
import { countsForMs, createStampCheck, heardAfterMs } from '../src/engine/postgres-stamp.ts'
import { openPostgres } from '../src/engine/postgres.ts'
import { selectTenant } from '../src/repositories/tenants.ts'
import type { Reading, Stamp } from '../src/index.ts'
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

/** Questions that the test answers itself, with a snapshot; a reading holds while it is that one. */
function heldBack(now?: () => number) {
  const heard: ((answer: Answer) => void)[] = []
  let current: string | null | undefined
  const knowledge = {
    heard: () => null,
    hear: (answer: Answer) => {
      current = answer?.[0]
      return true
    },
    holds: ({ stamp }: Reading) => stamp === current,
  }
  const asker = { ask: (_: string | null, hear: (answer: Answer) => void) => void heard.push(hear) }
  const check = createStampCheck({ asker, knowledge, begin: () => undefined, ...(now === undefined ? {} : { now }) })
  return { heard, check }
}

test('an answer counts from when it was asked until it is too old, and the next one is asked for before that', async () => {
  let now = 1_000
  const { heard, check } = heldBack(() => now)
  const told: boolean[] = []
  const holds = (stamp: Stamp) => check({ stamp } as Reading, (held) => void told.push(held))
  const asked = (questions: number) => expect.poll(() => heard.length).toBe(questions)
  holds('1:1:')
  await asked(1)
  now += 3
  expect(told).toEqual([])
  heard[0]!(['1:1:'])
  expect(told).toEqual([true])
  now += 3
  holds('1:1:')
  holds('2:2:')
  expect(told).toEqual([true, true, false])
  now += countsForMs - 6
  holds('1:1:')
  expect(told.splice(0)).toEqual([true, true, false, true])
  await asked(2)
  now += 0.1
  holds('1:1:')
  expect(told).toEqual([])
  heard[1]!(undefined)
  await asked(3)
  heard[2]!(['2:2:'])
  expect(told.splice(0)).toEqual([false])
  now += 1
  holds('2:2:')
  expect(told.splice(0)).toEqual([true])
})

test('where the database does not answer, nothing counts that was heard before', async () => {
  const { heard, check } = heldBack(() => 1_000)
  const told: boolean[] = []
  const holds = () => check({ stamp: '1:1:' } as Reading, (held) => void told.push(held))
  holds()
  await expect.poll(() => heard.length).toBe(1)
  heard[0]!(undefined)
  holds()
  expect(told).toEqual([false])
  await expect.poll(() => heard.length).toBe(2)
})

test('a change is acknowledged when no answer counts any more that was asked for before it was made', async () => {
  const { store, tenant } = await newMember('postgres')
  const acknowledged = async (work: Parameters<typeof store.write>[1]) => {
    let workedAt = 0
    await store.write(tenant, async (tx) => {
      await work(tx)
      workedAt = performance.now()
    })
    return performance.now() - workedAt
  }
  expect(heardAfterMs).toBeGreaterThan(countsForMs)
  for (let firm = 0; firm < 20; firm++)
    expect(await acknowledged((tx) => tx.firms.create({ name: `Firm ${firm}` }))).toBeGreaterThan(heardAfterMs)
  // what reaches no reading waits for nothing
  const others = []
  for (let entry = 0; entry < 20; entry++)
    others.push(await acknowledged((tx) => tx.audit.append({ actor: 'key:1', action: 'firm.create', target: 'firm' })))
  expect(Math.min(...others)).toBeLessThan(heardAfterMs)
})

test('many who ask at once share a few questions', async () => {
  const { heard, check } = heldBack()
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
  const told: boolean[] = []
  const holds = () => check({ stamp: '1:1:' } as Reading, (held) => void told.push(held))
  holds()
  await turn()
  for (let more = 0; more < 50; more++) holds()
  await turn()
  expect(heard).toHaveLength(1)
  heard[0]!(['1:1:'])
  await turn()
  expect([heard.length, told]).toEqual([2, [true]])
  heard[1]!(['2:2:'])
  expect(told).toEqual([true, ...Array.from({ length: 50 }, () => false)])
  await turn()
  expect(heard).toHaveLength(2)
})

test('a few who come while many are told wait for the end of that turn, and no longer', async () => {
  const { heard, check } = heldBack()
  const told: boolean[] = []
  const holds = () => check({ stamp: '1:1:' } as Reading, (held) => void told.push(held))
  for (let many = 0; many < 10; many++) holds()
  await expect.poll(() => heard.length).toBe(1)
  holds()
  heard[0]!(['1:1:'])
  expect([heard.length, told.length]).toEqual([1, 10])
  holds()
  await expect.poll(() => heard.length).toBe(2)
  heard[1]!(['1:1:'])
  expect(told).toHaveLength(12)
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
