import { guildRuleSet } from '../guild.ts'
import type { World } from '../world.ts'
import type { FuzzAnswer } from './judge.ts'
import { namesOfNothing, type Names } from './names.ts'
import { someResult, type FuzzRequest } from './requests.ts'

export interface FuzzPlace {
  readonly world: World
  readonly names: Readonly<Record<'own' | 'sibling' | 'foreign', Names>>
}

/** Sends a request of the fuzzer to a world in which things have these names. */
export async function send(request: FuzzRequest, place: FuzzPlace): Promise<FuzzAnswer> {
  const { operation, body, mediaType, headers, as } = request
  const credential = as === 'rubbish' ? 'sk_live_rubbish' : as === 'anonymous' ? undefined : place.world.credentials[as]
  const content = body.is === 'none' ? {} : { body: body.is === 'json' ? JSON.stringify(body.value) : body.text }
  const response = await place.world.api.request(pathOf(request, await namesFor(request, place)), {
    method: operation.method.toUpperCase(),
    headers: {
      ...headers,
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
      ...(body.is === 'none' || mediaType === '' ? {} : { 'content-type': mediaType }),
    },
    ...content,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Whose things are asked for. What destroys them gets some that were made for it. */
async function namesFor({ operation, target, rubbish }: FuzzRequest, { world, names }: FuzzPlace): Promise<Names> {
  if (target === 'nowhere') return namesOfNothing
  if (target === 'rubbish') return Object.fromEntries(Object.keys(names.own).map((name) => [name, rubbish]))
  const known = names[target]
  // nobody who asks here belongs to the other association: its things can be aimed at as they are
  if (target === 'foreign') return known
  const { key } = world[target]
  const spare = async (as: string, path: string, body: object) => (await world.ask('POST', path, { as, body })).body
  switch (operation.id) {
    case 'eraseFirm':
      return { ...known, firm: (await spare(world.credentials.association, '/v1/firms', { name: 'Short-lived' })).id }
    case 'deleteRelationship':
      return {
        ...known,
        relationship: (await spare(key, `/v1/firms/${known['firm']}/relationships`, { record: {} })).id,
      }
    case 'revokeKey':
    case 'rotateKey':
      return { ...known, key: (await spare(key, '/v1/keys', aSpareKey)).key.id }
    case 'deleteDraft':
      return {
        ...known,
        draft: (await spare(world.credentials.association, '/v1/drafts', { document: guildRuleSet() })).id,
      }
    default:
      return known
  }
}

const aSpareKey = { kind: 'publishable', label: 'Spare', origins: ['https://spare.example'] }

function pathOf({ operation: { path, id }, query, rubbish }: FuzzRequest, names: Names): string {
  const fixed: Names = { purpose: 'benchmark', code: 'not-found', ...names }
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => fixed[id === 'revokeSigningKey' ? 'signingKey' : name] ?? rubbish,
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    search.set(name, String(value === someResult ? names['result'] : value))
  return search.size === 0 ? filled : `${filled}?${search.toString()}`
}
