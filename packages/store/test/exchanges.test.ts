import { describe, expect, test } from 'vitest'
import type { ExportRow } from '../src/index.ts'
import { engines, newMember, type Member } from './stores.ts'

async function withRelationship(engine: (typeof engines)[number]): Promise<Member & { readonly relationship: string }> {
  const member = await newMember(engine)
  const { id } = await member.store.write(member.tenant, (tx) =>
    tx.relationships.create({ firm: member.firm, record: {} }),
  )
  return { ...member, relationship: id }
}

describe.each(engines)('what two sides have to do with each other, on %s', (engine) => {
  test('is kept by kind, newest first, and changed by whoever has the version that is there', async () => {
    const { store, tenant, firm, relationship } = await withRelationship(engine)
    const add = (kind: 'pulse' | 'remark', content: unknown) =>
      store.write(tenant, (tx) => tx.exchanges.add({ kind, state: 'open', relationship, content }))
    const first = await add('remark', { text: 'Not quite' })
    await add('pulse', {})
    const second = await add('remark', { text: 'Nor this' })
    expect(first).toMatchObject({ firm, version: 1, content: { text: 'Not quite' } })
    const list = () => store.read(tenant, (tx) => tx.exchanges.list({ relationship, kind: 'remark', limit: 1 }))
    const page = await list()
    expect(page.items).toEqual([second])
    const rest = { relationship, kind: 'remark' as const, limit: 1, after: page.next! }
    expect(await store.read(tenant, (tx) => tx.exchanges.list(rest))).toMatchObject({ items: [first], next: undefined })
    const close = (version: number) =>
      store.write(tenant, (tx) => tx.exchanges.update(first.id, version, { state: 'closed', content: { done: true } }))
    expect(await close(1)).toMatchObject({ state: 'closed', version: 2, content: { done: true } })
    await expect(close(1)).rejects.toMatchObject({ code: 'conflict' })
    expect(await store.read(tenant, (tx) => tx.exchanges.get(first.id))).toMatchObject({ state: 'closed', version: 2 })
  })

  test('goes with its relationship', async () => {
    const { store, tenant, relationship } = await withRelationship(engine)
    const kept = { kind: 'pulse', state: 'sealed', relationship, content: {} } as const
    const { id } = await store.write(tenant, (tx) => tx.exchanges.add(kept))
    await store.write(tenant, (tx) => tx.relationships.delete(relationship, 1))
    expect(await store.read(tenant, (tx) => tx.exchanges.get(id))).toBeUndefined()
    await expect(store.write(tenant, (tx) => tx.exchanges.add(kept))).rejects.toMatchObject({ code: 'absent' })
  })

  test('stands in the export of the firm; of what is sealed, only that it is there', async () => {
    const { store, tenant, firm, relationship } = await withRelationship(engine)
    await store.write(tenant, async (tx) => {
      await tx.exchanges.add({ kind: 'pulse', state: 'sealed', relationship, content: { openness: 'SEALED' } })
      await tx.exchanges.add({ kind: 'remark', state: 'open', relationship, content: { text: 'Not quite' } })
    })
    const rows: ExportRow[] = []
    await store.read(tenant, async (tx) => {
      for await (const row of tx.rights.exportFirm(firm)) rows.push(row)
    })
    const text = JSON.stringify(rows)
    expect(text).toContain('Not quite')
    expect(text).not.toContain('SEALED')
    expect(rows.filter(({ kind }) => kind === 'exchange')).toHaveLength(2)
  })

  test('a link says what may be done by it; one that says nothing may do everything', async () => {
    const { store, tenant, relationship } = await withRelationship(engine)
    const door = { purpose: 'partner', relationship, label: 'Ben Rowe', expiresAt: '2099-01-01T00:00:00.000Z' } as const
    const made = await store.write(tenant, (tx) =>
      tx.links.create({ ...door, hash: 'one', sharedFields: [], powers: ['pulse'] }),
    )
    const plain = await store.write(tenant, (tx) => tx.links.create({ ...door, hash: 'two', sharedFields: [] }))
    expect(await store.read(tenant, (tx) => tx.links.get(made.id))).toMatchObject({ powers: ['pulse'] })
    expect(plain.powers).toBeNull()
  })
})
