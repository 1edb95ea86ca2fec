import type { Format } from '../i18n/format.ts'
import type { InputWords } from '../i18n/strings.ts'
import type { Question, QuestionField, RuleSetData } from '../rule-set/document.ts'
import type { ReadText, Said } from '@joinery/report/texts'

/** One thing that is asked: a question, or a field of a list. */
export interface Asked {
  /** Unique on the page. */
  readonly id: string
  readonly fact: string
  /** The id under which a rule set keeps the words of its choices in other languages. */
  readonly textsId: string
  readonly title: unknown
  readonly help?: unknown
  readonly choices?: Question['choices'] | undefined
  readonly fields?: readonly QuestionField[] | undefined
  readonly preset?: Question['preset'] | undefined
}

/** What inputs need from the element around them. */
export interface InputContext {
  readonly words: InputWords
  readonly format: Format
  readonly facts: RuleSetData['facts']
  readonly text: ReadText
  /** A text of the rule set with its language marked. */
  readonly said: (said: Said) => unknown
  readonly desk: Desk
  /** Fields of a list that rules look at; they are asked first. */
  readonly matters: ReadonlySet<string>
  readonly isWhole: boolean
  readonly setWhole: (isWhole: boolean) => void
}

/** What is only true of the page: which item is open, which entry cannot be read. It is not kept. */
export interface Desk {
  readonly open: Map<string, number>
  readonly faults: Map<string, string>
  readonly removed: Map<string, { readonly index: number; readonly item: unknown }>
  readonly redraw: (focus?: string) => void
}

export type SetValue = (value: unknown) => void
export type Input = (asked: Asked, at: { value: unknown; set: SetValue; context: InputContext }) => unknown
