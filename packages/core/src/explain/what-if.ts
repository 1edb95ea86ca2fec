import { isGated } from '../rule-set/methods.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { IndicatorScore } from '../score/indicator-score.ts'
import { clauseScore, principleScore, scoreHeadline } from '../score/score-tree.ts'
import type { ScoredClause, ScoredPrinciple, ScoredTree } from '../score/scored.ts'

/** Time to ask the partner to confirm what is recorded, in minutes. */
export const confirmationEffort = 30

/** Effort of an indicator that names none, in minutes. */
export const usualEffort = 240

/** The clause as it would be with these indicators met, and with the partner's word where it is needed. */
export function withMet(
  ruleSet: RuleSet,
  scored: ScoredClause,
  change: { met: ReadonlySet<string>; confirmed: boolean },
): ScoredClause {
  const indicators = scored.indicators.map((score) => (change.met.has(score.indicator.id) ? met(score) : score))
  const changed = { ...scored, indicators, confirmed: scored.confirmed || change.confirmed }
  return { ...changed, score: clauseScore(ruleSet, changed) }
}

function met(score: IndicatorScore): IndicatorScore {
  return score.passed ? score : { ...score, outcome: 'met', value: 1, potential: 1 }
}

/** The principle with one clause changed. */
export function withClause(ruleSet: RuleSet, scored: ScoredPrinciple, changed: ScoredClause): ScoredPrinciple {
  const clauses = scored.clauses.map((clause) => (clause.clause.id === changed.clause.id ? changed : clause))
  return { ...scored, clauses, score: principleScore(ruleSet, clauses) }
}

/** The score of the whole with one principle changed. */
export function headlineWith(ruleSet: RuleSet, tree: ScoredTree, changed: ScoredPrinciple): number {
  const principles = tree.principles.map((scored) => (scored.principle.id === changed.principle.id ? changed : scored))
  return scoreHeadline(ruleSet, principles)?.score ?? 0
}

/** The indicators of a clause that would raise it now: those of the next level, or all where there are no gates. */
export function openIndicators(ruleSet: RuleSet, { indicators, score }: ScoredClause): readonly IndicatorScore[] {
  const open = indicators.filter(({ passed, value }) => !passed && value < 1)
  return isGated(ruleSet.method.parameters)
    ? open.filter(({ indicator }) => indicator.level === score?.nextLevel)
    : open
}

/** Whether a level cannot be reached by one side alone. */
export function needsPartner(ruleSet: RuleSet, level: number | undefined): boolean {
  const cap = ruleSet.method.parameters['oneSidedCap'] ?? 0
  return cap > 0 && level !== undefined && level > cap
}

/** The best score that a principle could have: everything due is met, and the partner has confirmed. */
export function perfectScore(ruleSet: RuleSet, { clauses }: ScoredPrinciple): number {
  const perfect = clauses.map((clause) => (clause.score === null ? clause : perfectClause(ruleSet, clause)))
  return principleScore(ruleSet, perfect)?.score ?? 0
}

function perfectClause(ruleSet: RuleSet, clause: ScoredClause): ScoredClause {
  const perfect = { ...clause, indicators: clause.indicators.map(met), confirmed: true }
  return { ...perfect, score: clauseScore(ruleSet, perfect) }
}
