import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { LinkMail } from '@joinery/api'
import { openStore, type Store } from '@joinery/store'
import { temporaryFolder } from './service-process.ts'

export interface Filled {
  readonly url: string
  readonly store: Store
  /** A second way into the same data, as another process has it. */
  readonly open: () => Promise<Store>
  /** Makes a link with a mail that waits; gives the id of the link. */
  readonly post: (name: string, more?: Partial<LinkMail>) => Promise<string>
  readonly state: (link: string) => Promise<string | undefined>
  readonly close: () => Promise<void>
}

/** A store with one firm that writes to its partner. */
export async function newOutbox(place?: string): Promise<Filled> {
  const { folder, remove } = temporaryFolder()
  const url = place ?? `sqlite:${join(folder, 'joinery.sqlite')}`
  const masterKey = randomBytes(32)
  const opened: Store[] = []
  const open = async () => {
    const store = await openStore(url, { masterKey })
    opened.push(store)
    return store
  }
  const store = await open()
  await store.migrate()
  const tenant = await store.platform.createTenant({ name: 'Larkmoor Builders', slug: 'larkmoor' })
  const relationship = await store.write(tenant, async (tx) => {
    const { id: firm } = await tx.firms.create({ name: 'Harbour Joinery' })
    return (await tx.relationships.create({ firm, record: {} })).id
  })
  const usual = { to: 'ben@castell.example', label: 'Ben Rowe', firm: 'Harbour Joinery', language: 'en' } as const
  return {
    url,
    store,
    open,
    post: (name, more = {}) =>
      store.write(tenant, async (tx) => {
        const door = {
          purpose: 'partner',
          relationship,
          sharedFields: [],
          expiresAt: '2099-01-01T00:00:00.000Z',
        } as const
        const { id } = await tx.links.create({ ...door, label: 'Ben Rowe', hash: name })
        const mail: LinkMail = { ...usual, token: `pl_secret_${name}`, ...more }
        await tx.mails.add(id, mail)
        return id
      }),
    state: (link) => store.read(tenant, async (tx) => (await tx.mails.states([link])).get(link)),
    close: async () => {
      await Promise.all(opened.map((one) => one.close()))
      remove()
    },
  }
}
