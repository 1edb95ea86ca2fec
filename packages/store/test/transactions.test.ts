import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TenantContext } from '../src/index.ts'
import { engines, handClock, newMember, newStore, newTenant } from './stores.ts'

const claim = { principal: 'key:1', key: 'order-7', fingerprint: 'f', expiresAt: '2026-11-21T09:00:00.000Z' }
const response = { status: 201, headers: { etag: '"1"' }, body: '{"name":"Harbour Joinery"}' }

test('what a change on one file would need to be taken back stays in memory', async () => {
  const { store, tenant, firm } = await newMember('sqlite')
  const record = { rel: { partnerName: 'Castell & Rowe'.repeat(40) } }
  const add = () => store.write(tenant, (tx) => tx.relationships.create({ firm, record }))
  for (let some = 0; some < 5; some++) await Promise.all(Array.from({ length: 50 }, add))
  const files = await store.write(tenant, async (tx) => {
    const { items } = await tx.relationships.list({ limit: 500 })
    for (const { id, version } of items) await tx.relationships.update(id, version, { record })
    return openFiles()
  })
  expect(files.some((name) => name.endsWith('joinery.sqlite'))).toBe(true)
  expect(files.filter((name) => name.includes('etilqs'))).toEqual([])
})

/** The files this process has open, those that have no name any more included. */
function openFiles(): readonly string[] {
  const folder = '/proc/self/fd'
  return readdirSync(folder).flatMap((number) => {
    try {
      return [readlinkSync(join(folder, number))]
    } catch {
      // the list itself was one
      return []
    }
  })
}

describe.each(engines)('on %s', (engine) => {
  test('work that throws takes back all of itself, and nothing of what runs beside it', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        store.write(tenant, async (tx) => {
          const { id } = await tx.relationships.create({ firm, record: {} })
          await tx.audit.append({ actor: 'system', action: 'relationship.create', target: id })
          if (index % 3 === 0) throw new Error('changed my mind')
          return id
        }),
      ),
    )
    const kept = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value)
    expect(kept).toHaveLength(40)
    const { items } = await store.read(tenant, (tx) => tx.relationships.list({ limit: 500 }))
    expect(items.map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
    const audit = await store.read(tenant, (tx) => tx.audit.list({ limit: 500 }))
    expect(audit.items.map(({ target }) => target).toSorted()).toEqual(kept.toSorted())
    expect(store.stats()).toMatchObject({ rollbacks: 20, waiting: 0 })
  })

  test('work that ignores a failed statement is not kept', async () => {
    const { store, tenant } = await newMember(engine)
    const sneaky = store.write(tenant, async (tx) => {
      await tx.firms.create({ name: 'Sneaky' })
      const nobody = null as unknown as string
      await tx.audit.append({ actor: nobody, action: 'x', target: 'x' }).catch(() => {})
      return 'done'
    })
    await expect(sneaky).rejects.toThrow(/failed/u)
    expect((await store.read(tenant, (tx) => tx.firms.list({ limit: 5 }))).items).toHaveLength(1)
  })

  test('a character that no database can keep is refused as a bad value', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const bad = { code: 'bad-value' }
    await expect(store.read(tenant, (tx) => tx.firms.get('a\0b'))).rejects.toMatchObject(bad)
    await expect(store.write(tenant, (tx) => tx.firms.update(firm, 1, { sector: '\0' }))).rejects.toMatchObject(bad)
    const details = { note: 'sealed, so anything goes: \0' }
    expect(await store.write(tenant, (tx) => tx.firms.update(firm, 1, { details }))).toMatchObject({ details })
  })

  test('a transaction that has ended takes nothing more', async () => {
    const { store, tenant } = await newMember(engine)
    const leaked = await store.write(tenant, async (tx) => ({ tx }))
    await expect(leaked.tx.firms.create({ name: 'Late' })).rejects.toMatchObject({ code: 'closed' })
  })

  test('what looks like a tenant but was not given out opens nothing', async () => {
    const { store, tenant } = await newMember(engine)
    const forged = { ...tenant } as TenantContext
    await expect(store.read(forged, (tx) => tx.firms.list({ limit: 1 }))).rejects.toMatchObject({ code: 'refused' })
    await expect(store.write(forged, (tx) => tx.firms.create({ name: 'x' }))).rejects.toMatchObject({ code: 'refused' })
    await expect(store.platform.eraseTenant(forged)).rejects.toMatchObject({ code: 'refused' })
    const other = await newStore(engine)
    await expect(other.store.read(tenant, (tx) => tx.firms.list({ limit: 1 }))).rejects.toMatchObject({
      code: 'refused',
    })
  })

  test('a read sees one moment, and every write acknowledged before it', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const add = () => store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
    await add()
    const counts = await store.read(tenant, async (tx) => {
      const before = await tx.relationships.count()
      const adding = add()
      // on PostgreSQL the write commits while this read goes on
      if (engine === 'postgres') await adding
      return { before, after: await tx.relationships.count(), adding }
    })
    await counts.adding
    expect(counts).toMatchObject({ before: 1, after: 1 })
    expect(await store.read(tenant, (tx) => tx.relationships.count())).toBe(2)
  })

  test('claim, effect and answer of a request are one: the same request again gets the same answer', async () => {
    const { store, tenant } = await newMember(engine, { clock: handClock().now })
    const send = (fingerprint = 'f') =>
      store.write(tenant, async (tx) => {
        const outcome = await tx.idempotency.claim({ ...claim, fingerprint })
        if (outcome.state !== 'claimed') return outcome
        const { id } = await tx.firms.create({ name: 'Harbour Joinery' })
        await tx.idempotency.keep({ ...claim, firm: id }, response)
        return outcome
      })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send()))
    expect(outcomes.filter(({ state }) => state === 'claimed')).toHaveLength(1)
    expect(outcomes.filter(({ state }) => state === 'done')).toHaveLength(9)
    expect(await send()).toEqual({ state: 'done', response })
    expect(await send('other')).toEqual({ state: 'other-request' })
    expect((await store.read(tenant, (tx) => tx.firms.list({ limit: 9 }))).items).toHaveLength(2)
  })

  test('a claim goes with the work that failed, may be given up, and ends with its time', async () => {
    const clock = handClock()
    const { store, tenant } = await newMember(engine, { clock: clock.now })
    const failing = store.write(tenant, async (tx) => {
      await tx.idempotency.claim(claim)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const state = async () => (await store.write(tenant, (tx) => tx.idempotency.claim(claim))).state
    expect(await state()).toBe('claimed')
    expect(await state()).toBe('in-flight')
    await store.write(tenant, (tx) => tx.idempotency.release(claim))
    expect(await state()).toBe('claimed')
    await store.write(tenant, (tx) => tx.idempotency.keep(claim, response))
    expect(await store.read(tenant, (tx) => tx.idempotency.find(claim))).toEqual({ state: 'done', response })
    clock.pass(25 * 3600_000)
    expect(await store.read(tenant, (tx) => tx.idempotency.find(claim))).toBeUndefined()
    expect(await store.write(tenant, (tx) => tx.idempotency.sweep())).toBe(1)
  })
})

test('on sqlite a commit that fails is told to everybody in it, and nothing of it is there', async () => {
  let broken = false
  const fault = () => (broken ? new Error('database or disk is full') : undefined)
  const { store, tenant, firm } = await newMember('sqlite', {}, { beforeCommit: fault })
  broken = true
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))),
  )
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(
    Array.from({ length: 5 }, () => 'unavailable'),
  )
  expect(await store.health()).toMatchObject({ writable: false, problem: expect.stringContaining('disk is full') })
  broken = false
  expect(await store.read(tenant, (tx) => tx.relationships.count())).toBe(0)
  await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  expect(await store.health()).toMatchObject({ writable: true, problem: undefined })
})

test('on sqlite many writes share a commit', async () => {
  const { store, tenant, firm } = await newMember('sqlite')
  const before = store.stats().commits
  await Promise.all(
    Array.from({ length: 100 }, () => store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))),
  )
  expect(store.stats().commits - before).toBeLessThan(60)
})

test('on postgres one commit in ten that loses to a rival is run again, and counts once', async () => {
  let count = 0
  const fault = () =>
    ++count % 10 === 0 ? Object.assign(new Error('could not serialize access'), { code: '40001' }) : undefined
  const { store, tenant, firm } = await newMember('postgres', {}, { beforeCommit: fault })
  for (let index = 0; index < 60; index++) {
    await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  }
  expect(await store.read(tenant, (tx) => tx.relationships.count())).toBe(60)
  expect(store.stats().retries).toBeGreaterThanOrEqual(6)
})

test('on postgres a tenant is set for one transaction and never stays on a connection', async () => {
  const { store, tenant, firm } = await newMember('postgres', { poolSize: 1 })
  await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  const other = await newTenant(store)
  expect(await store.read(other, (tx) => tx.relationships.count())).toBe(0)
  expect(await store.tenant('nobody')).toBeUndefined()
})
