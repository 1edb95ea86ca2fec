import type { RuleSet } from '@joinery/core'
import { createSectorAssessor, factId, operatorsOf, sectorOf, type Plugin } from '@joinery/core/plugin'
import type { RunCasesOptions } from '../cases/run-cases.ts'
import type { Search } from '../rule-set/find-rule-set.ts'

/** How to load and check the rule set in a plugin's folder: with the operators and facts of the plugin at hand. */
export function searchWith(plugin: Plugin, search: Search): Search {
  const derived = new Map((plugin.facts ?? []).map(({ id, reads }) => [factId(id), reads]))
  return { ...search, operators: operatorsOf(plugin), derived }
}

/** How to assess the cases in a plugin's folder: by core and sector together. */
export function assessWith(plugin: Plugin): NonNullable<RunCasesOptions['assess']> {
  return (ruleSet: RuleSet) => {
    const assess = createSectorAssessor(sectorOf(plugin, ruleSet))
    return (relationship, options) => assess(relationship, options).result
  }
}
