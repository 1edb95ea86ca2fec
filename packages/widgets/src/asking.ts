/** How facts are asked for, with lists and their forms: for elements of other packages that ask for facts alone. */
import { buttons } from './base/buttons.ts'
import { controls as others } from './base/controls.ts'
import { good } from './base/good.ts'
import { onAccent } from './base/on-accent.ts'
import { raised } from './base/raised.ts'
import { ticks } from './base/ticks.ts'
import { unseen } from './base/unseen.ts'
import { warns } from './base/warns.ts'
import { inputWords } from './i18n/en-questions.ts'
import { laterInputWords } from './i18n/en-later.ts'
import { wordsOf } from './i18n/registry.ts'
import type { InputWords } from './i18n/strings.ts'

export { focusOn } from './assessment/focus-on.ts'
export { formStyles } from './assessment/form.styles.ts'
export { questionsView } from './assessment/questions-view.ts'
export { commonWords } from './assessment/view-of.ts'
export { define } from './base/define.ts'
export { JoineryElement } from './base/element.ts'
export { fields } from './base/fields.ts'
export { saidIn } from './base/said.ts'
export { createFormat } from './i18n/format.ts'
export type { Desk as Asking } from './inputs/input.ts'
export { itemStyles } from './inputs/item.styles.ts'
export { laterInputs } from './inputs/later-inputs.ts'
export type { Question, RuleSetData } from './rule-set/document.ts'
export { factsIn } from './rule-set/facts-in.ts'
export { textsOf } from '@joinery/report/texts'
export { factOf, isComplete, withComplete, withFact } from './session/record.ts'

/** Buttons, boxes to tick, notes, and the tokens of forms. */
export const controls = [raised, good, warns, onAccent, buttons, ticks, others, unseen]

/** The words around the fields, in a language. */
export function inputWordsIn(language: string): InputWords {
  return wordsOf(language, 'inputs', { ...inputWords, ...laterInputWords }) as InputWords
}
