import type { Answer, Relationship, RuleSet, SectorResult } from '@joinery/core'
import type { detailWords } from '../i18n/en-details.ts'
import type { Format } from '../i18n/format.ts'
import type { AssessmentWords, CommonWords, InputWords } from '../i18n/strings.ts'
import type { Desk, Input } from '../inputs/input.ts'
import type { LaterInputs } from '../inputs/later-inputs.ts'
import type { Shown, WithHeadings } from '../results/shown.ts'
import type { Clause, Indicator, Principle, Question, RuleSetData } from '../rule-set/document.ts'
import type { ReadText, Said } from '@joinery/report/texts'
import type { PlanEntry, SavedAssessment, Snapshot } from '../session/answer-store.ts'
import type { Assessed, Live } from '../session/scorer.ts'

// An assessment that is open, as its parts see it. Its pages, its state and what draws them know each other.

/** What is asked on one page. */
export type Page = CorePage | SectorPage

/** What a rule set asks by itself. */
export type CorePage =
  | { readonly kind: 'about'; readonly id: 'about'; readonly questions: readonly Question[] }
  | {
      readonly kind: 'principle'
      readonly id: string
      readonly principle: Principle
      readonly clauses: readonly ClausePart[]
    }
  | { readonly kind: 'results'; readonly id: 'results' }

/** What a plugin asks; it is fetched only where one is registered, so the page brings how it is drawn. */
export interface SectorPage {
  readonly kind: 'sector'
  readonly id: string
  readonly title: (language: string) => Said
  readonly draw: (view: View) => unknown
  /** Minutes for what is asked there and not answered yet. */
  readonly minutesLeft: (record: Relationship) => number
  /** Name of the plugin. */
  readonly plugin: string
  /** The rule set at hand with the rules of the sector, and the words of the plugin in other languages. */
  readonly document: RuleSetData
  /** The sections of its report about what was assessed last, in another language; undefined where it has none. */
  readonly sectionsIn: (language: string, said: SectorResult) => SectorResult['sections'] | undefined
}

/** One clause on the page of its principle. */
export interface ClausePart {
  readonly clause: Clause
  readonly indicators: readonly Indicator[]
  readonly questions: readonly Question[]
}

/** Everything an assessment shows at one moment. */
export interface State {
  readonly record: Relationship
  readonly scope: string
  readonly page: string
  readonly pages: readonly Page[]
  readonly plan: SavedAssessment['plan']
  readonly earlier: readonly Snapshot[]
  readonly live: Live | undefined
  /** `sending`: written on this device, and not yet in the service. */
  readonly saved: 'nothing' | 'device' | 'memory' | 'service' | 'sending' | 'failed'
  /** What the service did not take, place by place. */
  readonly refused: unknown
  /** The rule set that the answers were first given for, where this page now has another version. */
  readonly madeFor: SavedAssessment['ruleSet'] | undefined
  /** The newest version, where the page holds on to an older one. */
  readonly newest: string | undefined
}

/** One assessment being filled in. Every change is written, scored and shown. */
export interface Session {
  readonly document: RuleSetData
  /** What a record may hold where plugins are at hand; a file that is brought in is checked with it. */
  readonly recordRules: RuleSet | undefined
  /** The service that keeps the answers, by its host; undefined where they stay on the device. */
  readonly host: string | undefined
  readonly state: () => State
  readonly answer: (indicator: string, answer: Answer | undefined) => void
  /** A record in which something was changed, and the rest is the same objects as before. */
  readonly setRecord: (record: Relationship) => void
  readonly setPlan: (step: string, entry: PlanEntry) => void
  readonly goTo: (page: string) => void
  readonly setScope: (scope: string) => void
  /** The pages of a scope, those of plugins included. */
  readonly pagesIn: (scope: string) => readonly Page[]
  /** Takes over a whole record, from a file or a link. */
  readonly replace: (record: Relationship, scope?: string) => void
  readonly assess: () => Promise<Assessed>
  readonly worthAsking: () => Promise<readonly string[]>
  /** Figures of earlier results, to compare later ones with. */
  readonly setEarlier: (earlier: readonly Snapshot[]) => void
  readonly forget: () => Promise<void>
  readonly toSave: () => SavedAssessment
}

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
  readonly assessed: Drawn | undefined
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

/** A result with what draws its sectors, where it has some. */
export interface Drawn extends Assessed {
  readonly sectorsView:
    | ((shown: Shown<keyof typeof detailWords> & WithHeadings, pages: readonly Page[]) => unknown)
    | undefined
}

/** The pages that ask, with their words. */
export interface Questions {
  readonly questionFrame: (view: View, page: Page) => { readonly look: string; readonly parts: unknown }
  readonly doneView: (view: View) => unknown
  readonly problemsOf: (view: View) => View['problems']
  readonly questionWords: Partial<AssessmentWords>
  readonly commonWords: Partial<CommonWords>
  readonly inputWords: Partial<InputWords>
}

/** What comes after them, with its words. */
export interface Rest {
  readonly resultsPage: (view: View) => unknown
  readonly noticesView: (view: View) => unknown
  readonly keepWays: (view: View, keep: Keep) => unknown
  /** What is on record to show for an indicator. */
  readonly proofOf: (view: View, indicator: Indicator) => object | undefined
  readonly proofView: (view: View, indicator: Indicator) => unknown
  /** The facts that conditions look at. */
  readonly factsIn: (conditions: unknown) => ReadonlySet<string>
  readonly laterInputs: LaterInputs
  readonly laterWords: Partial<AssessmentWords>
  readonly laterCommon: Partial<CommonWords>
  readonly laterInputWords: Partial<InputWords>
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
