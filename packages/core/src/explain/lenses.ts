import { fourDecimals } from '../exact.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { LensResult } from '../schema/result.ts'
import type { ScoredClause } from '../score/scored.ts'

/** What each element of a lens shows: the mean value of the indicators it names, as far as they are due. */
export function lensesOf(ruleSet: RuleSet, clauses: readonly ScoredClause[]): LensResult[] {
  const counted = clauses.filter(({ applies }) => applies !== 'no').flatMap(({ indicators }) => indicators)
  const scores = new Map(counted.map((score) => [score.indicator.id, score]))
  return (ruleSet.document.lenses ?? []).map(({ id, title, elements }) => ({
    id,
    title,
    elements: elements.map((element) => {
      const named = element.indicators.flatMap((indicator) => scores.get(indicator) ?? [])
      const due = named.filter(({ passed }) => !passed)
      const values = due.map(({ value }) => value)
      return {
        id: element.id,
        title: element.title,
        value: mean(values),
        potential: mean(due.map(({ potential }) => potential)),
      }
    }),
  }))
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : fourDecimals(values.reduce((sum, value) => sum + value, 0) / values.length)
}
