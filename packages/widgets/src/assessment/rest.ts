/** What an assessment needs later; it is fetched when its pages are drawn, so that it is there without the network. */
export { laterCommon, laterInputWords, laterWords } from '../i18n/en-later.ts'
export { laterInputs } from '../inputs/later-inputs.ts'
export { createKeeper } from './keeper.ts'
export { keepWays } from './keep-view.ts'
export { proofView } from './proof-view.ts'
export { followResult } from './follow-result.ts'
export { restStyles } from './rest.styles.ts'
export { resultsPage } from './results-page.ts'
