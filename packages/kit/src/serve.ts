/** What a service needs that reads rule sets as they are and hands them out: a third of the modules, so that it starts sooner. */
export { bundleRuleSet, type Bundle } from './bundle/bundle-rule-set.ts'
export { diffRuleSets } from './diff/diff-rule-sets.ts'
export { findPlugin } from './plugin/load-plugin.ts'
export { loadRuleSet } from './rule-set/load-rule-set.ts'
