import { canonicalJson, sha256Hex } from './canonical.ts'
import { isoOf } from './day.ts'
import { apportion, fourDecimals } from './exact.ts'
import { clauseHeldBackBy, headlineHeldBackBy, principleHeldBackBy } from './explain/held-back.ts'
import { nextSteps } from './explain/next-steps.ts'
import { observationsOf } from './explain/observations.ts'
import { reasonOf } from './explain/reasons.ts'
import { perfectScore } from './explain/what-if.ts'
import type {
  ClauseResult,
  Contribution,
  Headline,
  IndicatorResult,
  LensResult,
  PrincipleResult,
  Result,
  RuleError,
} from './schema/result.ts'
import type { IndicatorScore } from './score/indicator-score.ts'
import { weightedMean, type Points } from './score/method.ts'
import type { ScoredClause, ScoredPrinciple, ScoredTree, ScoreInput } from './score/score-tree.ts'
import { collectNotices } from './explain/notices.ts'
import { coverageOf, type Tally } from './score/coverage.ts'

export interface ResultContext {
  readonly input: ScoreInput
  readonly scope: string
  /** Whether confirmations were seen by a service, or are the firm's own word. */
  readonly confirmation: 'claimed' | 'witnessed'
}

const engineName = 'joinery-core/1'

/** Puts the scored tree into the wire format: four decimals, plain sentences, provenance. */
export function buildResult(tree: ScoredTree, context: ResultContext): Result {
  const { input } = context
  const { ruleSet, run } = input
  const clauses = tree.principles.flatMap(({ clauses: scored }) => scored)
  return {
    formatVersion: 1,
    headline: headlineOf(tree, context),
    confirmation: input.evidence.anyConfirmed ? context.confirmation : 'none',
    principles: tree.principles.map((scored) => principleResult(scored, input)),
    clauses: clauses.map((scored) => clauseResult(scored, input)),
    lenses: lensesOf(clauses, input),
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
      scope: context.scope,
      inputHash: sha256Hex(canonicalJson(run.record)),
    },
  }
}

function headlineOf(tree: ScoredTree, { input }: ResultContext): Headline {
  const { ruleSet, run, scope } = input
  const { headline, principles } = tree
  const tally = coverageOf(principles.flatMap(({ clauses }) => clauses))
  const isKnown =
    headline !== null &&
    scope === undefined &&
    (tally.coverage ?? 0) >= (ruleSet.method.parameters['coverageForLevel'] ?? 0)
  const level = isKnown ? headline.level : null
  return {
    level,
    levelName: ruleSet.document.scale.levels.find((candidate) => candidate.level === level)?.name ?? null,
    score: rounded(headline?.score),
    potential: rounded(headline?.potential),
    percentToTarget: scope === undefined ? percentToTarget(principles, run.profile.target) : null,
    target: run.profile.target ?? null,
    reached: scope === undefined || headline === null ? null : reachedOf(tree, input),
    coverage: rounded(tally.coverage),
    confidence: rounded(tally.confidence),
    weakest: weakestOf(principles),
    contributions: contributionsOf(headline?.contributions ?? []),
    heldBackBy: headlineHeldBackBy(ruleSet, tree, tally.coverage),
  }
}

/** Mean over the principles of what is reached, as a share of what the scope asks. */
function reachedOf({ principles }: ScoredTree, { ruleSet }: ScoreInput): { share: number; potential: number } {
  const counted = principles.flatMap((scored) => {
    const best = perfectScore(ruleSet, scored)
    return scored.score === null || best === 0 ? [] : [{ weight: scored.principle.weight, best, score: scored.score }]
  })
  const of = (pick: 'score' | 'potential') =>
    fourDecimals(weightedMean(counted, (index) => counted[index]!.score[pick] / counted[index]!.best))
  return { share: of('score'), potential: of('potential') }
}

function percentToTarget(principles: readonly ScoredPrinciple[], target: number | undefined): number | null {
  const scores = principles.flatMap(({ score }) => (score === null ? [] : [score.score]))
  if (target === undefined || scores.length === 0) return null
  return fourDecimals(scores.reduce((sum, score) => sum + Math.min(score / target, 1), 0) / scores.length)
}

function weakestOf(principles: readonly ScoredPrinciple[]): string[] {
  return principles
    .flatMap(({ principle, score }) =>
      score === null
        ? []
        : [{ id: principle.id, score: fourDecimals(score.score), potential: fourDecimals(score.potential) }],
    )
    .toSorted((left, right) => left.score - right.score || left.potential - right.potential)
    .slice(0, 3)
    .map(({ id }) => id)
}

function principleResult(scored: ScoredPrinciple, { ruleSet }: ScoreInput): PrincipleResult {
  const { principle, score } = scored
  const tally = coverageOf(scored.clauses)
  return {
    id: principle.id,
    clause: principle.document.citation ?? principle.id,
    title: principle.document.title,
    ...figures(score, tally),
    contributions: contributionsOf(score?.contributions ?? []),
    heldBackBy: principleHeldBackBy(ruleSet, scored),
  }
}

function clauseResult(scored: ScoredClause, input: ScoreInput): ClauseResult {
  const { clause, score, indicators, applies } = scored
  const levels = indicators.flatMap(({ indicator }) => (indicator.level === undefined ? [] : [indicator.level]))
  return {
    id: clause.id,
    clause: clause.document.citation ?? clause.id,
    principle: clause.principle,
    title: clause.document.title,
    ...figures(score, coverageOf([scored])),
    contributions: contributionsOf(score?.contributions ?? []),
    heldBackBy: clauseHeldBackBy(scored),
    applies,
    top: levels.length === 0 ? null : Math.max(...levels),
    outcomes: indicators.map((indicator) => indicatorResult(indicator, applies === 'no', input)),
  }
}

function figures(score: { score: number; potential: number; level: number } | null, tally: Tally) {
  return {
    score: rounded(score?.score),
    potential: rounded(score?.potential),
    level: score?.level ?? null,
    coverage: rounded(tally.coverage),
    confidence: rounded(tally.confidence),
  }
}

function indicatorResult(
  score: IndicatorScore,
  isLeftOut: boolean,
  { ruleSet, evaluation, run }: ScoreInput,
): IndicatorResult {
  const { indicator } = score
  const counted: IndicatorScore = isLeftOut ? { ...score, outcome: 'notDue', value: 0, potential: 0 } : score
  const observed =
    indicator.parts.length === 0 ? [] : observationsOf(evaluation.tracesOf(indicator.index), run, ruleSet.labels)
  return {
    indicator: indicator.id,
    level: indicator.level ?? null,
    outcome: counted.outcome,
    value: fourDecimals(counted.value),
    potential: fourDecimals(counted.potential),
    declared: score.declared?.value ?? null,
    reason: reasonOf(counted, observed, ruleSet.document.answers),
    observed,
  }
}

function errorsOf({ indicators }: ScoredClause, { evaluation }: ScoreInput): RuleError[] {
  return indicators.flatMap(({ indicator, outcome }) => {
    if (indicator.parts.length === 0 || !evaluation.partsOf(indicator.index).includes(4)) return []
    const broken = evaluation.tracesOf(indicator.index).find(({ state }) => state === 4)
    const test = broken === undefined ? 'a test' : `"${broken.operator}" on "${broken.of ?? broken.fact}"`
    return [
      {
        indicator: indicator.id,
        message: `${test} could not be carried out; the indicator counts as ${outcome === 'error' ? 'not known' : 'answered'}`,
      },
    ]
  })
}

function lensesOf(clauses: readonly ScoredClause[], { ruleSet }: ScoreInput): LensResult[] {
  const scores = new Map(
    clauses
      .filter(({ applies }) => applies !== 'no')
      .flatMap(({ indicators }) => indicators.map((score) => [score.indicator.id, score] as const)),
  )
  return (ruleSet.document.lenses ?? []).map(({ id, title, elements }) => ({
    id,
    title,
    elements: elements.map((element) => {
      const due = element.indicators.flatMap((indicator) => scores.get(indicator) ?? []).filter(({ passed }) => !passed)
      return {
        id: element.id,
        title: element.title,
        value: mean(due.map(({ value }) => value)),
        potential: mean(due.map(({ potential }) => potential)),
      }
    }),
  }))
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : fourDecimals(values.reduce((sum, value) => sum + value, 0) / values.length)
}

function contributionsOf(points: readonly Points[]): Contribution[] {
  const shares = apportion(points.map((entry) => entry.points))
  return points.map(({ of }, index) => ({ of, points: shares[index]! }))
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : fourDecimals(value)
}
