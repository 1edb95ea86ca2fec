import { cheapestPaths } from './explain/paths.ts'
import { createLightAssessor, type LightAssessor } from './light-assessor.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import type { AssessOptions } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Path } from './schema/result.ts'

/** Assesses relationships by one rule set. Pure: same input, same bytes; no clock, no I/O. */
export interface Assessor extends LightAssessor {
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
  const light = createLightAssessor(ruleSet)
  return { ...light, paths: (relationship, options) => cheapestPaths(light.score(relationship, options).scored()) }
}
