/**
 * What a page needs to score by a rule set that was read: no parser, no engine, no dependency. The parsers are a part of their
 * own, and so is the search for paths, so that a page loads each when it is needed.
 *
 * @example
 * const { parseRuleSet } = await import('@joinery/core/parse')
 * const assessor = createLightAssessor(parseRuleSet(document))
 */
export { createLightAssessor, type LightAssessor } from './light-assessor.ts'
export type { AssessOptions } from './runner.ts'
export type { LiveResult, ScoredResult } from './scored-result.ts'
