import { createClient, ProblemError } from '@joinery/api/client'
import { createFirmService, type FirmService } from '../service/firm-service.ts'
import { words } from '../words/speak.ts'

/** A way in, or what keeps somebody out, in words. */
export type SignedIn =
  | { readonly service: FirmService; readonly key: string; readonly isNew: boolean }
  | { readonly problem: string }

/** What the desk needs to be allowed; a key that it makes for itself gets no more. */
const scopes = [
  'firms:read',
  'relationships:read',
  'relationships:write',
  'assessments:read',
  'assessments:write',
  'rule-sets:read',
  'benchmarks:read',
  'embeds:write',
  'links:read',
  'links:write',
  'pulses:read',
  'pulses:write',
  'statements:read',
  'statements:write',
  'plans:read',
] as const

/** Signs a firm in with its key. An invitation of an association is turned into a key of the firm, and is spent. */
export async function signIn(key: string): Promise<SignedIn> {
  try {
    const client = createClient({ url: location.origin, credential: key })
    const { body: who } = await client.call('whoAmI', {})
    if (who.kind !== 'firm' || who.firm === null) return { problem: words().service.notAFirm }
    if (who.scopes.length === 1 && who.scopes[0] === 'keys:write') {
      const body = { kind: 'secret', label: 'The desk', scopes: [...scopes] } as const
      const { body: made } = await client.call('createKey', { body })
      return { ...(await opened(made.secret, who.firm)), isNew: true }
    }
    const missing = scopes.filter((scope) => !who.scopes.includes(scope))
    if (missing.length > 0) return { problem: words().service.lacks(missing.join(', ')) }
    return { ...(await opened(key, who.firm)), isNew: false }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

async function opened(key: string, id: string) {
  const client = createClient({ url: location.origin, credential: key })
  const { body: firm } = await client.call('getFirm', { firm: id })
  return { key, service: createFirmService(key, { id, name: firm.name }) }
}

function problemOf(error: unknown): string {
  if (error instanceof ProblemError && error.status === 401) return words().service.unknownKey
  return error instanceof Error ? error.message : words().service.silent
}
