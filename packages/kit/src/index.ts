export {
  createBatchAssessor,
  errorRecord,
  lineFields,
  type AssessedBatch,
  type BatchAssessorOptions,
} from './assess/assess-batch.ts'
export { batchesOf, type Batch, type BatchOptions } from './assess/batches.ts'
export { compactResult, type CompactOptions, type CompactSource } from './assess/compact-result.ts'
export { inputsOf, readRelationshipLines } from './assess/read-lines.ts'
export { readRelationship, readRelationshipBytes, type Input } from './assess/read-relationship.ts'
export { bundleRuleSet, type Bundle } from './bundle/bundle-rule-set.ts'
export type { Miss } from './cases/compare-case.ts'
export { runCases, type CaseFailure, type CaseRun, type CasesRun, type RunCasesOptions } from './cases/run-cases.ts'
export { checkRuleSet, type RuleSetCheck } from './check/check-rule-set.ts'
export { crossCheck, type CrossCheck, type CrossCheckOptions, type Difference } from './cross-check/cross-check.ts'
export { mostBytes, parseJsonText, readJsonFile, type JsonSource } from './json/json-source.ts'
export type { Position } from './json/position.ts'
export { inOrder, type LocatedFault } from './located-fault.ts'
export { bundledRuleSets, findRuleSet, notFound as ruleSetNotFound, type Search } from './rule-set/find-rule-set.ts'
export { loadRuleSet, type LoadedRuleSet } from './rule-set/load-rule-set.ts'
export { publicHalf, readPrivateKey, type PrivateKey } from './sign/keys.ts'
export { generateKey, signBundle } from './sign/sign-bundle.ts'
export { systemCode, systemProblem } from './system-problem.ts'
export * from './verify.ts'
