import type { Question } from '../rule-set/document.ts'
import { choiceInput } from './choice-input.ts'
import type { Input } from './input.ts'
import type { LaterType } from './later-inputs.ts'
import { numberInput } from './number-input.ts'
import { textInput } from './text-input.ts'

type Type = Question['type']
type Inputs<Asked extends Type> = Readonly<Record<Asked, Input>>

/** The types of the first page; a type without an input, here or among the later ones, does not compile. */
const inputs: Inputs<Exclude<Type, LaterType>> = {
  text: textInput,
  number: numberInput,
  choice: choiceInput,
}

/** The input for a type; undefined while it is still on its way. */
export function inputFor(type: Type, later: Inputs<LaterType> | undefined): Input | undefined {
  return { ...inputs, ...later }[type]
}
