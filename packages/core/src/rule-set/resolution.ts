import { spotOf, type Faults } from '../fault.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'
import type { Change, ResolvedDocument, RuleSet } from './rule-set.ts'

type Steps = readonly (string | number)[]

/** A document with everything it extends folded in. */
export interface Resolution {
  readonly document: ResolvedDocument
  readonly own: RuleSetDocument
  readonly changes: readonly Change[]
  readonly layers: RuleSet['layers']
  /** The steps that lead to a clause or an indicator of the own document. */
  readonly placeOf: (id: string) => Steps
}

/** Answers that every scale has besides its own values. */
export const standingAnswers = ['notSure', 'notApplicable'] as const

/** A document that extends no other stands alone: everything that scoring needs is in it. */
export function alone(own: RuleSetDocument, faults: Faults): Resolution | undefined {
  const missing = (['scale', 'method', 'answers', 'reference', 'practice'] as const).filter(
    (key) => own[key] === undefined,
  )
  const root = spotOf(faults)
  for (const key of missing)
    root.at(key).say('missing', undefined, `"${key}" is missing; a rule set that extends no other needs it`)
  if (own.overrides !== undefined)
    root.at('overrides').say('not-allowed', undefined, '"overrides" change an extended rule set; "extends" is missing')
  if (missing.length > 0) return undefined
  const { layers = [], changes = [] } = own.resolved ?? {}
  const document = withoutSchema(own) as ResolvedDocument
  return { document, own, changes: changes as Change[], layers, placeOf: placesOf(own) }
}

/** The address of a schema is for editors; it does not belong to what is hashed. */
function withoutSchema({ $schema: _schema, ...document }: RuleSetDocument): RuleSetDocument {
  return document
}

/** Where in a document its principles, clauses, indicators and changes stand. */
export function placesOf({ reference, practice, overrides = [] }: RuleSetDocument): (id: string) => Steps {
  const places = new Map<string, Steps>()
  for (const [id, ...steps] of idsOf({ reference, practice })) places.set(id, steps)
  for (const [o, { target }] of overrides.entries())
    if (!places.has(target)) places.set(target, ['overrides', o, 'set'])
  return (id) => places.get(id) ?? [id]
}

type Parts = Pick<RuleSetDocument, 'reference' | 'practice' | 'instrument' | 'facts'>

/** Everything in a document that has an id, with the steps that lead to it. */
export function* idsOf(document: Parts): Generator<readonly [id: string, ...steps: Steps]> {
  const { reference, practice, instrument, facts = [] } = document
  for (const [p, { id, clauses }] of (reference?.principles ?? []).entries()) {
    yield [id, 'reference', 'principles', p]
    for (const [c, clause] of clauses.entries()) yield [clause.id, 'reference', 'principles', p, 'clauses', c]
  }
  for (const [i, { id }] of (practice?.indicators ?? []).entries()) yield [id, 'practice', 'indicators', i]
  for (const [q, { id }] of (instrument?.questions ?? []).entries()) yield [id, 'instrument', 'questions', q]
  for (const [f, { id }] of facts.entries()) yield [id, 'facts', f]
}
