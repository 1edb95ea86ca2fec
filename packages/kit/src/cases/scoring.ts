import {
  createAssessor,
  parseRuleSet,
  type AssessOptions,
  type Relationship,
  type Result,
  type RuleSet,
  type ScoredResult,
} from '@joinery/core'
import { createSectorAssessor, createSectorScorer, operatorsOf, sectorOf, type Plugin } from '@joinery/core/plugin'

/** How rule sets are read and scored while their cases are looked at: by core alone, or with the code of a plugin. */
export interface Scoring {
  /** Reads a whole document; throws where it makes no rule set. */
  readonly parse: (document: unknown) => RuleSet
  readonly assessor: (ruleSet: RuleSet) => CaseAssessor
}

/** What assesses the cases of a rule set: its own, or core and sector together. */
export interface CaseAssessor {
  readonly ruleSet: RuleSet
  readonly assess: (relationship: Relationship, options: AssessOptions) => Result
  readonly score: (relationship: Relationship, options: AssessOptions) => ScoredResult
}

/** With a plugin, its operators are at hand, and its facts are worked out before rules read them. */
export function scoringOf(plugin: Plugin | undefined): Scoring {
  if (plugin === undefined) return { parse: (document) => parseRuleSet(document), assessor: createAssessor }
  const operators = operatorsOf(plugin)
  return {
    parse: (document) => parseRuleSet(document, { bases: [], operators }),
    assessor: (ruleSet) => {
      const sector = sectorOf(plugin, ruleSet)
      const assess = createSectorAssessor(sector)
      return {
        ruleSet,
        assess: (relationship, options) => assess(relationship, options).result,
        score: createSectorScorer(sector),
      }
    },
  }
}
