import type { TestTrace } from './evaluate/evaluation.ts'
import { explain, type AssessOptions, type Scored } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Outcome, Result } from './schema/result.ts'
import { scoresOf, type Scores } from './scores.ts'

/** The figures of a result, and the reasons behind them when somebody asks. */
export interface ScoredResult extends Scores {
  /** What the figures were made from, for those who explain them further. */
  readonly scored: () => Scored
  /** Every test of every indicator with what it found, as values; nothing is put into words. */
  readonly traces: () => readonly IndicatorTrace[]
  /** The complete result. */
  readonly explain: () => Result
}

/** A scored result that can follow its relationship while somebody works on it. */
export interface LiveResult extends ScoredResult {
  /**
   * The same for a changed relationship, and the same bytes as from scratch. Parts of the record that are the same objects as
   * before count as unchanged and are not evaluated again: copy what you change, share the rest.
   *
   * @example
   * const next = live.rescore({ ...relationship, answers: { ...relationship.answers, 'p01.aims/1': { value: 'yes' } } })
   */
  readonly rescore: (relationship: Relationship) => LiveResult
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
export function scoredResult(scored: Scored, options: AssessOptions): ScoredResult {
  const { headline, principles, clauses } = scoresOf(scored.tree, scored.input)
  const traces = () => tracesOf(scored)
  return { scored: () => scored, headline, principles, clauses, traces, explain: () => explain(scored, options) }
}

function tracesOf({ input, tree }: Scored): IndicatorTrace[] {
  const traces: IndicatorTrace[] = []
  for (const { clauses } of tree.principles)
    for (const { indicators } of clauses)
      for (const { indicator, outcome, value, potential } of indicators) {
        const tests = indicator.parts.length === 0 ? [] : input.evaluation.tracesOf(indicator.index)
        traces.push({ indicator: indicator.id, outcome, value, potential, tests })
      }
  return traces
}
