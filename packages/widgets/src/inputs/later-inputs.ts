import type { Question } from '../rule-set/document.ts'
import { choicesInput } from './choices-input.ts'
import { dateInput } from './date-input.ts'
import type { Input } from './input.ts'
import { recordsInput } from './records-input.ts'
import { shareInput } from './share-input.ts'
import { textsInput } from './texts-input.ts'
import { yesNoInput } from './yes-no-input.ts'

export type LaterType = Exclude<Question['type'], 'text' | 'number' | 'choice'>

export type LaterInputs = Readonly<Record<LaterType, Input>>

/** How facts are asked for behind the folds; they come after the first page. */
export const laterInputs: LaterInputs = {
  share: shareInput,
  yesNo: yesNoInput,
  date: dateInput,
  choices: choicesInput,
  texts: textsInput,
  records: recordsInput,
}
