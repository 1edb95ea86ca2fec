/** Reads rule sets and relationships that come from strangers; every fault says where it is and what would be right. */
export { DocumentError, type Fault } from './fault.ts'
export { parseRelationship } from './parse-relationship.ts'
export { parseRuleSet } from './rule-set/parse-rule-set.ts'
