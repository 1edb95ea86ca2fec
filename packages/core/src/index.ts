export { createAssessor, type AssessOptions, type Assessor } from './assessor.ts'
export { canonicalJson, sha256Hex } from './canonical.ts'
export { createFaults, didYouMean, DocumentError, pointerOf, type Fault, type FaultCode, type Faults } from './fault.ts'
export { checkRelationship, parseRelationship } from './parse-relationship.ts'
export { parseRuleSet, readRuleSet } from './rule-set/parse-rule-set.ts'
export type { Change, Clause, Indicator, Principle, RuleSet } from './rule-set/rule-set.ts'
export type { Answer, Relationship } from './schema/relationship.ts'
export type { RuleSetDocument } from './schema/rule-set.ts'
export type {
  ClauseResult,
  Contribution,
  Headline,
  HeldBack,
  IndicatorResult,
  NextStep,
  Observation,
  Outcome,
  Path,
  PrincipleResult,
  Result,
} from './schema/result.ts'
