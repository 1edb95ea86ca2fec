import { describe, expect, test } from 'vitest'
import { engines, handClock, newMember } from './stores.ts'

describe.each(engines)('on %s', (engine) => {
  test('a draft is written, checked, published and superseded, one step after the other', async () => {
    const { store, tenant } = await newMember(engine)
    const draft = await store.write(tenant, (tx) => tx.ruleSets.createDraft({ ruleSet: 'own', document: { a: 1 } }))
    expect(draft).toMatchObject({ status: 'draft', version: 1, digest: null, document: { a: 1 } })
    const move = (version: number, status: 'checked' | 'draft' | 'published' | 'superseded', digest?: string) =>
      store.write(tenant, (tx) =>
        tx.ruleSets.setDraftStatus(draft.id, version, { status, report: [version], ...(digest ? { digest } : {}) }),
      )
    await expect(move(1, 'published')).rejects.toMatchObject({ code: 'refused' })
    expect(await move(1, 'checked')).toMatchObject({ status: 'checked', version: 2, report: [1] })
    const edited = await store.write(tenant, (tx) => tx.ruleSets.updateDraft(draft.id, 2, { a: 2 }))
    expect(edited).toMatchObject({ status: 'draft', version: 3, document: { a: 2 }, report: undefined })
    await move(3, 'checked')
    expect(await move(4, 'published', 'd1')).toMatchObject({ digest: 'd1' })
    await expect(store.write(tenant, (tx) => tx.ruleSets.updateDraft(draft.id, 5, {}))).rejects.toMatchObject({
      code: 'refused',
    })
    const last = await move(5, 'superseded')
    expect(await store.read(tenant, (tx) => tx.ruleSets.drafts({ limit: 5, ruleSet: 'own' }))).toEqual({
      items: [last],
      next: undefined,
    })
    await expect(store.write(tenant, (tx) => tx.ruleSets.deleteDraft(draft.id, 1))).rejects.toMatchObject({
      code: 'conflict',
    })
    await store.write(tenant, (tx) => tx.ruleSets.deleteDraft(draft.id, 6))
    expect(await store.read(tenant, (tx) => tx.ruleSets.draft(draft.id))).toBeUndefined()
  })

  test('a bundle never changes; the same again is the same one', async () => {
    const { store, tenant } = await newMember(engine)
    const bundle = { digest: 'd1', ruleSet: 'own', ruleSetVersion: '1.0.0', text: '{"a":1}' }
    const signatures = [{ keyId: 'k1', jws: 'a..b' }]
    const add = (change: object) =>
      store.write(tenant, (tx) => tx.ruleSets.addBundle({ ...bundle, signatures, ...change }))
    const { createdAt } = await add({})
    expect(await add({})).toMatchObject({ createdAt, signatures })
    await expect(add({ text: '{"a":2}' })).rejects.toMatchObject({ code: 'duplicate' })
    await expect(add({ digest: 'd2', text: '{"a":2}' })).rejects.toMatchObject({ code: 'duplicate' })
    await store.write(tenant, (tx) => tx.ruleSets.addSignature('d1', { keyId: 'k2', jws: 'c..d' }))
    const stored = await store.read(tenant, (tx) => tx.ruleSets.bundle('d1'))
    expect(stored).toMatchObject({ ...bundle, signatures: [...signatures, { keyId: 'k2', jws: 'c..d' }] })
    const { items } = await store.read(tenant, (tx) => tx.ruleSets.bundles({ limit: 3, ruleSet: 'own' }))
    expect(items).toMatchObject([{ digest: 'd1' }])
    expect(items[0]).not.toHaveProperty('text')
    await expect(
      store.write(tenant, (tx) => tx.ruleSets.addSignature('d9', { keyId: 'k', jws: 'x' })),
    ).rejects.toMatchObject({ code: 'absent' })
  })

  test('of many who move a pointer at once one succeeds, and the way back is a move as well', async () => {
    const { store, tenant } = await newMember(engine)
    for (const [digest, ruleSetVersion] of [
      ['d1', '1.0.0'],
      ['d2', '1.1.0'],
    ] as const) {
      const bundle = { digest, ruleSet: 'own', ruleSetVersion, text: digest, signatures: [] }
      await store.write(tenant, (tx) => tx.ruleSets.addBundle(bundle))
    }
    const move = (to: string, expected: number, reason = 'publish') =>
      store.write(tenant, (tx) => tx.ruleSets.movePointer({ ruleSet: 'own', to, expected, reason, by: 'user:1' }))
    const first = await Promise.allSettled(Array.from({ length: 6 }, () => move('d1', 0)))
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const second = await Promise.allSettled(Array.from({ length: 6 }, () => move('d2', 1)))
    expect(second.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await move('d1', 2, 'roll back')
    await expect(move('d9', 3)).rejects.toMatchObject({ code: 'absent' })
    await expect(move('d2', 1)).rejects.toMatchObject({ code: 'conflict', version: 3 })
    await store.read(tenant, async (tx) => {
      expect(await tx.ruleSets.pointer('own')).toMatchObject({ digest: 'd1', version: 3 })
      expect(await tx.ruleSets.pointers()).toHaveLength(1)
      expect(await tx.ruleSets.moves('own')).toMatchObject([
        { version: 3, from: 'd2', to: 'd1', reason: 'roll back' },
        { version: 2, from: 'd1', to: 'd2' },
        { version: 1, from: null, to: 'd1' },
      ])
    })
  })

  test('signing keys, API keys and links are found, end, and are revoked once', async () => {
    const clock = handClock()
    const { store, tenant, firm } = await newMember(engine, { clock: clock.now })
    const signing = { keyId: 'k1', publicKey: 'x', validFrom: '2026-01-01T00:00:00.000Z', validUntil: null }
    await store.write(tenant, (tx) => tx.ruleSets.addSigningKey(signing))
    await expect(store.write(tenant, (tx) => tx.ruleSets.addSigningKey(signing))).rejects.toMatchObject({
      code: 'duplicate',
    })
    await store.write(tenant, (tx) => tx.ruleSets.revokeSigningKey('k1'))
    clock.pass(1000)
    await store.write(tenant, (tx) => tx.ruleSets.revokeSigningKey('k1'))
    const revokedAt = '2026-11-20T09:00:00.000Z'
    expect(await store.read(tenant, (tx) => tx.ruleSets.signingKeys())).toEqual([{ ...signing, revokedAt }])

    const powers = {
      kind: 'publishable',
      hint: 'wxyz',
      label: 'Shop',
      scopes: ['a:read'],
      origins: ['https://a.example'],
    } as const
    const key = await store.write(tenant, (tx) => tx.keys.create({ ...powers, hash: 'h1', firm, expiresAt: null }))
    await store.write(tenant, (tx) => tx.keys.create({ ...powers, hash: 'h2', firm: null, expiresAt: null }))
    const generation = await store.read(tenant, (tx) => tx.keys.generation())
    await expect(
      store.write(tenant, (tx) => tx.keys.create({ ...powers, hash: 'h1', firm, expiresAt: null })),
    ).rejects.toMatchObject({ code: 'duplicate' })
    expect(await store.findKey(tenant.id, 'h1')).toMatchObject({ tenant: { id: tenant.id }, key })
    expect(await store.findKey(tenant.id, 'h3')).toBeUndefined()
    await store.write(tenant, (tx) => tx.keys.touch(new Map([[key.id, '2026-11-20T10:00:00.000Z']])))
    await store.write(tenant, (tx) => tx.keys.revoke(key.id))
    await store.write(tenant, (tx) => tx.keys.expire(key.id, '2026-12-01T00:00:00.000Z'))
    expect(await store.read(tenant, (tx) => tx.keys.list({ limit: 5, firm }))).toMatchObject({
      items: [{ revokedAt: '2026-11-20T09:00:01.000Z', lastUsedAt: '2026-11-20T10:00:00.000Z', label: 'Shop' }],
    })
    expect(await store.read(tenant, (tx) => tx.keys.generation())).toBeGreaterThan(generation)

    const { id } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
    const door = { purpose: 'partner', label: 'Site', sharedFields: ['plan'], relationship: id } as const
    const expiresAt = '2026-11-20T10:00:00.000Z'
    const link = await store.write(tenant, (tx) => tx.links.create({ ...door, hash: 'l1', expiresAt }))
    expect(await store.findLink(tenant.id, 'l1')).toMatchObject({ link })
    expect(await store.write(tenant, (tx) => tx.links.use(link.id))).toMatchObject({ used: 1 })
    clock.pass(2 * 3600_000)
    await expect(store.write(tenant, (tx) => tx.links.use(link.id))).rejects.toMatchObject({ code: 'refused' })
    await store.write(tenant, (tx) => tx.links.revoke(link.id))
    expect(
      await store.read(tenant, (tx) => tx.links.list({ relationship: id, purpose: 'partner', limit: 5 })),
    ).toMatchObject({
      items: [{ used: 1, revokedAt: '2026-11-20T11:00:01.000Z', label: 'Site', sharedFields: ['plan'] }],
    })
    expect(
      (await store.read(tenant, (tx) => tx.links.list({ relationship: id, purpose: 'badge', limit: 5 }))).items,
    ).toEqual([])
  })
})
