import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { Lease, Store, StoreError } from '../src/index.ts'
import { engines, handClock, newMember, newTenant, type Member } from './stores.ts'

const counts = { changed: 1, up: 1, down: 0 }
const claim = (store: Store, limit = 50, worker = 'w1') => store.queue.claim({ worker, limit, leaseMs: 30_000 })

async function newCampaign({ store, tenant, firm }: Member, relationships: number, chunkSize = 2) {
  await store.write(tenant, async (tx) => {
    for (let index = 0; index < relationships; index++) await tx.relationships.create({ firm, record: {} })
  })
  return store.write(tenant, (tx) => tx.campaigns.start({ kind: 'rescore', input: { digest: 'd2' }, chunkSize }))
}

/** What a worker does with a chunk: an effect that would show if it happened twice. */
const work = (store: Store, lease: Lease) =>
  store.write(lease.tenant, async (tx) => {
    for (const { id, firm } of await tx.relationships.between(lease.from, lease.to)) {
      await tx.audit.append({ actor: 'system', action: 'rescored', target: id, firm })
    }
    await tx.campaigns.complete(lease, counts)
  })

/** The worker sleeps past its time, and somebody else takes its chunk meanwhile. */
async function rescue(store: Store, clock: { readonly pass: (ms: number) => void }): Promise<void> {
  clock.pass(31_000)
  for (const again of await claim(store, 4, 'rescuer')) await work(store, again)
}

test('whoever asks for a chunk gets it in the order of an index: those that wait are not sorted each time', async () => {
  const asked: string[] = []
  const { store, url } = await newMember('sqlite', {}, { onStatement: (sql) => void asked.push(sql) })
  asked.length = 0
  await claim(store)
  const db = new DatabaseSync(url.slice('sqlite:'.length), { readOnly: true })
  const plans = asked
    .filter((sql) => sql.startsWith('select * from "job"'))
    .map((sql) => db.prepare(`explain query plan ${sql}`).all())
  db.close()
  const inOrder = { detail: expect.stringContaining('USING INDEX job_by_state_queued_at_tenant (state=?)') }
  expect(plans).toEqual([[expect.objectContaining(inOrder)], [expect.objectContaining(inOrder)]])
})

test('PostgreSQL has not counted yet what was imported just now, and looks at it once, not for every thousand', async () => {
  const asked: string[] = []
  const member = await newMember('postgres', {}, { onStatement: (sql) => void asked.push(sql) })
  for (let made = 0; made < 4; made++) await newCampaign(member, 300, 500)
  asked.length = 0
  await member.store.write(member.tenant, (tx) => tx.campaigns.start({ kind: 'rescore', input: {}, chunkSize: 5 }))
  expect(asked.filter((sql) => sql.includes('row_number()'))).toHaveLength(1)
})

describe.each(engines)('on %s', (engine) => {
  test('one that is cut in several steps holds every relationship once, too', async () => {
    const member = await newMember(engine)
    const { store, tenant } = member
    for (let made = 0; made < 4; made++) await newCampaign(member, 300, 500)
    const { id, progress } = await store.write(tenant, (tx) =>
      tx.campaigns.start({ kind: 'rescore', input: {}, chunkSize: 499 }),
    )
    expect(progress).toMatchObject({ chunks: { waiting: 3 }, relationships: { total: 1_200 } })
    const chunks: Lease[] = []
    for (let turn = 0; turn < 20; turn++)
      for (const lease of await claim(store)) {
        await store.write(tenant, (tx) => tx.campaigns.complete(lease, counts))
        if (lease.campaign === id) chunks.push(lease)
      }
    chunks.sort((one, other) => one.chunk - other.chunk)
    expect(chunks.map(({ chunk }) => chunk)).toEqual([0, 1, 2])
    const held = await store.read(tenant, (tx) =>
      Promise.all(chunks.map(async ({ from, to }) => (await tx.relationships.between(from, to)).map((one) => one.id))),
    )
    expect(held.map((ids) => ids.length)).toEqual([499, 499, 202])
    expect(new Set(held.flat()).size).toBe(1_200)
  })

  test('a campaign is cut into chunks that hold every relationship once', async () => {
    const member = await newMember(engine)
    const { store, tenant } = member
    const campaign = await newCampaign(member, 5)
    expect(campaign).toMatchObject({
      status: 'running',
      progress: { chunks: { waiting: 3, running: 0, done: 0, dead: 0 }, relationships: { total: 5, done: 0 } },
    })
    const leases = await claim(store)
    expect(leases).toHaveLength(3)
    expect(leases[0]).toMatchObject({ kind: 'rescore', input: { digest: 'd2' }, attempt: 1, tenant: { id: tenant.id } })
    for (const lease of leases) await work(store, lease)
    expect(await store.read(tenant, (tx) => tx.campaigns.get(campaign.id))).toMatchObject({
      status: 'done',
      progress: { chunks: { done: 3 }, relationships: { total: 5, done: 5, changed: 3, up: 3, down: 0 } },
    })
    const { items } = await store.read(tenant, (tx) => tx.audit.list({ limit: 100 }))
    expect(new Set(items.map(({ target }) => target)).size).toBe(5)
    expect(items).toHaveLength(5)
    const empty = await store.write(tenant, (tx) => tx.campaigns.start({ kind: 'rescore', input: {}, chunkSize: 500 }))
    expect((await store.read(tenant, (tx) => tx.campaigns.list({ limit: 1 }))).items[0]?.id).toBe(empty.id)
  })

  test('the newest campaign of a kind is found among many, and the chunks of no other one are counted', async () => {
    const asked: string[] = []
    const { store, tenant } = await newMember(engine, {}, { onStatement: (sql) => void asked.push(sql) })
    const wanted = await store.write(tenant, async (tx) => {
      const start = (kind: string, ruleSet: string) => tx.campaigns.start({ kind, input: { ruleSet } })
      await start('rescore', 'craft')
      const later = await start('rescore', 'craft')
      for (let more = 0; more < 101; more++) await start(more % 2 === 0 ? 'benchmark' : 'rescore', 'trade')
      return later
    })
    asked.length = 0
    const newest = (ruleSet: string) =>
      store.read(tenant, (tx) => tx.campaigns.newest('rescore', (input) => input['ruleSet'] === ruleSet))
    expect((await newest('craft'))?.id).toBe(wanted.id)
    expect(asked.filter((sql) => sql.includes('"job"'))).toHaveLength(1)
    expect(await newest('baking')).toBeUndefined()
  })

  test('workers that die at random leave every chunk done exactly once', async () => {
    const clock = handClock()
    const member = await newMember(engine, { clock: clock.now })
    const { store, tenant } = member
    const campaign = await newCampaign(member, 24)
    let steps = 0
    const faults: string[] = []
    for (let round = 0; round < 40; round++) {
      const leases = (await Promise.all(['w1', 'w2', 'w3'].map((worker) => claim(store, 2, worker)))).flat()
      if (leases.length === 0 && (await store.queue.depth()).running === 0) break
      for (const lease of leases) {
        steps += 1
        // every third worker dies before its work, every fourth wakes up after its time and tries all the same
        if (steps % 3 === 0) continue
        if (steps % 4 === 0) await rescue(store, clock)
        faults.push(
          await work(store, lease).then(
            () => 'done',
            ({ code }: StoreError) => code,
          ),
        )
      }
      clock.pass(31_000)
    }
    expect(new Set(faults)).toEqual(new Set(['done', 'lease-lost']))
    const done = await store.read(tenant, (tx) => tx.campaigns.get(campaign.id))
    const { dead } = done!.progress.chunks
    expect(done!.status).toBe('done')
    const { items } = await store.read(tenant, (tx) => tx.audit.list({ limit: 500 }))
    expect(items).toHaveLength(24 - dead * 2)
    expect(new Set(items.map(({ target }) => target)).size).toBe(items.length)
  })

  test('two workers at once never hold the same chunk, and one tenant has at most four at work', async () => {
    const member = await newMember(engine)
    const { store } = member
    await newCampaign(member, 20)
    const leases = (await Promise.all(Array.from({ length: 6 }, (_, index) => claim(store, 3, `w${index}`)))).flat()
    expect(new Set(leases.map(({ chunk }) => chunk)).size).toBe(leases.length)
    expect(leases.length).toBeGreaterThanOrEqual(4)
    const other = await newTenant(store)
    const { id } = await store.write(other, (tx) => tx.firms.create({ name: 'Other' }))
    await newCampaign({ ...member, tenant: other, firm: id }, 2)
    expect(await claim(store)).toMatchObject([{ tenant: { id: other.id } }])
  })

  test('whoever waits behind a tenant that has hundreds of chunks and enough at work is not kept waiting', async () => {
    const member = await newMember(engine)
    const { store } = member
    await newCampaign(member, 600, 1)
    expect(await claim(store, 4)).toHaveLength(4)
    const others: string[] = []
    for (const name of ['Second', 'Third']) {
      const tenant = await newTenant(store)
      const { id } = await store.write(tenant, (tx) => tx.firms.create({ name }))
      await newCampaign({ ...member, tenant, firm: id }, 60, 1)
      others.push(tenant.id)
    }
    expect((await claim(store, 1)).map(({ tenant }) => tenant.id)).toEqual([others[0]])
    const rest = (await claim(store, 7)).map(({ tenant }) => tenant.id)
    expect(others.map((id) => rest.filter((tenant) => tenant === id).length)).toEqual([3, 4])
    expect(await claim(store, 1)).toEqual([])
  })

  test('a heartbeat keeps a chunk; without it the chunk goes to another worker', async () => {
    const clock = handClock()
    const member = await newMember(engine, { clock: clock.now })
    const { store } = member
    await newCampaign(member, 1)
    const [lease] = await claim(store)
    clock.pass(20_000)
    const kept = await store.queue.heartbeat(lease!, 30_000)
    clock.pass(20_000)
    expect(await claim(store)).toEqual([])
    clock.pass(20_000)
    expect(await claim(store, 1, 'w2')).toMatchObject([{ attempt: 2 }])
    await expect(store.queue.heartbeat(kept, 30_000)).rejects.toMatchObject({ code: 'lease-lost' })
    await expect(work(store, kept)).rejects.toMatchObject({ code: 'lease-lost' })
    await expect(store.queue.fail(kept, 'x')).rejects.toMatchObject({ code: 'lease-lost' })
  })

  test('after the fifth failure a chunk is dead, until it is asked for again', async () => {
    const clock = handClock()
    const member = await newMember(engine, { clock: clock.now })
    const { store, tenant } = member
    const { id } = await newCampaign(member, 1)
    const fates: string[] = []
    for (let attempt = 0; attempt < 5; attempt++) {
      const [lease] = await claim(store)
      fates.push(await store.queue.fail(lease!, `attempt ${attempt + 1} failed`))
    }
    expect(fates).toEqual(['retry', 'retry', 'retry', 'retry', 'dead'])
    expect(await claim(store)).toEqual([])
    expect(await store.read(tenant, (tx) => tx.campaigns.dead(id))).toEqual([
      { campaign: id, chunk: 0, attempts: 5, error: 'attempt 5 failed' },
    ])
    expect(await store.queue.depth()).toEqual({ waiting: 0, running: 0, dead: 1 })
    expect(await store.write(tenant, (tx) => tx.campaigns.retryDead(id))).toBe(1)
    await work(store, (await claim(store))[0]!)
    expect(await store.read(tenant, (tx) => tx.campaigns.get(id))).toMatchObject({ status: 'done' })
    await newCampaign(member, 0)
    for (let attempt = 0; attempt < 6; attempt++) {
      await claim(store)
      clock.pass(31_000)
    }
    expect((await store.queue.depth()).dead).toBe(1)
  })

  test('a campaign is paused, goes on, and is cancelled; other steps are refused', async () => {
    const member = await newMember(engine)
    const { store, tenant } = member
    const { id } = await newCampaign(member, 4)
    const move = (version: number, status: 'cancelled' | 'paused' | 'running') =>
      store.write(tenant, (tx) => tx.campaigns.setStatus(id, version, status))
    expect(await move(1, 'paused')).toMatchObject({ status: 'paused', version: 2 })
    expect(await claim(store)).toEqual([])
    await expect(move(1, 'running')).rejects.toMatchObject({ code: 'conflict' })
    await expect(move(2, 'paused')).rejects.toMatchObject({ code: 'refused' })
    await move(2, 'running')
    const [lease] = await claim(store, 1)
    expect(await move(3, 'cancelled')).toMatchObject({ status: 'cancelled' })
    await work(store, lease!)
    expect(await claim(store)).toEqual([])
    await expect(move(4, 'running')).rejects.toMatchObject({ code: 'refused' })
  })
})
