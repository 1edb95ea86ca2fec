import { scopeOf, type Indicator, type Principle, type Question, type RuleSetData } from '../rule-set/document.ts'
import type { ClausePart, CorePage } from '../assessment/view.ts'

/** The pages of a scope: who the two are, then principle by principle, then the result. */
export function pagesOf(document: RuleSetData, scopeId: string): readonly CorePage[] {
  const scope = scopeOf(document, scopeId)
  const indicators = chosen(document.practice.indicators, scope?.indicators)
  const all = document.instrument?.questions ?? []
  const about = all.filter((question) => isAbout(question, scope?.questions !== undefined))
  const questions = chosen(all, scope?.questions).filter((question) => !about.includes(question))
  const principles = document.reference.principles.flatMap((principle): CorePage[] => {
    const clauses = clausesOf(principle, indicators, questions)
    return clauses.length === 0 ? [] : [{ kind: 'principle', id: principle.id, principle, clauses }]
  })
  return [
    ...(about.length === 0 ? [] : [{ kind: 'about', id: 'about', questions: about } as const]),
    ...principles,
    { kind: 'results', id: 'results' },
  ]
}

function clausesOf(
  principle: Principle,
  indicators: readonly Indicator[],
  questions: readonly Question[],
): readonly ClausePart[] {
  return principle.clauses.flatMap((clause, index) => {
    const own = indicators.filter((indicator) => indicator.clause === clause.id)
    const beside = questions.filter(
      (question) => question.clause === clause.id || (index === 0 && question.clause === principle.id),
    )
    return own.length + beside.length === 0 ? [] : [{ clause, indicators: own, questions: beside }]
  })
}

/** Who the two are: names, size and how much the relationship matters; asked once, and in a short scope only the essentials. */
function isAbout({ fact, type }: Question, isShort: boolean): boolean {
  if (type === 'records' || type === 'texts') return false
  return isShort ? essentials.has(fact) : essentials.has(fact) || /^(rel|org)\./.test(fact)
}

const essentials = new Set(['org.name', 'org.headcount', 'rel.partnerName', 'rel.kind', 'rel.stage', 'segment.kind'])

function chosen<Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
): readonly Item[] {
  if (ids === undefined) return items
  const wanted = new Set(ids)
  return items.filter(({ id }) => wanted.has(id))
}
