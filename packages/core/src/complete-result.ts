import { canonicalJson } from './canonical.ts'
import { sha256Hex } from './sha256.ts'
import { isoOf } from './day.ts'
import { apportion, fourDecimals } from './exact.ts'
import { clauseHeldBackBy, headlineHeldBackBy, principleHeldBackBy } from './explain/held-back.ts'
import { lensesOf } from './explain/lenses.ts'
import { nextSteps } from './explain/next-steps.ts'
import { collectNotices } from './explain/notices.ts'
import { observationsOf } from './explain/observations.ts'
import { reasonsOf } from './explain/reasons.ts'
import { perfectScore } from './explain/what-if.ts'
import { ERROR } from './operators/state.ts'
import type {
  ClauseResult,
  Contribution,
  Headline,
  IndicatorResult,
  PrincipleResult,
  Result,
  RuleError,
} from './schema/result.ts'
import type { Scored } from './runner.ts'
import { scoresOf, type Scores } from './scores.ts'
import type { Child } from './score/method.ts'
import { methodPoints } from './score/points/index.ts'
import type { Points } from './score/points/points.ts'
import { principleScore } from './score/score-tree.ts'
import type { ScoreInput } from './score/score-input.ts'
import type { ScoredClause, ScoredPrinciple, ScoredTree } from './score/scored.ts'

/** How one indicator came out, and the points that it gave to the score of its clause. */
export interface IndicatorPoints extends Pick<IndicatorResult, 'indicator' | 'outcome' | 'value' | 'potential'> {
  readonly points: number
}

/** Every evaluator gives the same result, so the result does not say which one it was. */
const engineName = 'joinery-core/1'

/** The complete result of what was scored, in the wire format: figures, reasons, next steps, provenance. */
export function completeResult({ input, tree, options }: Scored): Result {
  const { ruleSet, run } = input
  const scores = scoresOf(tree, input)
  const clauses = tree.principles.flatMap((scored) => scored.clauses)
  return {
    formatVersion: 1,
    headline: headlineOf(tree, input, scores.headline),
    confirmation: confirmationOf(input, options),
    principles: tree.principles.map((scored, index) => principleResult(scored, ruleSet, scores.principles[index]!)),
    clauses: clauses.map((scored, index) => clauseResult(scored, input, scores.clauses[index]!)),
    lenses: lensesOf(ruleSet, clauses),
    nextSteps: nextSteps(ruleSet, tree),
    errors: clauses.flatMap((scored) => errorsOf(scored, input)),
    notices: collectNotices(input, clauses),
    provenance: {
      ruleSet: ruleSet.id,
      version: ruleSet.version,
      hash: ruleSet.hash,
      method: ruleSet.method.name,
      engine: engineName,
      asOf: isoOf(run.asOf),
      scope: options.scope ?? 'full',
      inputHash: sha256Hex(canonicalJson(run.record)),
    },
  }
}

/** Whether confirmations were seen by a service, or are the firm's own word. */
function confirmationOf({ evidence }: ScoreInput, { isWitnessed }: Scored['options']): Result['confirmation'] {
  if (evidence.confirmed.size === 0) return 'none'
  return isWitnessed === undefined ? 'claimed' : 'witnessed'
}

function headlineOf(tree: ScoredTree, input: ScoreInput, figures: Scores['headline']): Headline {
  const { ruleSet, run } = input
  const { scale } = ruleSet.document
  const points = methodPoints[ruleSet.method.name].headline
  return {
    level: figures.level,
    levelName: scale.levels.find(({ level }) => level === figures.level)?.name ?? null,
    score: figures.score,
    potential: figures.potential,
    percentToTarget: figures.percentToTarget,
    target: run.profile.target ?? null,
    reached: figures.reached,
    coverage: figures.coverage,
    confidence: figures.confidence,
    weakest: weakestOf(tree, ruleSet),
    contributions:
      tree.headline === null ? [] : contributionsOf(points(childrenOf(tree.principles), ruleSet.method), figures.score),
    heldBackBy: input.scope === undefined ? headlineHeldBackBy(ruleSet, tree, figures.coverage) : [],
  }
}

/** The principles furthest from the best that they could be: in a scope, or where little applies, that differs among them. */
function weakestOf({ principles }: ScoredTree, ruleSet: ScoreInput['ruleSet']): string[] {
  return principles
    .flatMap((scored) => {
      const { principle, score } = scored
      if (score === null) return []
      const best = perfectScore(ruleSet, scored)
      const shareOf = (points: number) => (best === 0 ? 1 : fourDecimals(points / best))
      return [{ id: principle.id, share: shareOf(score.score), potential: shareOf(score.potential) }]
    })
    .toSorted((left, right) => left.share - right.share || left.potential - right.potential)
    .slice(0, 3)
    .map(({ id }) => id)
}

function principleResult(
  scored: ScoredPrinciple,
  ruleSet: ScoreInput['ruleSet'],
  figures: Scores['principles'][number],
): PrincipleResult {
  const { principle, clauses } = scored
  const counted = principleScore(ruleSet, clauses)?.counted
  const points = methodPoints[ruleSet.method.name].principle
  return {
    id: figures.id,
    clause: figures.clause,
    title: principle.document.title,
    score: figures.score,
    potential: figures.potential,
    level: figures.level,
    coverage: figures.coverage,
    confidence: figures.confidence,
    contributions: counted === undefined ? [] : contributionsOf(points(counted, ruleSet.method), figures.score),
    heldBackBy: principleHeldBackBy(ruleSet, scored),
  }
}

function clauseResult(scored: ScoredClause, input: ScoreInput, figures: Scores['clauses'][number]): ClauseResult {
  const { clause, indicators, applies } = scored
  const { ruleSet } = input
  const top = indicators.reduce((highest, { indicator }) => Math.max(highest, indicator.level ?? 0), 0)
  return {
    id: figures.id,
    clause: figures.clause,
    principle: clause.principle,
    title: clause.document.title,
    score: figures.score,
    potential: figures.potential,
    level: figures.level,
    coverage: figures.coverage,
    confidence: figures.confidence,
    contributions: clauseContributions(scored, ruleSet, figures.score),
    heldBackBy: clauseHeldBackBy(scored),
    applies,
    top: top === 0 ? null : top,
    outcomes: outcomesOf(scored, input),
  }
}

/** How each indicator came out and why, with what was looked at. */
function clauseContributions(
  scored: ScoredClause,
  ruleSet: ScoreInput['ruleSet'],
  score: number | null,
): Contribution[] {
  const points = methodPoints[ruleSet.method.name].clause
  return scored.score === null ? [] : contributionsOf(points(scored, ruleSet.method), score)
}

/** What every indicator came out as and gave to its clause, without a word of why: for comparisons of many. */
export function indicatorPoints({ input, tree }: Scored): IndicatorPoints[] {
  const clauses = tree.principles.flatMap((scored) => scored.clauses)
  const { clauses: figures } = scoresOf(tree, input)
  return clauses.flatMap((scored, index) => {
    const contributions = clauseContributions(scored, input.ruleSet, figures[index]!.score)
    const points = new Map(contributions.map(({ of, points: own }) => [of, own]))
    return scored.indicators.map(({ indicator: { id }, outcome, value, potential }) => {
      return { indicator: id, outcome, value, potential, points: points.get(id) ?? 0 }
    })
  })
}

function outcomesOf(scored: ScoredClause, input: ScoreInput): IndicatorResult[] {
  const { ruleSet, run, evaluation } = input
  return reasonsOf(scored, input).map((reason, position) => {
    const { parts, index } = scored.indicators[position]!.indicator
    const observed = parts.length === 0 ? [] : observationsOf(evaluation.tracesOf(index), run, ruleSet.labels)
    return Object.assign(reason, { observed })
  })
}

function errorsOf({ indicators }: ScoredClause, { evaluation }: ScoreInput): RuleError[] {
  return indicators.flatMap(({ indicator, outcome, broken }) => {
    if (!broken) return []
    const failed = evaluation.tracesOf(indicator.index).find(({ state }) => state === ERROR)
    const test =
      failed === undefined ? 'a test' : `"${failed.test.operator}" on "${failed.test.of ?? failed.test.fact}"`
    const counts = outcome === 'error' ? 'not known' : 'answered'
    return [{ indicator: indicator.id, message: `${test} could not be carried out; the indicator counts as ${counts}` }]
  })
}

function contributionsOf(points: readonly Points[], score: number | null): Contribution[] {
  const shares = apportion(
    points.map((entry) => entry.points),
    score ?? 0,
  )
  return points.map(({ of }, index) => ({ of, points: shares[index]! }))
}

/** The principles that count for the whole, as what a method adds up. */
function childrenOf(principles: readonly ScoredPrinciple[]): Child[] {
  return principles.flatMap(({ principle: { id, weight }, score }) =>
    score === null ? [] : [{ ...score, id, weight, potentialLevel: score.level }],
  )
}
