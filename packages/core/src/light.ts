/**
 * What a page needs to score by a rule set that was read, and to say why: no parser, no engine, no dependency. Reading rule
 * sets, and the complete result with its paths, are parts of their own, so that a page loads each when it is needed.
 *
 * @example
 * const { parseRuleSet } = await import('@joinery/core/parse')
 * const assessor = createLightAssessor(parseRuleSet(document))
 */
export { createLightAssessor, type LightAssessor } from './light-assessor.ts'
export type { AssessOptions } from './runner.ts'
export type { Live, ScoredResult } from './scored-result.ts'
