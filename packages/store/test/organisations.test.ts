import { describe, expect, test } from 'vitest'
import { engines, handClock, newMember, newStore, newTenant, reopen } from './stores.ts'

describe.each(engines)('on %s', (engine) => {
  test('a tenant is found by its id and its slug, and a slug is taken once', async () => {
    const { store } = await newStore(engine)
    const tenant = await store.platform.createTenant({ name: 'Joiners', slug: 'joiners', settings: { locale: 'de' } })
    expect(await store.tenant(tenant.id)).toMatchObject({ id: tenant.id, bucket: tenant.bucket })
    expect((await store.platform.tenantBySlug('joiners'))?.id).toBe(tenant.id)
    expect(await store.tenant('nobody')).toBeUndefined()
    expect(await store.tenant("x' or '1'='1")).toBeUndefined()
    expect(await store.platform.tenantBySlug('nobody')).toBeUndefined()
    await expect(store.platform.createTenant({ name: 'Others', slug: 'joiners' })).rejects.toMatchObject({
      code: 'duplicate',
    })
    await expect(store.platform.createTenant({ name: 'Others', slug: 'No Slug' })).rejects.toMatchObject({
      code: 'bad-value',
    })
    const { items } = await store.platform.listTenants({ limit: 10 })
    expect(items).toMatchObject([{ id: tenant.id, name: 'Joiners', settings: { locale: 'de' }, version: 1 }])
  })

  test('a tenant is changed by whoever knows its version', async () => {
    const { store } = await newStore(engine)
    const tenant = await newTenant(store)
    const changed = await store.write(tenant, (tx) => tx.tenants.update(1, { settings: { benchmark: 7 } }))
    expect(changed).toMatchObject({ version: 2, settings: { benchmark: 7 }, name: 'Joiners of the coast' })
    await expect(store.write(tenant, (tx) => tx.tenants.update(1, { name: 'Late' }))).rejects.toMatchObject({
      code: 'conflict',
      version: 2,
    })
    expect(await store.read(tenant, (tx) => tx.tenants.get())).toEqual(changed)
  })

  test('an erased tenant is gone, its slug is free, and its neighbour is as before', async () => {
    const { store } = await newStore(engine)
    const [gone, stays] = [await newTenant(store), await newTenant(store)]
    for (const tenant of [gone, stays]) {
      await store.write(tenant, async (tx) => {
        const { id } = await tx.firms.create({ name: 'Harbour Joinery' })
        await tx.relationships.create({ firm: id, record: {} })
        await tx.campaigns.start({ kind: 'rescore', input: {} })
        await tx.audit.append({ actor: 'system', action: 'firm.create', target: `firm/${id}` })
      })
    }
    const before = await store.digest(stays)
    const { slug } = await store.read(gone, (tx) => tx.tenants.get())
    await store.platform.eraseTenant(gone)
    expect(await store.tenant(gone.id)).toBeUndefined()
    expect(await store.digest(stays)).toBe(before)
    await store.platform.createTenant({ name: 'New', slug })
  })

  test('a firm is created, changed by whoever knows its version, and listed', async () => {
    const clock = handClock()
    const { store, tenant, firm } = await newMember(engine, { clock: clock.now })
    clock.pass(1000)
    const changed = await store.write(tenant, (tx) =>
      tx.firms.update(firm, 1, { sector: 'construction', size: 'small', details: { contact: 'Ana Castell' } }),
    )
    expect(changed).toEqual({
      id: firm,
      name: 'Harbour Joinery',
      sector: 'construction',
      size: 'small',
      details: { contact: 'Ana Castell' },
      version: 2,
      createdAt: '2026-11-20T09:00:00.000Z',
      updatedAt: '2026-11-20T09:00:01.000Z',
    })
    expect(await store.read(tenant, (tx) => tx.firms.get(firm))).toEqual(changed)
    expect(await store.read(tenant, (tx) => tx.firms.list({ limit: 5 }))).toEqual({ items: [changed], next: undefined })
    const { sector, size } = changed
    expect(await store.read(tenant, (tx) => tx.firms.places([firm, firm, 'nobody']))).toEqual(
      new Map([[firm, { sector, size }]]),
    )
    await expect(store.write(tenant, (tx) => tx.firms.update(firm, 1, {}))).rejects.toMatchObject({ code: 'conflict' })
    await expect(store.write(tenant, (tx) => tx.firms.update('none', 1, {}))).rejects.toMatchObject({ code: 'absent' })
    await expect(store.write(tenant, (tx) => tx.firms.create({ id: firm, name: 'Twin' }))).rejects.toMatchObject({
      code: 'duplicate',
    })
  })

  test('the latest word on consent counts, and none is no', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const holds = () => store.read(tenant, (tx) => tx.consents.holds(firm, 'answers'))
    const say = (given: boolean) =>
      store.write(tenant, (tx) => tx.consents.record({ firm, purpose: 'answers', given, by: 'Ana Castell' }))
    expect(await holds()).toBe(false)
    await say(true)
    expect(await holds()).toBe(true)
    expect(await store.read(tenant, (tx) => tx.consents.holds(firm, 'benchmark'))).toBe(false)
    expect(await store.read(tenant, (tx) => tx.consents.firmsWith('answers', [firm, 'other']))).toEqual(new Set([firm]))
    await say(false)
    expect(await holds()).toBe(false)
    expect(await store.read(tenant, (tx) => tx.consents.firmsWith('answers', [firm]))).toEqual(new Set())
    expect(await store.read(tenant, (tx) => tx.consents.history(firm))).toMatchObject([
      { given: false, by: 'Ana Castell' },
      { given: true, by: 'Ana Castell' },
    ])
    const stranger = { firm: 'none', purpose: 'answers', given: true, by: 'x' } as const
    await expect(store.write(tenant, (tx) => tx.consents.record(stranger))).rejects.toMatchObject({ code: 'absent' })
  })

  test('a consent taken back counts, though the process that was given it has a faster clock', async () => {
    const fast = handClock('2026-11-24T10:00:05.000Z')
    const { store, url } = await newStore(engine, { clock: fast.now })
    const tenant = await newTenant(store)
    const { id: firm } = await store.write(tenant, (tx) => tx.firms.create({ name: 'Harbour Joinery' }))
    const word = { firm, purpose: 'answers', by: 'Ada Harbour' } as const
    await store.write(tenant, (tx) => tx.consents.record({ ...word, given: true }))
    if (engine === 'sqlite') await store.close()
    const other = await reopen(url, { clock: handClock('2026-11-24T10:00:00.000Z').now })
    const same = (await other.tenant(tenant.id))!
    await other.write(same, (tx) => tx.consents.record({ ...word, given: false }))
    expect(await other.read(same, (tx) => tx.consents.holds(firm, 'answers'))).toBe(false)
  })
})
