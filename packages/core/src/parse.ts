/**
 * Reads published rule sets that come from strangers; every fault says where it is and what would be right. The plain words
 * of the relationship model are a part of their own.
 *
 * @example
 * const { modelField } = await import('@joinery/core/model')
 * const ruleSet = parsePublishedRuleSet(document, { hash, labelOf: (id) => modelField(id)?.about })
 */
export { createFaults, DocumentError, type Fault } from './fault.ts'
export { parsePublishedRuleSet, publishedInSteps, type Published } from './rule-set/parse-published.ts'
