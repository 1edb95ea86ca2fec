import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { createPruning, questionSql } from '../src/engine/postgres-changes.ts'
import { mostTold } from '../src/engine/postgres-knowledge.ts'
import { heardAfterMs } from '../src/engine/postgres-stamp.ts'
import type { Stamp, Store, TenantContext } from '../src/index.ts'
import { newMember, newTenant, reopen } from './stores.ts'

/** One association with relationships, seen by two processes. */
async function twoProcesses() {
  const { store, url, tenant, firm } = await newMember('postgres')
  const other = await reopen(url)
  const there = (await other.tenant(tenant.id))!
  const create = async () => (await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))).id
  const direct = new pg.Client(url)
  await direct.connect()
  onTestFinished(() => direct.end())
  return { store, url, tenant, firm, other, there, create, direct }
}

/** The service itself waits so long before it says that something is done. */
const untilHeard = () => pause(2 * heardAfterMs)

function look(store: Store, tenant: TenantContext, relationship: string) {
  return store.read(tenant, async (tx) => {
    const head = await tx.relationships.head(relationship)
    return { stamp: tx.standsOn!, version: head!.version }
  })
}

function holds(store: Store, tenant: TenantContext, relationship: string) {
  return ({ stamp }: { readonly stamp: Stamp }) =>
    new Promise<boolean>((resolve) => store.holds({ tenant, relationship, stamp }, resolve))
}

/** A reading that is known to hold: the first ones are made before anything is known of changes. */
async function heldReading(store: Store, tenant: TenantContext, relationship: string) {
  let reading = await look(store, tenant, relationship)
  await expect
    .poll(async () => holds(store, tenant, relationship)((reading = await look(store, tenant, relationship))))
    .toBe(true)
  return reading
}

test('a change of one relationship, by whichever process, leaves readings of the others as they are', async () => {
  const { store, tenant, other, there, create } = await twoProcesses()
  const [one, two] = [await create(), await create()]
  const [first, second] = [await heldReading(store, tenant, one), await heldReading(store, tenant, two)]
  await create()
  await other.write(there, (tx) => tx.relationships.update(two, 1, { record: {} }))
  expect([await holds(store, tenant, one)(first), await holds(store, tenant, two)(second)]).toEqual([true, false])
  const third = await look(store, tenant, two)
  expect(await holds(store, tenant, two)(third)).toBe(true)
  await store.write(tenant, (tx) => tx.relationships.update(two, 2, { record: {} }))
  expect([await holds(store, tenant, one)(first), await holds(store, tenant, two)(third)]).toEqual([true, false])
})

test('a change of the firm or a consent reaches all of its association, and nobody of another one', async () => {
  const { store, tenant, other, there, firm, create } = await twoProcesses()
  const id = await create()
  const stranger = await newTenant(store)
  const foreign = await store.write(stranger, async (tx) => {
    const { id: owner } = await tx.firms.create({ name: 'Castell & Rowe' })
    return (await tx.relationships.create({ firm: owner, record: {} })).id
  })
  const [mine, theirs] = [await heldReading(store, tenant, id), await heldReading(store, stranger, foreign)]
  await other.write(there, (tx) => tx.consents.record({ firm, purpose: 'answers', given: true, by: 'Ada Harbour' }))
  expect([await holds(store, tenant, id)(mine), await holds(store, stranger, foreign)(theirs)]).toEqual([false, true])
})

test('keys, links, results and the question whether all is well reach no reading', async () => {
  const { store, tenant, other, there, create } = await twoProcesses()
  const id = await create()
  const reading = await heldReading(store, tenant, id)
  await other.write(there, (tx) => tx.audit.append({ actor: 'key:1', action: 'firm.create', target: 'firm' }))
  expect((await other.health()).problem).toBeUndefined()
  expect(await holds(store, tenant, id)(reading)).toBe(true)
})

test('what nobody can tell, as a new association, reaches everything', async () => {
  const { store, tenant, other, create } = await twoProcesses()
  const id = await create()
  const reading = await heldReading(store, tenant, id)
  await newTenant(other)
  expect(await holds(store, tenant, id)(reading)).toBe(false)
})

test('a change that was made before a reading and is heard of after it does not count against it', async () => {
  const { store, tenant, other, there, create, direct } = await twoProcesses()
  const id = await create()
  await heldReading(store, tenant, id)
  await direct.query('begin')
  await direct.query('select pg_current_xact_id()')
  await other.write(there, (tx) => tx.relationships.update(id, 1, { record: {} }))
  const reading = await look(store, tenant, id)
  await direct.query('commit')
  await create()
  expect(reading.version).toBe(2)
  expect(await holds(store, tenant, id)(reading)).toBe(true)
})

test('a change by somebody who began long before is heard of once it is made', async () => {
  const { store, tenant, create, direct } = await twoProcesses()
  const id = await create()
  await direct.query('begin')
  await direct.query('insert into change (place) values ($1)', [`${tenant.id}/${id}`])
  const reading = await heldReading(store, tenant, id)
  for (let more = 0; more < 5; more++) await create()
  expect(await holds(store, tenant, id)(reading)).toBe(true)
  await direct.query('commit')
  await untilHeard()
  expect(await holds(store, tenant, id)(reading)).toBe(false)
})

test('no reading is said to hold once a change of its relationship was acknowledged, whoever writes and however long', async () => {
  const { store, tenant, other, there, create, direct } = await twoProcesses()
  const ids = await Promise.all(Array.from({ length: 12 }, create))
  const acknowledged = new Map(ids.map((id) => [id, 1]))
  let isOver = false
  const write = async (process: Store, context: TenantContext, own: readonly string[]) => {
    for (let turn = 0; turn < 120; turn++) {
      const id = own[turn % own.length]!
      const version = acknowledged.get(id)!
      await process.write(context, (tx) => tx.relationships.update(id, version, { record: {} }))
      acknowledged.set(id, version + 1)
    }
  }
  // what is at work for long is in every snapshot
  const linger = async () => {
    while (!isOver) {
      await direct.query('begin')
      await direct.query('select pg_current_xact_id(), pg_sleep(0.05)')
      await direct.query('commit')
    }
  }
  const counts = { held: 0, old: 0 }
  const missed: string[] = []
  const read = async (id: string) => {
    let reading = await look(store, tenant, id)
    while (!isOver) {
      const least = acknowledged.get(id)!
      const isHeld = await holds(store, tenant, id)(reading)
      counts[isHeld ? 'held' : 'old']++
      if (!isHeld) reading = await look(store, tenant, id)
      else if (reading.version < least) missed.push(`${id}: ${reading.version} where ${least} was acknowledged`)
    }
  }
  const others = [linger(), ...ids.map(read)]
  await Promise.all([write(store, tenant, ids.slice(0, 4)), write(other, there, ids.slice(4, 8))]).finally(
    () => (isOver = true),
  )
  await Promise.all(others)
  expect(missed).toEqual([])
  expect(Math.min(counts.old, counts.held)).toBeGreaterThan(20)
})

test('whoever was silent while old changes were taken out forgets everything, and nobody else does', async () => {
  const { store, tenant, other, there, create, direct } = await twoProcesses()
  const [one, two] = [await create(), await create()]
  const silent = await heldReading(store, tenant, one)
  const awake = await heldReading(other, there, one)
  await other.write(there, (tx) => tx.relationships.update(two, 1, { record: {} }))
  expect(await holds(other, there, one)(awake)).toBe(true)
  const prune = createPruning(direct as unknown as pg.Pool, 0)
  // what others on the same server are at work on keeps rows for a while
  await expect
    .poll(async () => {
      await prune()
      expect(await holds(other, there, one)(awake)).toBe(true)
      return (await direct.query(`select place from change where xid > '0' and place not like '<%'`)).rows
    })
    .toEqual([])
  expect(await holds(store, tenant, one)(silent)).toBe(false)
  expect(await holds(store, tenant, one)(await look(store, tenant, one))).toBe(true)
})

test('where more was changed than one answer tells of, everything is forgotten', async () => {
  const { store, tenant, create, direct } = await twoProcesses()
  const id = await create()
  const few = await heldReading(store, tenant, id)
  const tell = `insert into change (place) select 'coast/' || number from generate_series(1, $1::int) as number`
  await direct.query(tell, [mostTold])
  await untilHeard()
  expect(await holds(store, tenant, id)(few)).toBe(true)
  await direct.query(tell, [mostTold + 1])
  await untilHeard()
  expect(await holds(store, tenant, id)(few)).toBe(false)
  expect(await holds(store, tenant, id)(await look(store, tenant, id))).toBe(true)
})

test('a table that a crash has emptied begins anew, and what was read before is forgotten', async () => {
  const { store, tenant, other, there, create, direct } = await twoProcesses()
  const id = await create()
  const reading = await heldReading(store, tenant, id)
  await other.write(there, (tx) => tx.relationships.update(id, 1, { record: {} }))
  await direct.query('truncate change')
  expect(await holds(store, tenant, id)(reading)).toBe(false)
  await heldReading(other, there, id)
  await heldReading(store, tenant, id)
  expect(await holds(store, tenant, id)(reading)).toBe(false)
})

test('who acts for a tenant says what it changed, and sees nothing of what others did', async () => {
  const { tenant, create, direct } = await twoProcesses()
  await create()
  const role = 'joinery_app'
  const { rows } = await direct.query<{ power: string }>(
    `select power from unnest(array['insert', 'select', 'update', 'delete', 'truncate']) as power
      where has_table_privilege($1, 'change', power)`,
    [role],
  )
  expect(rows).toEqual([{ power: 'insert' }])
  await direct.query('begin')
  await direct.query(`grant select, delete on change to ${role}`)
  await direct.query(`set local role ${role}`)
  await direct.query(`select set_config('app.tenant', $1, true)`, [tenant.id])
  expect((await direct.query('select * from change')).rows).toEqual([])
  expect((await direct.query('delete from change')).rowCount).toBe(0)
  await direct.query('rollback')
})

test('what was told since is looked up in the index, however many rows there are and however small they seemed', async () => {
  const { direct } = await twoProcesses()
  await direct.query('set plan_cache_mode = force_generic_plan')
  await direct.query({ name: 'question', text: questionSql, values: [null] })
  await direct.query(`insert into change (xid, place) select n::text::xid8, 'x' from generate_series(1, 50000) n`)
  for (const refresh of ['select', 'analyze change', 'vacuum change']) {
    await direct.query(refresh)
    const { rows } = await direct.query<Record<string, string>>(`explain execute question('60000:60010:60001,60003')`)
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan')
  }
})
