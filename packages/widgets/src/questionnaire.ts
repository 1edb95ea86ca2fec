/** What is asked, in which order and in which words, without any element: for those who ask it in another way. */
import { frameWords, levelWords, selfWords } from './i18n/en-common.ts'
import { laterInputWords, laterWords, resultsPageWords } from './i18n/en-later.ts'
import { planToolWords } from './i18n/en-plan-tools.ts'
import { inputWords, questionWords, soFarWords } from './i18n/en-questions.ts'
import { radarWords, shapeWords } from './i18n/en-radar.ts'
import * as details from './i18n/en-details.ts'
import * as results from './i18n/en-results.ts'
import { firstWords } from './i18n/en.ts'
import { sectors } from './sectors/words.ts'
import type { Strings } from './i18n/strings.ts'

export { ar } from './i18n/ar.ts'
export { de } from './i18n/de.ts'
export type { Strings } from './i18n/strings.ts'
export type { CorePage as Page } from './assessment/view.ts'
export type { Indicator, Question, RuleSetData } from './rule-set/document.ts'
export { textsOf, type ReadText } from '@joinery/report/texts'
export { pagesOf } from './session/pages.ts'
export { factOf, withFact } from './session/record.ts'

/** All words in English; the elements fetch them in parts. */
export const en: Strings = {
  common: {
    ...frameWords,
    ...selfWords,
    ...levelWords,
    ...soFarWords,
    ...shapeWords,
    ...details.tableWords,
    ...results.knownWords,
    ...results.effortWords,
  },
  assessment: { ...firstWords, ...questionWords, ...laterWords },
  inputs: { ...inputWords, ...laterInputWords },
  results: {
    ...results.headlineWords,
    ...details.figureWords,
    ...details.barWords,
    ...details.sectionWords,
    ...details.detailWords,
    ...results.planWords,
    ...results.portfolioWords,
    ...results.benchmarkWords,
    ...radarWords,
    ...planToolWords,
    ...resultsPageWords,
  },
  sectors,
}
