import { newOperatorKey } from '../src/commands/operator-key.ts'
import { createCaller, expected } from './caller.ts'
import type { Env } from './service-process.ts'

/** An operator for the settings of a service, and rates that tests do not reach. */
export function operator(): { readonly key: string; readonly env: Env } {
  const { key, hash } = newOperatorKey()
  return {
    key,
    env: {
      JOINERY_OPERATOR_KEYS: hash,
      JOINERY_RATE_KEY: '10000000',
      JOINERY_RATE_ADDRESS: '10000000',
      JOINERY_RATE_TENANT: '10000000',
    },
  }
}

/** A member firm with a key of its own. */
export interface Member {
  readonly association: string
  readonly firm: string
  readonly key: string
}

export async function addMember(address: string, operatorKey: string, name = 'Harbour Joinery'): Promise<Member> {
  const { call, close } = createCaller()
  const post = <Body>(key: string, path: string, body: unknown) =>
    expected<Body>(call(address, { method: 'POST', path, key, body }), 201)
  try {
    const association = await post<{ secret: string }>(operatorKey, '/v1/associations', {
      name: 'Larkmoor Builders',
      slug: `larkmoor-${Math.random().toString(36).slice(2, 10)}`,
    })
    const firm = await post<{ id: string }>(association.secret, '/v1/firms', { name })
    const invitation = await post<{ secret: string }>(association.secret, '/v1/keys', {
      kind: 'secret',
      label: 'Invitation',
      firm: firm.id,
    })
    const own = await post<{ secret: string }>(invitation.secret, '/v1/keys', {
      kind: 'secret',
      label: 'Office',
      scopes: [
        'relationships:read',
        'relationships:write',
        'assessments:read',
        'assessments:write',
        'rule-sets:read',
        'embeds:write',
        'links:read',
        'links:write',
      ],
    })
    return { association: association.secret, firm: firm.id, key: own.secret }
  } finally {
    close()
  }
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly partnerName: string | null }[]
  readonly next: string | null
}

/** Every relationship of the member, as the service lists them. */
export async function relationshipsOf(address: string, { firm, key }: Member): Promise<Listed['items']> {
  const { call, close } = createCaller()
  const found: Listed['items'][number][] = []
  let cursor: string | null = null
  do {
    const path = `/v1/firms/${firm}/relationships?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
    const page: Listed = await expected<Listed>(call(address, { path, key }), 200)
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  close()
  return found
}
