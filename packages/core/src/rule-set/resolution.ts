import { pointerOf, type Faults, type Place } from '../fault.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'
import type { Change, ResolvedDocument, RuleSet } from './rule-set.ts'

/** A document with everything it extends folded in. */
export interface Resolution {
  readonly document: ResolvedDocument
  readonly own: RuleSetDocument
  readonly changes: readonly Change[]
  readonly layers: RuleSet['layers']
  /** Where in the own document a principle, clause or indicator stands. */
  readonly placeOf: (id: string) => Place
}

/** Answers that every scale has besides its own values. */
export const standingAnswers = ['notSure', 'notApplicable'] as const

/** A document that extends no other stands alone: everything that scoring needs is in it. */
export function alone(own: RuleSetDocument, faults: Faults): Resolution | undefined {
  const missing = (['scale', 'method', 'answers', 'reference', 'practice'] as const).filter(
    (key) => own[key] === undefined,
  )
  for (const key of missing)
    faults.add({
      code: 'missing',
      path: pointerOf(key),
      message: `"${key}" is missing; a rule set that extends no other needs it`,
    })
  if (own.overrides !== undefined)
    faults.add({
      code: 'not-allowed',
      path: '/overrides',
      message: '"overrides" change an extended rule set; "extends" is missing',
    })
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
export function placesOf(own: RuleSetDocument): (id: string) => Place {
  const places = new Map<string, Place>()
  const inside = (...keys: (string | number)[]) =>
    keys.reduce<Place | undefined>((parent, key) => ({ parent, key }), undefined)!
  for (const [p, principle] of (own.reference?.principles ?? []).entries()) {
    places.set(principle.id, inside('reference', 'principles', p))
    for (const [c, clause] of principle.clauses.entries())
      places.set(clause.id, inside('reference', 'principles', p, 'clauses', c))
  }
  for (const [i, indicator] of (own.practice?.indicators ?? []).entries())
    places.set(indicator.id, inside('practice', 'indicators', i))
  for (const [o, { target }] of (own.overrides ?? []).entries())
    if (!places.has(target)) places.set(target, inside('overrides', o, 'set'))
  return (id) => places.get(id) ?? { parent: undefined, key: id }
}
