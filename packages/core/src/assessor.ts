import { completeResult, indicatorPoints, type IndicatorPoints } from './complete-result.ts'
import { cheapestPaths } from './explain/paths.ts'
import { assessorWith, engineOf, type LightAssessor } from './light-assessor.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import type { AssessOptions, Scored } from './runner.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Plugin } from './plugin/contract.ts'
import { createSectors } from './plugin/sectors.ts'
import type { Outcome, Path, Result } from './schema/result.ts'
import { verdictsOf } from './score/verdicts.ts'
import { scoredResult, type Live, type ScoredResult } from './scored-result.ts'

/** A scored result that can be completed. */
export interface FullResult extends ScoredResult {
  /** The complete result. */
  readonly explain: () => Result
  /** How every indicator came out, and the points that it gave to its clause; nothing is put into words. */
  readonly points: () => readonly IndicatorPoints[]
}

/** A complete result that follows the changes of a record. */
export type LiveResult = Live<FullResult>

/** Assesses relationships by one rule set. Pure: same input, same bytes; no clock, no I/O. */
export interface Assessor extends LightAssessor<FullResult> {
  /** The complete result; with plugins, core and sector together stand beside the core result, in `sectors`. */
  readonly assess: (relationship: Relationship, options: AssessOptions) => Result
  /** The outcome of every indicator, in the order of the rule set, and nothing else. For work on many relationships. */
  readonly verdicts: (relationship: Relationship, options: AssessOptions) => readonly Outcome[]
  /** The cheapest way to the next level of the whole, of each principle and of each clause. */
  readonly paths: (relationship: Relationship, options: AssessOptions) => Path[]
}

/** What an assessor has beside its rule set. */
export interface AssessorOptions {
  /** Sector code, already checked by `definePlugin`. Each adds a part beside the core result, and changes nothing in it. */
  readonly plugins?: readonly Plugin[]
}

/**
 * Makes an assessor from a rule set; compile once, assess many.
 *
 * @example
 * const assessor = createAssessor(parseRuleSet(document))
 * const { headline } = assessor.assess(parseRelationship(record, assessor.ruleSet), { asOf: '2026-11-23' })
 */
export function createAssessor(ruleSet: RuleSet, { plugins = [] }: AssessorOptions = {}): Assessor {
  const engine = engineOf(ruleSet)
  const { evaluator, runner } = engine
  const scorer = assessorWith(engine, fullResult)
  const sectors = plugins.length === 0 ? undefined : createSectors(ruleSet, plugins)
  return {
    ...scorer,
    assess: (relationship, options) => {
      // the core part is finished before any code of a plugin runs
      const core = completeResult(scorer.score(relationship, options).scored())
      if (sectors === undefined) return core
      return { ...core, sectors: sectors.assess(relationship, options).map(({ sector }) => sector) }
    },
    verdicts: (relationship, options) => {
      const run = runner.start(relationship, options)
      return verdictsOf({ run, evaluation: evaluator.evaluate(run) }, ruleSet)
    },
    paths: (relationship, options) => cheapestPaths(scorer.score(relationship, options).scored()),
  }
}

/** The figures of a scored run, with everything that can be said about it on demand. */
export function fullResult(scored: Scored): FullResult {
  return { ...scoredResult(scored), explain: () => completeResult(scored), points: () => indicatorPoints(scored) }
}
