import { compile } from './evaluate/compile.ts'
import { cheapestPaths } from './explain/paths.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import { createRunner, explain, type AssessOptions, type Scored } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Outcome, Path, Result } from './schema/result.ts'
import { scoredResult, type ScoredResult } from './scored-result.ts'

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
    score: (relationship, options) => scoredResult(scored(relationship, options), options),
    verdicts: (relationship, options) => {
      const run = runner.start(relationship, options)
      return runner.verdicts(run, evaluator.evaluate(run))
    },
    paths: (relationship, options) => cheapestPaths(ruleSet, scored(relationship, options).tree),
  }
}
