/** What a page loads when somebody asks for more than the figures: the complete result, and the cheapest paths. */
export { canonicalJson } from './canonical.ts'
export { completeResult } from './complete-result.ts'
export { cheapestPaths } from './explain/paths.ts'
export { sha256Hex } from './sha256.ts'
