import type { NewPartnerLink, PartnerLink } from '@joinery/api/client'
import type { Desk } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'

/** The links of a relationship, and a new one in the making. */
export interface Links {
  readonly entry: Entry
  readonly desk: Desk
  list: readonly PartnerLink[]
  /** Address of the link that was just made; the service tells it once. */
  made: string | undefined
  readonly make: (wish: Wish) => Promise<void>
  readonly revoke: (link: string) => Promise<void>
}

export type LinkPower = NonNullable<NewPartnerLink['powers']>[number]

type Wish = NewPartnerLink & { readonly powers: readonly LinkPower[] }

export async function createLinks(desk: Desk, entry: Entry): Promise<Links> {
  const { client } = desk.service
  const relationship = entry.id
  const read = async () => {
    const all: PartnerLink[] = []
    for await (const link of client.list('listPartnerLinks', { relationship })) all.push(link)
    return all.toReversed()
  }
  const links: Links = {
    entry,
    desk,
    list: await read(),
    made: undefined,
    make: (wish) =>
      desk.run(async () => {
        const { body } = await client.call('createPartnerLink', { relationship, body: wish })
        links.made = `${location.origin}/p/${body.token}`
        links.list = await read()
      }),
    revoke: (link) =>
      desk.run(async () => {
        await client.call('revokePartnerLink', { relationship, link })
        links.made = undefined
        links.list = await read()
      }),
  }
  return links
}
