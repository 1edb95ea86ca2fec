import { describe, expect, test } from 'vitest'
import { engines, handClock, newMember } from './stores.ts'

const aDay = 86_400_000

describe.each(engines)('on %s, what gave access and is over', (engine) => {
  async function world() {
    const { now, pass } = handClock()
    const { store, tenant, firm } = await newMember(engine, { clock: now })
    const after = (days: number) => new Date(now().getTime() + days * aDay).toISOString()
    const { id: relationship } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
    const link = (purpose: 'badge' | 'embed' | 'partner', hash: string, expiresAt: string) =>
      store.write(tenant, (tx) =>
        tx.links.create({ purpose, relationship, hash, label: hash, sharedFields: [], expiresAt }),
      )
    const key = (hash: string, expiresAt: string | null) => {
      const about = { kind: 'secret', hint: 'h', label: hash, scopes: [], origins: [], firm } as const
      return store.write(tenant, (tx) => tx.keys.create({ ...about, hash, expiresAt }))
    }
    const labels = () =>
      store.read(tenant, async (tx) => {
        const links = await tx.links.list({ relationship, limit: 50 })
        const keys = await tx.keys.list({ limit: 50 })
        return [...links.items, ...keys.items].map(({ label }) => label).toSorted()
      })
    return { store, tenant, pass, after, link, key, labels, relationship }
  }

  test('goes with its mail, unless somebody used it or may still come back by it', async () => {
    const { store, tenant, pass, after, link, key, labels } = await world()
    const unused = await link('partner', 'unused', after(1))
    await store.write(tenant, (tx) => tx.mails.add(unused.id, { to: 'Ines' }))
    const used = await link('partner', 'used', after(1))
    await store.write(tenant, (tx) => tx.links.use(used.id))
    const badge = await link('badge', 'badge', after(1))
    await store.write(tenant, (tx) => tx.links.use(badge.id))
    await link('embed', 'visit', after(1))
    await link('partner', 'lasting', after(9))
    const revoked = await link('partner', 'revoked', after(9))
    await store.write(tenant, (tx) => tx.links.revoke(revoked.id))
    await key('unused key', after(1))
    const usedKey = await key('used key', after(1))
    await store.write(tenant, (tx) => tx.keys.touch(new Map([[usedKey.id, after(0)]])))
    await key('lasting key', null)
    const all = await labels()
    const sweep = (before: string, limit = 10) =>
      store.write(tenant, async (tx) => [await tx.links.sweep(before, limit), await tx.keys.sweep(before, limit)])
    expect(await sweep(after(-1))).toEqual([0, 0])
    pass(2 * aDay)
    expect(await sweep(after(-3))).toEqual([0, 0])
    expect(await labels()).toEqual(all)
    expect(await sweep(after(-1), 2)).toEqual([2, 1])
    expect(await sweep(after(-1), 2)).toEqual([1, 0])
    expect(await labels()).toEqual(['lasting', 'lasting key', 'used', 'used key', 'visit'])
    expect(await store.read(tenant, (tx) => tx.mails.states([unused.id]))).toEqual(new Map())
  })

  test('rounds that nobody may read yet are found by their beginning, and those of other tenants are not', async () => {
    const { store, tenant, pass, after, relationship } = await world()
    const add = (state: 'closed' | 'open' | 'sealed') =>
      store.write(tenant, (tx) => tx.exchanges.add({ kind: 'pulse', state, relationship, content: { us: 1 } }))
    const first = await add('sealed')
    await add('open')
    await add('closed')
    pass(aDay)
    const second = await add('sealed')
    const found = (days: number, limit = 10) =>
      store.read(tenant, (tx) => tx.exchanges.sealedBefore(after(days), limit))
    const { content: _, ...head } = first
    expect(await found(-1)).toEqual([head])
    expect((await found(0)).map(({ id }) => id)).toEqual([first.id, second.id])
    expect(await found(0, 1)).toHaveLength(1)
    const stranger = await store.platform.createTenant({ name: 'Strangers', slug: 'strangers' })
    expect(await store.read(stranger, (tx) => tx.exchanges.sealedBefore(after(1), 10))).toEqual([])
  })
})
