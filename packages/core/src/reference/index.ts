/**
 * The reference evaluator: the same rule sets on a real json-rules-engine. Slow and asynchronous; it is here so that nobody
 * has to trust the compiled evaluator.
 */
import { createRunner, explain, type AssessOptions } from '../runner.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Result } from '../schema/result.ts'
import { evaluateOnEngine } from './evaluate.ts'

/** Like an Assessor, but asynchronous; gives the same bytes. */
export interface ReferenceAssessor {
  readonly ruleSet: RuleSet
  readonly assess: (relationship: Relationship, options: AssessOptions) => Promise<Result>
}

export function createReferenceAssessor(ruleSet: RuleSet): ReferenceAssessor {
  const runner = createRunner(ruleSet)
  return {
    ruleSet,
    assess: async (relationship, options) => {
      const run = runner.start(relationship, options)
      return explain(runner.score(run, await evaluateOnEngine(ruleSet, run), options), options)
    },
  }
}
