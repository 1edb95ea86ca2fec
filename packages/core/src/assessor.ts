import { compile } from './evaluate/compile.ts'
import type { TestTrace } from './evaluate/evaluation.ts'
import { cheapestPaths } from './explain/paths.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import { createRunner, explain, type AssessOptions, type Scored } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Outcome, Path, Result } from './schema/result.ts'
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

/** Assesses relationships by one rule set. Pure: same input, same bytes; no clock, no I/O. */
export interface Assessor {
  readonly ruleSet: RuleSet
  /** The complete result. */
  readonly assess: (relationship: Relationship, options: AssessOptions) => Result
  /** The figures alone; nothing is explained until asked. For live scores and for lists. */
  readonly score: (relationship: Relationship, options: AssessOptions) => ScoredResult
  /** The outcome of every indicator, in the order of the rule set, and nothing else. For work on many relationships. */
  readonly verdicts: (relationship: Relationship, options: AssessOptions) => readonly Outcome[]
  /** The cheapest way to the next level of the whole, of each principle and of each clause. */
  readonly paths: (relationship: Relationship, options: AssessOptions) => Path[]
}

/**
 * Makes an assessor from a rule set; compile once, assess many.
 *
 * @example
 * const assessor = createAssessor(parseRuleSet(document))
 * const { headline } = assessor.assess(parseRelationship(record, assessor.ruleSet), { asOf: '2026-11-23' })
 */
export function createAssessor(ruleSet: RuleSet): Assessor {
  const evaluator = compile(ruleSet)
  const runner = createRunner(ruleSet)
  const scored = (relationship: Relationship, options: AssessOptions): Scored => {
    const run = runner.start(relationship, options)
    return runner.score(run, evaluator.evaluate(run), options)
  }
  return {
    ruleSet,
    assess: (relationship, options) => explain(scored(relationship, options), options),
    score: (relationship, options) => {
      const { input, tree } = scored(relationship, options)
      const { headline, principles, clauses } = scoresOf(tree, input)
      return {
        headline,
        principles,
        clauses,
        traces: () => tracesOf({ input, tree }),
        explain: () => explain({ input, tree }, options),
      }
    },
    verdicts: (relationship, options) => {
      const run = runner.start(relationship, options)
      const { states } = evaluator.evaluate(run)
      const { byIndicator } = readAnswers(ruleSet, run.record)
      return ruleSet.indicators.map((indicator) => judgeIndicator(indicator, byIndicator.get(indicator.index), states))
    },
    paths: (relationship, options) => cheapestPaths(ruleSet, scored(relationship, options).tree),
  }
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
