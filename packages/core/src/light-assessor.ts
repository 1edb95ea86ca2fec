import { compile } from './evaluate/compile.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import { createRunner, explain, type AssessOptions, type Scored } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Outcome, Result } from './schema/result.ts'
import { scoredResult, type LiveResult } from './scored-result.ts'

/** What every assessor does; all of it is small enough for a page on a slow phone. */
export interface LightAssessor {
  readonly ruleSet: RuleSet
  /** The complete result. */
  readonly assess: (relationship: Relationship, options: AssessOptions) => Result
  /** The figures alone; nothing is explained until asked. For live scores and for lists. */
  readonly score: (relationship: Relationship, options: AssessOptions) => LiveResult
  /** The outcome of every indicator, in the order of the rule set, and nothing else. For work on many relationships. */
  readonly verdicts: (relationship: Relationship, options: AssessOptions) => readonly Outcome[]
}

/** Makes an assessor without the search for paths, which a page loads when somebody asks for it. */
export function createLightAssessor(ruleSet: RuleSet): LightAssessor {
  const evaluator = compile(ruleSet)
  const runner = createRunner(ruleSet)
  const scored = (relationship: Relationship, options: AssessOptions): Scored => {
    const run = runner.start(relationship, options)
    return runner.score(run, evaluator.evaluate(run), options)
  }
  const live = (current: Scored, options: AssessOptions): LiveResult => ({
    ...scoredResult(current, options),
    rescore: (relationship) => live(runner.rescore(runner.start(relationship, options), current, options), options),
  })
  return {
    ruleSet,
    assess: (relationship, options) => explain(scored(relationship, options), options),
    score: (relationship, options) => live(scored(relationship, options), options),
    verdicts: (relationship, options) => {
      const run = runner.start(relationship, options)
      return runner.verdicts(run, evaluator.evaluate(run))
    },
  }
}
