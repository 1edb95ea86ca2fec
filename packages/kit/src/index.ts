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
export {
  runCase,
  runCases,
  type CaseFailure,
  type CaseRun,
  type CasesRun,
  type RunCasesOptions,
} from './cases/run-cases.ts'
export { casesOf } from './cases/cases-of.ts'
export { scoringOf, type CaseAssessor, type Scoring } from './cases/scoring.ts'
export { coverageOf, type Coverage, type SoundRun, type Unseen } from './cases/coverage.ts'
export type { LocaleCoverage } from './check/check-locales.ts'
export { checkLoaded, checkRuleSet, type RuleSetCheck } from './check/check-rule-set.ts'
export {
  compareEvaluators,
  crossCheck,
  type ComparisonOptions,
  type CrossCheck,
  type CrossCheckOptions,
  type Difference,
} from './cross-check/cross-check.ts'
export { bumps, type Bump, type ChangeKind, type PartKind, type RuleChange, type RuleSetDiff } from './diff/change.ts'
export { conditionWords, labelsOf, valueWords } from './diff/condition-words.ts'
export { diffRuleSets } from './diff/diff-rule-sets.ts'
export { placeOfChange, type ChangePlace } from './diff/place-of-change.ts'
export { isBigEnough, versionStep } from './diff/version-step.ts'
export * from './impact/impact.ts'
export { docsFormats, ruleSetDocs, type DocsFile, type DocsFormat, type DocsOptions } from './docs/rule-set-docs.ts'
export { createImpact, impactOf } from './impact/impact-of.ts'
export { createImpactCounter, type ImpactCounter } from './impact/summary.ts'
export { mostBytes, parseJsonText, readJsonFile, sourceOfValue, type JsonSource } from './json/json-source.ts'
export type { Position } from './json/position.ts'
export { indicatorMap, type IndicatorMove } from './migrate/indicator-map.ts'
export { createMigrator, type AnswerMove, type Migration, type Migrator } from './migrate/migrate-relationship.ts'
export { retiredAnswers, type RetiredAnswer } from './migrate/retired-answers.ts'
export { changedSince, mutantsOf, type Mutant } from './mutate/mutants.ts'
export { runMutants, type Mutation } from './mutate/run-mutants.ts'
export { whoSet, type LayerPlace, type Provenance, type SetBy } from './overlay/who-set.ts'
export { inOrder, type LocatedFault } from './located-fault.ts'
export { findPlugin, isPluginFolder, loadPlugin, type LoadedPlugin } from './plugin/load-plugin.ts'
export { searchWith } from './plugin/plugin-search.ts'
export { bundledRuleSets, findRuleSet, notFound as ruleSetNotFound, type Search } from './rule-set/find-rule-set.ts'
export { collectCases } from './rule-set/collect-files.ts'
export { readDocument } from './rule-set/read-document.ts'
export { loadRuleSet } from './rule-set/load-rule-set.ts'
export type { LoadedRuleSet } from './rule-set/loaded-rule-set.ts'
export { publicHalf, readPrivateKey, type PrivateKey } from './sign/keys.ts'
export { generateKey, signBundle } from './sign/sign-bundle.ts'
export { systemCode, systemProblem } from './system-problem.ts'
export * from './verify.ts'
export { exportWorkbook } from './workbook/export-workbook.ts'
export { importBytes, importWorkbook, type ImportedWorkbook } from './workbook/import-workbook.ts'
