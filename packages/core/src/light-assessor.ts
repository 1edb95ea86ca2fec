import { compile } from './evaluate/compile.ts'
import type { Evaluator } from './evaluate/evaluation.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import { createRunner, type AssessOptions, type Runner, type Scored } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Outcome } from './schema/result.ts'
import { scoredResult, type Live, type ScoredResult } from './scored-result.ts'

/** Scores relationships by one rule set. Pure: same input, same figures; no clock, no I/O. */
export interface LightAssessor<Result extends ScoredResult = ScoredResult> {
  readonly ruleSet: RuleSet
  /** The figures; nothing is explained until asked. For live scores and for lists. */
  readonly score: (relationship: Relationship, options: AssessOptions) => Live<Result>
  /** The outcome of every indicator, in the order of the rule set, and nothing else. */
  readonly verdicts: (relationship: Relationship, options: AssessOptions) => readonly Outcome[]
}

/**
 * Makes an assessor that is small enough for a page on a slow phone: it compiles, evaluates, scores and says why. The
 * complete result and the search for paths are parts of their own, which a page loads when somebody asks.
 */
export function createLightAssessor(ruleSet: RuleSet): LightAssessor {
  return assessorWith(engineOf(ruleSet), scoredResult)
}

/** What evaluates and scores by one rule set. */
export interface Engine {
  readonly ruleSet: RuleSet
  readonly evaluator: Evaluator
  readonly runner: Runner
}

export function engineOf(ruleSet: RuleSet): Engine {
  return { ruleSet, evaluator: compile(ruleSet), runner: createRunner(ruleSet) }
}

/** The same, with results that know more. */
export function assessorWith<Result extends ScoredResult>(
  { ruleSet, evaluator, runner }: Engine,
  present: (scored: Scored) => Result,
): LightAssessor<Result> {
  const score = (relationship: Relationship, options: AssessOptions, evaluate: Evaluator['evaluate']): Live<Result> => {
    const run = runner.start(relationship, options)
    const evaluation = evaluate(run)
    return {
      ...present(runner.score(run, evaluation, options)),
      verdicts: (asRecorded) => runner.verdicts(asRecorded ? { ...run, record: {} } : run, evaluation),
      rescore: (changed) => score(changed, options, evaluation.again!),
    }
  }
  return {
    ruleSet,
    score: (relationship, options) => score(relationship, options, evaluator.evaluate),
    verdicts: (relationship, options) => score(relationship, options, evaluator.evaluate).verdicts(),
  }
}
