import { fourDecimals, snap } from '../exact.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { NextStep } from '../schema/result.ts'
import type { ScoredClause, ScoredPrinciple, ScoredTree } from '../score/scored.ts'
import {
  confirmationEffort,
  headlineWith,
  needsPartner,
  openIndicators,
  usualEffort,
  withClause,
  withMet,
} from './what-if.ts'

/**
 * What to do next, best gain for the effort first; each step carries the scores it would give, found by scoring again. What
 * needs the partner is counted with the partner's word.
 */
export function nextSteps(ruleSet: RuleSet, tree: ScoredTree): NextStep[] {
  const steps = tree.principles.flatMap((principle) =>
    principle.clauses.flatMap((clause) => stepsOf({ ruleSet, tree, principle, clause })),
  )
  return steps
    .filter(({ gain }) => gain > 0)
    .toSorted((left, right) => snap(right.gain / right.effort - left.gain / left.effort) || left.effort - right.effort)
}

interface Place {
  readonly ruleSet: RuleSet
  readonly tree: ScoredTree
  readonly principle: ScoredPrinciple
  readonly clause: ScoredClause
}

function stepsOf(place: Place): NextStep[] {
  const { ruleSet, clause } = place
  if (clause.score === null || clause.applies === 'no') return []
  const ready = openIndicators(ruleSet, clause).filter(
    ({ indicator }) => !waitsForOthers(place, indicator.document.requires ?? []),
  )
  const reach = ready.map(({ indicator }) => {
    const confirm = needsPartner(ruleSet, indicator.level) && !clause.confirmed
    const changed = withMet(ruleSet, clause, { met: new Set([indicator.id]), confirmed: confirm })
    const effort = (indicator.document.effort ?? usualEffort) + (confirm ? confirmationEffort : 0)
    return stepOf(place, changed, {
      do: 'reach',
      indicator: indicator.id,
      text: indicator.document.next ?? indicator.document.statement,
      effort,
    })
  })
  if (!clause.score.oneSided) return reach
  const confirmed = withMet(ruleSet, clause, { met: new Set(), confirmed: true })
  const text = `Ask the partner to confirm what you have recorded under "${clause.clause.document.title}".`
  return [...reach, stepOf(place, confirmed, { do: 'confirm', indicator: null, text, effort: confirmationEffort })]
}

function waitsForOthers({ tree }: Place, requires: readonly string[]): boolean {
  if (requires.length === 0) return false
  const scores = tree.principles.flatMap(({ clauses }) => clauses.flatMap(({ indicators }) => indicators))
  return scores.some(({ indicator, passed, value }) => requires.includes(indicator.id) && !passed && value < 1)
}

function stepOf(
  place: Place,
  changed: ScoredClause,
  step: Pick<NextStep, 'do' | 'indicator' | 'text' | 'effort'>,
): NextStep {
  const principle = withClause(place.ruleSet, place.principle, changed)
  const headline = headlineWith(place.ruleSet, place.tree, principle)
  return {
    ...step,
    clause: place.clause.clause.id,
    gain: fourDecimals(headline - (place.tree.headline?.score ?? 0)),
    scores: {
      clause: fourDecimals(changed.score?.score ?? 0),
      principle: fourDecimals(principle.score?.score ?? 0),
      headline: fourDecimals(headline),
    },
  }
}
