/** What a thread needs that scores lines and does nothing else: half of the modules, so that it starts sooner. */
export { createBatchAssessor } from './assess/assess-batch.ts'
export type { Batch } from './assess/batches.ts'
export { loadRuleSet } from './rule-set/load-rule-set.ts'
