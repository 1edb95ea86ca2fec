import { levelAfter } from '../score/method.ts'
import { principleScore } from '../score/score-tree.ts'
import type { ScoredClause, ScoredPrinciple, ScoredTree } from '../score/scored.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { IndicatorScore } from '../score/indicator-score.ts'
import type { HeldBack } from '../schema/result.ts'
import { levelOf } from '../score/method.ts'

/** What keeps a clause at its level: the indicators of the next level, or the missing word of the partner. */
export function clauseHeldBackBy({ score, indicators }: ScoredClause): HeldBack[] {
  if (score === null) return []
  if (score.oneSided)
    return [
      {
        by: 'one-sided',
        id: null,
        reason: 'The partner has not confirmed any of this; one side alone gets no further.',
      },
    ]
  return indicators
    .filter(({ indicator, passed, value }) => indicator.level === score.nextLevel && !passed && value < 1)
    .map((held) => ({ by: 'indicator', id: held.indicator.id, reason: missingWords(held) }))
}

/** What is known to be missing, or that nothing is known yet. */
function missingWords({ indicator, outcome }: IndicatorScore): string {
  const { statement, unmet } = indicator.document
  return outcome === 'unknown' ? `Not known yet whether this is so: ${statement}` : (unmet ?? statement)
}

/** What keeps a principle at its level: its lowest clauses. */
export function principleHeldBackBy(ruleSet: RuleSet, { clauses, score }: ScoredPrinciple): HeldBack[] {
  if (score === null || score.level >= ruleSet.document.scale.top) return []
  const children = principleScore(ruleSet, clauses)?.counted ?? []
  const counted = clauses.filter(({ clause }) => children.some(({ id }) => id === clause.id))
  const lowest = Math.min(...counted.map((clause) => clause.score?.level ?? 0))
  return counted
    .filter((clause) => clause.score?.level === lowest)
    .map(({ clause }) => ({
      by: 'lowest-clause',
      id: clause.id,
      reason: `${clause.document.title}: at level ${lowest}, the lowest here.`,
    }))
}

/** What keeps the headline at its level: the weakest principles, or too little that is known. */
export function headlineHeldBackBy(ruleSet: RuleSet, tree: ScoredTree, coverage: number | null): HeldBack[] {
  const { headline } = tree
  if (headline === null) return []
  const needed = ruleSet.method.parameters['coverageForLevel'] ?? 0
  if ((coverage ?? 0) < needed)
    return [{ by: 'little-known', id: null, reason: 'Not enough is known yet to name a level.' }]
  const { scale } = ruleSet.document
  if (headline.level >= levelOf(headline.score, scale)) return []
  const levels = tree.principles.map(({ score }) => levelOf(score?.score ?? scale.top, scale))
  const lowest = Math.min(...levels)
  return tree.principles
    .filter((_principle, index) => levels[index] === lowest)
    .map(({ principle }) => ({
      by: 'lowest-principle',
      id: principle.id,
      reason: `${principle.document.title}: the whole can be at most level ${levelAfter(lowest, scale)} while this is at ${lowest}.`,
    }))
}
