import { factId, operatorsOf, questionTypesOf, type Plugin } from '@joinery/core/plugin'
import type { Search } from '../rule-set/find-rule-set.ts'

/** How to load and check the rule set in a plugin's folder: with the operators and facts of the plugin at hand. */
export function searchWith(plugin: Plugin, search: Search): Search {
  const derived = new Map((plugin.facts ?? []).map(({ id, reads }) => [factId(id), reads]))
  return { ...search, operators: operatorsOf(plugin), questionTypes: questionTypesOf(plugin), derived }
}
