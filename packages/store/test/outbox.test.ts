import { describe, expect, test } from 'vitest'
import type { MailLease, Store } from '../src/index.ts'
import { engines, newMember, reopen, type Member } from './stores.ts'

interface Sender extends Member {
  readonly clock: { now: Date }
  readonly link: (label: string, more?: { expiresAt?: string }) => Promise<string>
  readonly mail: (label: string, more?: { expiresAt?: string }) => Promise<string>
  readonly state: (link: string) => Promise<string | undefined>
}

const oneMinute = { limit: 10, leaseMs: 60_000 }

async function newSender(engine: (typeof engines)[number]): Promise<Sender> {
  const clock = { now: new Date('2026-11-26T10:00:00.000Z') }
  const member = await newMember(engine, { clock: () => clock.now })
  const { store, tenant, firm } = member
  const { id: relationship } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  const door = { purpose: 'partner', relationship, sharedFields: [] } as const
  const link: Sender['link'] = async (label, { expiresAt = '2027-01-01T00:00:00.000Z' } = {}) =>
    (await store.write(tenant, (tx) => tx.links.create({ ...door, label, hash: label, expiresAt }))).id
  const mail: Sender['mail'] = async (label, more) => {
    const id = await link(label, more)
    await store.write(tenant, (tx) => tx.mails.add(id, { token: `secret-${label}`, to: 'ben@castell.example' }))
    return id
  }
  const state = (id: string) => store.read(tenant, async (tx) => (await tx.mails.states([id])).get(id))
  return { ...member, clock, link, mail, state }
}

const later = ({ clock }: Sender, ms: number) => void (clock.now = new Date(clock.now.getTime() + ms))

async function claimed(store: Store): Promise<MailLease> {
  const [lease] = await store.outbox.claim(oneMinute)
  if (lease === undefined) throw new Error('nothing is due')
  return lease
}

describe.each(engines)('the outbox on %s', (engine) => {
  test('a mail is there once its link is, waits, and is sent once', async () => {
    const sender = await newSender(engine)
    const { store, tenant, state } = sender
    expect(await store.outbox.claim(oneMinute)).toEqual([])
    const link = await sender.mail('ben')
    expect([await state(link), await store.read(tenant, (tx) => tx.mails.waiting())]).toEqual(['waiting', 1])
    const lease = await claimed(store)
    expect(lease).toMatchObject({ link, tries: 0, content: { token: 'secret-ben', to: 'ben@castell.example' } })
    expect(await store.outbox.claim(oneMinute)).toEqual([])
    expect(await store.outbox.begin(lease)).toBe(true)
    expect(await state(link)).toBe('waiting')
    await store.outbox.settle(lease, { state: 'sent' })
    later(sender, 3_600_000)
    expect([await state(link), await store.outbox.claim(oneMinute)]).toEqual(['sent', []])
    expect(await store.read(tenant, (tx) => tx.mails.waiting())).toBe(0)
  })

  test('is undone with the transaction of the link', async () => {
    const { store, tenant, link } = await newSender(engine)
    const id = await link('ben')
    const undone = store.write(tenant, async (tx) => {
      await tx.mails.add(id, {})
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await store.outbox.claim(oneMinute)).toEqual([])
    await store.write(tenant, (tx) => tx.mails.add(id, {}))
    await expect(store.write(tenant, (tx) => tx.mails.add(id, {}))).rejects.toMatchObject({ code: 'duplicate' })
    await expect(store.write(tenant, (tx) => tx.mails.add('none', {}))).rejects.toMatchObject({ code: 'absent' })
  })

  test('what was not taken is tried again when it is due, and counted', async () => {
    const sender = await newSender(engine)
    await sender.mail('ben')
    const lease = await claimed(sender.store)
    await sender.store.outbox.begin(lease)
    await sender.store.outbox.settle(lease, { state: 'waiting', dueAt: '2026-11-26T10:05:00.000Z' })
    later(sender, 299_000)
    expect(await sender.store.outbox.claim(oneMinute)).toEqual([])
    later(sender, 1_000)
    expect(await claimed(sender.store)).toMatchObject({ tries: 1 })
  })

  test('of a sender that was killed before it began, another takes it over, and the first cannot send it any more', async () => {
    const sender = await newSender(engine)
    await sender.mail('ben')
    const lost = await claimed(sender.store)
    later(sender, 61_000)
    const lease = await claimed(sender.store)
    expect(await sender.store.outbox.begin(lost)).toBe(false)
    expect(await sender.store.outbox.begin(lease)).toBe(true)
  })

  test('of a sender that was killed while it sent, nobody knows: it has failed, and is never sent twice', async () => {
    const sender = await newSender(engine)
    const link = await sender.mail('ben')
    const lost = await claimed(sender.store)
    await sender.store.outbox.begin(lost)
    later(sender, 61_000)
    expect([await sender.store.outbox.claim(oneMinute), await sender.state(link)]).toEqual([[], 'failed'])
    // it was slow, not dead
    await sender.store.outbox.settle(lost, { state: 'sent' })
    expect(await sender.state(link)).toBe('sent')
  })

  test('a link that was taken back, is over, or went with its relationship is mailed to nobody', async () => {
    const sender = await newSender(engine)
    const { store, tenant, firm } = sender
    const [revoked, over] = [
      await sender.mail('revoked'),
      await sender.mail('over', { expiresAt: '2026-11-26T10:00:01.000Z' }),
    ]
    await store.write(tenant, (tx) => tx.links.revoke(revoked))
    later(sender, 2_000)
    expect(await store.outbox.claim(oneMinute)).toEqual([])
    expect([await sender.state(revoked), await sender.state(over)]).toEqual(['failed', 'failed'])
    const gone = await sender.mail('gone')
    const { items } = await store.read(tenant, (tx) => tx.relationships.list({ firm, limit: 1 }))
    await store.write(tenant, (tx) => tx.relationships.delete(items[0]!.id, 1))
    expect([await store.outbox.claim(oneMinute), await sender.state(gone)]).toEqual([[], undefined])
  })

  test('what is older than a day is not sent any more', async () => {
    const sender = await newSender(engine)
    const link = await sender.mail('ben')
    later(sender, 25 * 3_600_000)
    expect([await sender.store.outbox.claim(oneMinute), await sender.state(link)]).toEqual([[], 'failed'])
  })

  test('two processes that look at the same moment never get the same mail', async () => {
    const sender = await newSender(engine)
    for (let index = 0; index < 12; index++) await sender.mail(`partner-${index}`)
    const other = engine === 'postgres' ? await reopen(sender.url, { clock: () => sender.clock.now }) : sender.store
    const all = await Promise.all(
      [sender.store, other, sender.store, other].map((store) => store.outbox.claim({ limit: 5, leaseMs: 60_000 })),
    )
    const links = all.flat().map(({ link }) => link)
    expect(new Set(links).size).toBe(links.length)
    expect(links.length).toBeGreaterThan(4)
  })
})
