/** What is asked, in which order and in which words, without any element: for those who ask it in another way. */
export { ar } from './i18n/ar.ts'
export { de } from './i18n/de.ts'
export * as en from './i18n/en.ts'
export type { Strings } from './i18n/strings.ts'
export type { Indicator, Question, RuleSetData } from './rule-set/document.ts'
export { textsOf, type ReadText } from './rule-set/texts.ts'
export { pagesOf, type Page } from './session/pages.ts'
export { factOf, withFact } from './session/record.ts'
