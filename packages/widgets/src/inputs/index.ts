import type { Question } from '../rule-set/document.ts'
import { choiceInput } from './choice-input.ts'
import { choicesInput } from './choices-input.ts'
import { dateInput } from './date-input.ts'
import type { Input } from './input.ts'
import { numberInput, shareInput } from './number-input.ts'
import { recordsInput } from './records-input.ts'
import { textInput } from './text-input.ts'
import { textsInput } from './texts-input.ts'
import { yesNoInput } from './yes-no-input.ts'

/** How each type of question is asked; a type without an input does not compile. */
export const inputFor: Readonly<Record<Question['type'], Input>> = {
  text: textInput,
  number: numberInput,
  share: shareInput,
  yesNo: yesNoInput,
  date: dateInput,
  choice: choiceInput,
  choices: choicesInput,
  texts: textsInput,
  records: recordsInput,
}
