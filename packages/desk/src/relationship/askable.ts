import { declaredAnswers, statementsForPartner, type Relationship, type RuleSet } from '@joinery/core'

/** A principle of which a partner can be asked, with the few statements that it would be asked. */
export interface Askable {
  readonly principle: string
  readonly title: string
  readonly statements: readonly { readonly id: string; readonly statement: string }[]
}

/** Twelve principles with so many statements each stay within what may be asked in one round. */
const mostEach = 3

/** At this level a partner has taken part, so it can tell. */
const sharedLevel = 3

/** For each principle the statements that a partner can judge best: those of the starter first, then those about what is shared. */
export function askableOf(ruleSet: RuleSet): readonly Askable[] {
  const askable = statementsForPartner(ruleSet)
  const starter = new Set(statementsForPartner(ruleSet, 'starter').map(({ id }) => id))
  return ruleSet.principles.flatMap(({ id, document, clauses }) => {
    const own = askable.filter(({ clause }) => clauses.some((one) => one.id === clause))
    const distance = ({ id: indicator, document: { level } }: (typeof own)[number]) =>
      starter.has(indicator) ? -1 : Math.abs((level ?? 0) - sharedLevel)
    const chosen = new Set(own.toSorted((left, right) => distance(left) - distance(right)).slice(0, mostEach))
    const statements = own
      .filter((indicator) => chosen.has(indicator))
      .map((indicator) => ({ id: indicator.id, statement: indicator.document.statement }))
    return statements.length === 0 ? [] : [{ principle: id, title: document.title, statements }]
  })
}

/** What the record says of chosen statements already; it is where the firm's own answers begin. */
export function ownAnswers(ruleSet: RuleSet, record: Relationship, chosen: readonly string[]): Record<string, string> {
  const wanted = new Set(chosen)
  return Object.fromEntries(Object.entries(declaredAnswers(ruleSet, record)).filter(([id]) => wanted.has(id)))
}
