import type { TestTrace } from './evaluate/evaluation.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import { explain, type AssessOptions, type Scored } from './runner.ts'
import type { Outcome, Result } from './schema/result.ts'
import { readAnswers } from './score/answers.ts'
import { judgeIndicator } from './score/indicator-score.ts'
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

/** The outcome of every indicator from the states of its parts; the answers are read, and nothing is scored. */
export function verdictsOf(ruleSet: RuleSet, run: Scored['input']['run'], states: Uint8Array): Outcome[] {
  const { byIndicator } = readAnswers(ruleSet, run.record)
  return ruleSet.indicators.map((indicator) => judgeIndicator(indicator, byIndicator.get(indicator.index), states))
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
