/** The pages that ask: fetched beside the first page, whose reader has not begun yet. */
export { commonWords, inputWords, questionWords } from '../i18n/en-questions.ts'
export { problemsOf } from './problems.ts'
export { doneView, questionFrame } from './question-frame.ts'
export { questionStyles } from './question.styles.ts'
