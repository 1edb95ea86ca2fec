import { fourDecimals } from './exact.ts'
import { perfectScore } from './explain/what-if.ts'
import type { Headline } from './schema/result.ts'
import { addTo, confidenceOf, coverageOf, emptyTally, type Tally } from './score/coverage.ts'
import { figuresOf, rounded, type Figures } from './score/figures.ts'
import type { ScoreInput } from './score/score-input.ts'
import type { ScoredPrinciple, ScoredTree } from './score/scored.ts'

/** The figures of every node of a result, without the reasons behind them. */
export interface Scores {
  readonly headline: Pick<
    Headline,
    'level' | 'score' | 'potential' | 'percentToTarget' | 'target' | 'reached' | 'coverage' | 'confidence'
  >
  readonly principles: readonly Figures[]
  readonly clauses: readonly Figures[]
}

/** Puts a scored tree into figures; the level of the whole only where enough is known. */
export function scoresOf(tree: ScoredTree, input: ScoreInput): Scores {
  const whole = emptyTally()
  const principles = tree.principles.map(({ principle, score, tally }) => {
    addTo(whole, tally)
    return figuresOf(principle, score, tally)
  })
  return { headline: headlineOf(tree, input, whole), principles, clauses: tree.clauses }
}

function headlineOf(tree: ScoredTree, input: ScoreInput, whole: Tally): Scores['headline'] {
  const { ruleSet, run, scope } = input
  const { headline, principles } = tree
  const coverage = coverageOf(whole)
  const isKnown = scope === undefined && (coverage ?? 0) >= (ruleSet.method.parameters['coverageForLevel'] ?? 0)
  return {
    level: isKnown ? (headline?.level ?? null) : null,
    score: rounded(headline?.score ?? null),
    potential: rounded(headline?.potential ?? null),
    percentToTarget: scope === undefined ? percentToTarget(principles, run.profile.target) : null,
    target: run.profile.target ?? null,
    reached: scope === undefined || headline === null ? null : reachedOf(tree, input),
    coverage: rounded(coverage),
    confidence: rounded(confidenceOf(whole)),
  }
}

function percentToTarget(principles: readonly ScoredPrinciple[], target: number | undefined): number | null {
  if (target === undefined) return null
  let sum = 0
  let count = 0
  for (const { score } of principles) {
    if (score === null) continue
    sum += Math.min(score.score / target, 1)
    count++
  }
  return count === 0 ? null : fourDecimals(sum / count)
}

/** Mean over the principles of what is reached, as a share of what the scope asks. */
function reachedOf({ principles }: ScoredTree, { ruleSet }: ScoreInput): { share: number; potential: number } {
  const reached = { share: 0, potential: 0, weights: 0 }
  for (const scored of principles) {
    const best = perfectScore(ruleSet, scored)
    if (scored.score === null || best === 0) continue
    const { weight } = scored.principle
    reached.share += (weight * scored.score.score) / best
    reached.potential += (weight * scored.score.potential) / best
    reached.weights += weight
  }
  const of = (sum: number) => (reached.weights === 0 ? 0 : fourDecimals(sum / reached.weights))
  return { share: of(reached.share), potential: of(reached.potential) }
}
