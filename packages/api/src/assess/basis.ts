import type { AssessOptions, RuleSet } from '@joinery/core'
import type { ReadTx, StoredRelationship } from '@joinery/store'
import { didYouMean } from '@joinery/core'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import type { Service } from '../kernel/service.ts'
import type { Current, LoadedBundle } from '../rule-sets/catalogue.ts'

/** What a caller may choose: by which rule set, on which day, how much of it. */
export interface Wish {
  readonly ruleSet: string
  readonly asOf?: string | undefined
  readonly scope?: string | undefined
}

interface Asking {
  readonly service: Service
  readonly now: Date
  /** Where the wish stands in the request, for faults. */
  readonly place: RequestFault['in']
}

/** What an assessment is made by. */
export interface Basis extends LoadedBundle {
  readonly digest: Current['digest']
  readonly asOf: string
  readonly scope: string
}

/** The current version of the rule set, compiled; today unless told; everything unless told. Throws one Problem. */
export async function basisOf(wish: Wish, asking: Asking, tx: ReadTx): Promise<Basis> {
  const { catalogue } = asking.service
  const current = await catalogue.current(tx, wish.ruleSet)
  const loaded = current && (await catalogue.load(tx, current.digest))
  if (current === undefined || loaded === undefined) throw await unknownRuleSet(wish.ruleSet, asking, tx)
  const { ruleSet } = loaded
  const scope = checkedScope(wish.scope ?? 'full', ruleSet, asking.place)
  return { ...loaded, digest: current.digest, asOf: wish.asOf ?? dayOf(asking.now), scope }
}

/** The same by the very version that an earlier result was made by. */
export async function basisOfResult(
  { digest, asOf, scope }: { readonly digest: string; readonly asOf: string; readonly scope: string },
  service: Service,
  tx: ReadTx,
): Promise<Basis> {
  const loaded = await service.catalogue.load(tx, digest)
  if (loaded === undefined) throw new Error(`the rule set ${digest} of a stored result has gone`)
  return { ...loaded, digest, asOf, scope }
}

/** How a stored record is assessed: only what the service saw the partner confirm counts as confirmed. */
export function optionsFor({ asOf, scope }: Basis, stored: Witnessed, { witness }: Service): AssessOptions {
  return { asOf, scope, isWitnessed: witness.seen({ relationship: stored.id, record: stored.record }) }
}

type Witnessed = Pick<StoredRelationship, 'id' | 'record'>

/** Names what an assessment came out of: the record, the rules, the day and the scope. */
export function tagOf({ version }: Pick<StoredRelationship, 'version'>, { digest, asOf, scope }: Basis): string {
  return `"${version}-${digest.slice(0, 16)}-${asOf}-${scope}"`
}

export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

async function unknownRuleSet(ruleSet: string, { service, place }: Asking, tx: ReadTx): Promise<Problem> {
  const known = (await service.catalogue.all(tx)).map((current) => current.ruleSet)
  const advice = didYouMean(ruleSet, known) || (known.length > 0 ? `; there are: ${known.join(', ')}` : '')
  return conflict(place, 'ruleSet', { value: ruleSet, message: `there is no rule set "${ruleSet}"${advice}` })
}

function checkedScope(scope: string, { document }: RuleSet, place: RequestFault['in']): string {
  const known = ['full', ...(document.scopes ?? []).map(({ id }) => id)]
  if (known.includes(scope)) return scope
  const advice = didYouMean(scope, known) || `; there are: ${known.join(', ')}`
  throw conflict(place, 'scope', { value: scope, message: `the rule set has no scope "${scope}"${advice}` })
}

/** One field that is well in itself and does not fit what is there. */
export function conflict(
  place: RequestFault['in'],
  field: string,
  { value, message }: { readonly value: unknown; readonly message: string },
): Problem {
  const errors: RequestFault[] = [{ in: place, pointer: `/${field}`, code: 'conflict', message, value }]
  return new Problem('invalid-request', `The field "${field}" does not fit.`, { errors })
}
