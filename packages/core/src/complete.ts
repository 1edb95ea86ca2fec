/** What a page loads when somebody asks for more than the figures: the complete result, and the cheapest paths. */
export { completeResult } from './complete-result.ts'
export { cheapestPaths } from './explain/paths.ts'
