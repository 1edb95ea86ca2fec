import type { Format } from '../i18n/format.ts'
import type { AssessmentWords, CommonWords, InputWords } from '../i18n/strings.ts'
import type { Desk, Input } from '../inputs/input.ts'
import type { Question } from '../rule-set/document.ts'
import type { ReadText, Said } from '../rule-set/texts.ts'
import type { Session, State } from '../session/session.ts'
import type { FollowedResult } from './follow-result.ts'
import type { Questions, Rest } from './parts.ts'

/** What the parts of an assessment need to draw themselves. */
export interface View {
  readonly session: Session
  readonly state: State
  readonly words: AssessmentWords
  readonly common: CommonWords
  readonly inputWords: InputWords
  readonly format: Format
  readonly text: ReadText
  readonly said: (said: Said) => unknown
  readonly heading: (text: unknown, depth?: number, look?: string) => unknown
  readonly desk: Desk
  readonly today: string
  /** Which folds of the page are open. */
  readonly folds: Set<string>
  readonly go: (page: string, focus?: string) => void
  readonly continueFrom: (page: string) => void
  /** What was worked out for the result page, once it is there. */
  readonly assessed: ReturnType<FollowedResult['assessed']>
  /** Indicators that would settle most, once they are known. */
  readonly worth: readonly string[]
  /** The input of a plugin for a question that names one. */
  readonly inputOf?: (question: Question) => Input | undefined
  /** Faults found when somebody wanted to go on. */
  readonly problems: readonly { readonly id: string; readonly text: string }[]
  /** The pages that ask, and what comes after them; undefined while it is on its way. */
  readonly questions: Questions | undefined
  readonly rest: Rest | undefined
  readonly keep: Keep | undefined
}

/** What asking for facts takes of it; an element that asks for nothing else can bring this alone. */
export interface AskingView extends Pick<
  View,
  'text' | 'said' | 'desk' | 'format' | 'inputWords' | 'today' | 'inputOf'
> {
  readonly common: Pick<CommonWords, 'loading'>
  readonly session: Pick<Session, 'document' | 'setRecord'> & { readonly state: () => Pick<State, 'record'> }
  readonly state: Pick<State, 'record'>
  readonly rest: Pick<Rest, 'laterInputs'> | undefined
}

/** Ways to take an assessment elsewhere. */
export interface Keep {
  readonly saveFile: () => void
  readonly openFile: (file: File) => void
  readonly copyLink: () => void
  readonly forget: () => void
  readonly useLink: () => void
  readonly dropLink: () => void
  readonly said: string
  readonly hasLink: boolean
  readonly fault: readonly string[]
}

/** The parts of ids that a page may hold: dots and slashes would have to be escaped in selectors. */
export function idOf(prefix: string, id: string): string {
  return `${prefix}-${id.replaceAll(/[^a-z0-9]+/gi, '-')}`
}
