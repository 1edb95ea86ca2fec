/** Words about a result in other languages than English, for reports and for elements in a page alike. */
export { arReasons } from './ar-reasons.ts'
export { arShared, countedInArabic } from './ar-shared.ts'
export { createExplain, type ReasonWords } from './create-explain.ts'
export { deReasons } from './de-reasons.ts'
export { deShared } from './de-shared.ts'
export type { Explain, Explained, Notice } from './explain.ts'
