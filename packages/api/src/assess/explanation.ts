import { didYouMean, type Indicator, type Result } from '@joinery/core'
import type * as z from 'zod'
import type { Explanation } from '../schemas/explanation.ts'
import { conflict, type Basis } from './basis.ts'

/** Finds an indicator by id or citation, and gives what explains it in a result. Throws a Problem where it is not asked. */
export function explanationOf({ ruleSet, scope }: Basis, name: string) {
  const indicator = ruleSet.indicators.find(({ id, citation }) => id === name || citation === name)
  const asked = ruleSet.document.scopes?.find(({ id }) => id === scope)?.indicators
  if (indicator === undefined || (asked !== undefined && !asked.includes(indicator.id))) {
    const known = ruleSet.indicators.flatMap(({ id, citation }) => [id, citation])
    const why = indicator === undefined ? 'there is no indicator' : `the scope "${scope}" does not ask for`
    throw conflict('query', 'indicator', { value: name, message: `${why} "${name}"${didYouMean(name, known)}` })
  }
  return (result: Result) => explain(indicator, result)
}

function explain({ id, citation, document }: Indicator, result: Result): z.input<typeof Explanation> {
  const clause = result.clauses.find(({ outcomes }) => outcomes.some(({ indicator }) => indicator === id))!
  const { indicator, level, outcome, value, potential, declared, reason, observed } = clause.outcomes.find(
    (found) => found.indicator === id,
  )!
  const isDone = outcome === 'met' || outcome === 'notDue' || outcome === 'notApplicable'
  return {
    indicator,
    citation,
    level,
    statement: document.statement,
    outcome,
    value,
    potential,
    declared,
    reason,
    observed,
    next: isDone ? null : (document.next ?? null),
    effort: isDone ? null : (document.effort ?? null),
    evidence: document.evidence ?? null,
    clause: {
      id: clause.id,
      clause: clause.clause,
      title: clause.title,
      score: clause.score,
      level: clause.level,
      heldBackBy: clause.heldBackBy,
    },
  }
}
