import { operations } from '../../src/index.ts'
import { namesIn, type Names } from '../fuzz/names.ts'
import { guildRuleSet } from '../guild.ts'
import { allowUnsigned, checkedDraft, publishNow, tenantOf } from '../members.ts'
import { aKey } from '../rule-set-examples.ts'
import type { World } from '../world.ts'

/** An association that others may not touch: what its things are called, and a look at all of it. */
export interface Neighbour {
  readonly own: Names
  readonly foreign: Names
  /** Everything the neighbour can be shown, with versions, and a digest of all that the store keeps for it. */
  readonly look: () => Promise<Readonly<Record<string, string>>>
}

/** Gives both associations one of everything: firms, results, badges, drafts, keys, and a rule set of their own. */
export async function furnishNeighbour(world: World): Promise<Neighbour> {
  const { own, foreign } = await namesIn(world)
  const theirs: World = {
    ...world,
    credentials: { ...world.credentials, association: world.credentials.otherAssociation },
  }
  await allowUnsigned(theirs)
  const published = await publishNow(theirs, guildRuleSet({ id: 'anvil', title: 'Anvil' }))
  const { id: draft } = await checkedDraft(theirs, guildRuleSet({ id: 'tongs' }))
  const { kid: signingKey, ...key } = await aKey()
  const as = theirs.credentials.association
  await world.ask('POST', '/v1/signing-keys', { as, body: { kid: signingKey, ...key } })
  const names = { ...foreign, draft, signingKey, ruleSet: 'anvil', digest: published.body.digest as string }
  return { own, foreign: names, look: () => lookAround(theirs, names) }
}

async function lookAround(world: World, names: Names): Promise<Readonly<Record<string, string>>> {
  const seen: Record<string, string> = { store: await world.store.digest(await tenantOf(world)) }
  for (const [id, path] of questions(names)) {
    for (const [who, as] of [
      ['firm', world.foreign.key],
      ['association', world.credentials.association],
    ] as const) {
      const { status, body, headers } = await world.ask('GET', path, { as })
      if (status === 200) seen[`${id} as ${who}`] = `${headers.get('etag')} ${JSON.stringify(body)}`
    }
  }
  return seen
}

/** Every operation that only reads, about the neighbour's things. */
function questions(names: Names): (readonly [id: string, path: string])[] {
  return operations
    .filter(({ method, access, path }) => method === 'get' && access.scope !== 'public' && path.startsWith('/v1/'))
    .map(({ id, path }) => [id, `${pathWith(path, id, names)}${searches[id]?.(names) ?? ''}`])
}

const searches: Readonly<Record<string, (names: Names) => string>> = {
  assessRelationship: () => '?ruleSet=anvil',
  compareResults: ({ result }) => `?with=${result}`,
  explainIndicator: () => '?ruleSet=anvil&indicator=plan.c/1',
  getChanges: ({ result }) => `?since=${result}`,
  getPaths: () => '?ruleSet=anvil',
  getScore: () => '?ruleSet=anvil',
  getTrend: () => '?ruleSet=craft',
  getTimeline: () => '?ruleSet=craft',
  listScores: () => '?ruleSet=anvil',
  listAudit: () => '?limit=200',
}

/** The address of an operation, for things of these names. */
export function pathWith(path: string, operation: string, names: Names): string {
  const fixed: Names = { purpose: 'benchmark', code: 'not-found' }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const wanted = operation === 'revokeSigningKey' && name === 'key' ? 'signingKey' : name
    const value = fixed[wanted] ?? names[wanted]
    if (value === undefined) throw new Error(`${operation} needs a name for {${name}}`)
    return value
  })
}
