import { describe, expect, test } from 'vitest'
import type { Store, TenantContext } from '../src/index.ts'
import { engines, handClock, newMember } from './stores.ts'

const aDay = 86_400_000

describe.each(engines)('on %s, a visit', (engine) => {
  /** As the service begins one: all in one transaction. */
  const visit = (store: Store, tenant: TenantContext, { firm, until }: { firm?: string; until: string }) =>
    store.write(tenant, async (tx) => {
      const owner = firm ?? (await tx.firms.create({ name: 'Visitor' })).id
      const { id: relationship } = await tx.relationships.create({ firm: owner, record: {} })
      const door = { purpose: 'embed', relationship, label: 'Visitor', sharedFields: [], expiresAt: until } as const
      const { id: link } = await tx.links.create({ ...door, hash: relationship })
      return { firm: owner, relationship, link }
    })
  const over = (store: Store, tenant: TenantContext) => store.write(tenant, (tx) => tx.visits.over(10))

  test('is over with its link, the first one first; one for itself is told from one on the site of a firm', async () => {
    const { now, pass } = handClock()
    const { store, tenant, firm } = await newMember(engine, { clock: now })
    const until = new Date(now().getTime() + 90 * aDay).toISOString()
    const own = await visit(store, tenant, { until })
    pass(1_000)
    const ofFirm = await visit(store, tenant, { firm, until })
    pass(89 * aDay)
    expect(await over(store, tenant)).toEqual([])
    pass(aDay)
    expect(await over(store, tenant)).toEqual([
      { ...own, isAlone: true },
      { ...ofFirm, isAlone: false },
    ])
    expect(await store.write(tenant, (tx) => tx.visits.over(1))).toHaveLength(1)
    await store.write(tenant, (tx) => tx.visits.forget(ofFirm.link))
    expect(await over(store, tenant)).toEqual([{ ...own, isAlone: true }])
    expect(await store.read(tenant, (tx) => tx.relationships.get(ofFirm.relationship))).toBeDefined()
  })

  test.each<readonly [string, (store: Store, tenant: TenantContext, firm: string) => Promise<unknown>]>([
    [
      'a key of its own',
      (store, tenant, firm) =>
        store.write(tenant, (tx) =>
          tx.keys.create({
            kind: 'secret',
            hash: 'h',
            hint: 'h',
            label: 'Server',
            scopes: [],
            origins: [],
            firm,
            expiresAt: null,
          }),
        ),
    ],
    [
      'another relationship',
      (store, tenant, firm) => store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} })),
    ],
    [
      'another link',
      (store, tenant, firm) =>
        store.write(tenant, async (tx) => {
          const [first] = (await tx.relationships.list({ firm, limit: 1 })).items
          const door = { purpose: 'partner', hash: 'other', label: 'x', sharedFields: [] } as const
          return tx.links.create({ ...door, relationship: first!.id, expiresAt: '2099-01-01T00:00:00.000Z' })
        }),
    ],
  ])('whose firm has %s is not alone any more', async (_, takeOver) => {
    const { now, pass } = handClock()
    const { store, tenant } = await newMember(engine, { clock: now })
    const { firm } = await visit(store, tenant, { until: new Date(now().getTime() + aDay).toISOString() })
    await takeOver(store, tenant, firm)
    pass(2 * aDay)
    expect((await over(store, tenant)).map(({ isAlone }) => isAlone)).toEqual([false])
  })

  test('that is not over cannot be forgotten, nor can a link that is none', async () => {
    const { store, tenant, firm } = await newMember(engine)
    const { link, relationship } = await visit(store, tenant, { firm, until: '2099-01-01T00:00:00.000Z' })
    const door = { purpose: 'partner', hash: 'p', label: 'x', sharedFields: [], relationship } as const
    const partner = await store.write(tenant, (tx) =>
      tx.links.create({ ...door, expiresAt: '2000-01-01T00:00:00.000Z' }),
    )
    await store.write(tenant, async (tx) => {
      await tx.visits.forget(link)
      await tx.visits.forget(partner.id)
    })
    const { items } = await store.read(tenant, (tx) => tx.links.list({ relationship, limit: 5 }))
    expect(items.map(({ id }) => id).toSorted()).toEqual([link, partner.id].toSorted())
    expect(await over(store, tenant)).toEqual([])
  })
})
