import type { TestTrace } from './evaluate/evaluation.ts'
import { reasonsOf, type IndicatorReason } from './explain/reasons.ts'
import type { Scored } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Outcome } from './schema/result.ts'
import { scoresOf, type Scores } from './scores.ts'

/** The figures of a result, and the reasons behind them when somebody asks. */
export interface ScoredResult extends Scores {
  /** Every test of every indicator with what it found, as values; nothing is put into words. */
  readonly traces: () => readonly IndicatorTrace[]
  /** How every indicator came out and why, in plain sentences. */
  readonly reasons: () => readonly IndicatorReason[]
  /** What the figures were made from, for `completeResult` and `cheapestPaths`. */
  readonly scored: () => Scored
}

/** A scored result that can follow its relationship while somebody works on it. */
export type Live<Result> = Result & {
  /**
   * The same for a changed relationship, and the same bytes as from scratch. Parts of the record that are the same objects as
   * before count as unchanged and are not evaluated again: copy what you change, share the rest.
   *
   * @example
   * const next = live.rescore({ ...relationship, answers: { ...relationship.answers, 'p01.aims/1': { value: 'yes' } } })
   */
  readonly rescore: (relationship: Relationship) => Live<Result>
  /**
   * The outcome of every indicator, as `verdicts` of the assessor gives them, without evaluating once more; on request those
   * of the record alone, as if nobody had answered.
   */
  readonly verdicts: (asRecorded?: boolean) => readonly Outcome[]
}

/** How one indicator came out, and the tests behind it. */
export interface IndicatorTrace {
  readonly indicator: string
  readonly outcome: Outcome
  readonly value: number
  readonly potential: number
  readonly tests: readonly TestTrace[]
}

/** The figures of a scored run; the rest is worked out when it is asked for. */
export function scoredResult(scored: Scored): ScoredResult {
  return {
    ...scoresOf(scored.tree, scored.input),
    traces: () => tracesOf(scored),
    reasons: () => allReasonsOf(scored),
    scored: () => scored,
  }
}

function tracesOf({ input, tree }: Scored): IndicatorTrace[] {
  const traces: IndicatorTrace[] = []
  for (const { clauses } of tree.principles)
    for (const { indicators } of clauses)
      for (const { indicator, outcome, value, potential } of indicators)
        traces.push({
          indicator: indicator.id,
          outcome,
          value,
          potential,
          tests: input.evaluation.tracesOf(indicator.index),
        })
  return traces
}

function allReasonsOf({ input, tree }: Scored): IndicatorReason[] {
  return tree.principles.flatMap(({ clauses }) => clauses).flatMap((clause) => reasonsOf(clause, input))
}
