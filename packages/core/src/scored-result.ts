import type { TestTrace } from './evaluate/evaluation.ts'
import { explain, type AssessOptions, type Scored } from './runner.ts'
import type { Outcome, Result } from './schema/result.ts'
import { scoresOf, type Scores } from './scores.ts'

/** The figures of a result, and the reasons behind them when somebody asks. */
export interface ScoredResult extends Scores {
  /** Every test of every indicator with what it found, as values; nothing is put into words. */
  readonly traces: () => readonly IndicatorTrace[]
  /** The complete result. */
  readonly explain: () => Result
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
  return { headline, principles, clauses, traces, explain: () => explain(scored, options) }
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
