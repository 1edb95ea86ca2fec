/** Sector code beside a rule set: what plugins may hold, how they are checked, and how they are assessed with. */
export { dayOf } from '../day.ts'
export { between, notDue } from '../facts/values.ts'
export type { Data } from '../facts/record.ts'
export type * from './contract.ts'
export type { ReportBlock } from '../schema/sector-result.ts'
export { checkPlugin, definePlugin } from './define-plugin.ts'
export { factId } from './facts.ts'
export { languagesOf, nearestLanguage, sectorWords, type InLanguage, type SectorWords } from './in-language.ts'
export { gatherFacts, type GatherOptions } from './gather.ts'
export { operatorsOf } from './operators.ts'
export { fitsRuleSet, recordRules, resolveSectors, sectorOf, type Sector } from './resolve-sectors.ts'
export {
  createSectorAssessor,
  createSectors,
  createSectorScorer,
  type SectorAssessment,
  type Sectors,
} from './sectors.ts'
export { questionTypesOf, readTyped, writeTyped } from './question-types.ts'
export { withWordsOf } from './words.ts'
