import type { Data } from '../facts/record.ts'
import type { Interval, NotDue } from '../facts/values.ts'
import type { Outcome, ReportBlock } from '../schema/result.ts'

/**
 * Sector code in one plain object: no base class, no hooks, nothing to register. Every contribution is an object with an id
 * under `<name>/`, what it promises, and one pure function. What plugins give never changes the core part of a result.
 */
export interface Plugin {
  /** One lower-case word: its facts are `ext.<name>.…`, everything else is `<name>/…`. */
  readonly name: string
  readonly version?: string
  readonly operators?: readonly PluginOperator[]
  readonly facts?: readonly PluginFact[]
  readonly factProviders?: readonly FactProvider[]
  readonly questionTypes?: readonly QuestionType[]
  /** Rule-set documents that extend a baseline: indicators, facts and questions are added, nothing is changed. */
  readonly ruleSets?: readonly Readonly<Record<string, unknown>>[]
  readonly reportSections?: readonly ReportSection[]
  /** What is asked in a scope of the baseline that lists its questions, such as `starter`; in all others all of it is. */
  readonly scopes?: Readonly<Record<string, SectorScope>>
  /** Other languages: language, id of a contribution, field, text. */
  readonly locales?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
}

/** The few questions of a sector that a short scope asks, and how long they take. */
export interface SectorScope {
  readonly questions: readonly string[]
  readonly minutes: number
}

/** The values that plugins work with, by the name of their type. */
export interface ValueTypes {
  readonly text: string
  readonly number: number
  /** 0 to 1 and above. */
  readonly share: number
  readonly yesNo: boolean
  /** `YYYY-MM-DD`. */
  readonly date: string
}

/** What kind of value a fact has. */
export type ValueType = keyof ValueTypes

/** The day that ages are counted from. */
export interface At {
  readonly asOf: string
}

/** Compares a value of the record with a value of a rule; both are known and of the types it names. */
export type PluginOperator = {
  readonly [Fact in ValueType]: { readonly [Value in ValueType]: OperatorOf<Fact, Value> }[ValueType]
}[ValueType]

interface OperatorOf<Fact extends ValueType, Value extends ValueType> {
  readonly id: string
  /** What it asks for, in words; `%` stands for the value: "at most % working days ago". */
  readonly phrase: string
  readonly fact: Fact
  readonly value: Value
  readonly holds: (fact: ValueTypes[Fact], value: ValueTypes[Value], at: At) => boolean
}

/** A fact that follows from the record. Rules read `<name>/word` as `ext.<name>.word`; what a record states wins. */
export type PluginFact = { readonly [Type in ValueType]: FactOf<Type> }[ValueType]

interface FactOf<Type extends ValueType> {
  readonly id: string
  readonly type: Type
  /** The parts of the record that it is given; it sees no others. */
  readonly reads: readonly string[]
  /** Gives undefined where an input is missing, and `notDue` where there is nothing to judge. */
  readonly derive: (record: Data, at: FactContext) => Derived<ValueTypes[Type]>
}

/** What a fact of a plugin comes to: a value, undefined where it is not known, not due, or a number known only within limits. */
export type Derived<Value> = Value | undefined | NotDue | (Value extends number ? Interval : never)

/** What a fact may know beside the record. */
export interface FactContext extends At {
  /** Whether somebody marked the list as complete; if not, what is counted on it is only a lower bound. */
  readonly isComplete: (list: string) => boolean
}

/** Brings facts from elsewhere, before anything is evaluated. The only part of a plugin that may wait. */
export interface FactProvider {
  readonly id: string
  readonly title: string
  /** Why it is asked, for the people whose data it is. */
  readonly purpose: string
  /** The facts it brings, each as `<name>/word`; the plugin's rule sets declare their types. */
  readonly gives: readonly string[]
  /** Past this age, in days, what it brought is not used any more. */
  readonly maxAgeDays: number
  /** The time it may take, in milliseconds. */
  readonly timeoutMs: number
  /** The file it reads, where it reads one. */
  readonly file?: { readonly title: string; readonly endings: readonly string[]; readonly mostBytes: number }
  /** The parts of the record that it is given. */
  readonly reads?: readonly string[]
  readonly provide: (request: ProviderRequest, at: ProviderContext) => Promise<Provided>
}

/** What a fact provider is given. */
export interface ProviderRequest {
  readonly record: Data
  /** The bytes of the file, where one was given. */
  readonly file: Uint8Array | undefined
}

/** What a fact provider may know beside its request. */
export interface ProviderContext extends At {
  /** Tells when the time is up: an `AbortSignal`. */
  readonly signal: Signal
}

/** The part of an `AbortSignal` that works everywhere. */
export interface Signal {
  readonly aborted: boolean
  readonly addEventListener: (type: 'abort', listener: () => void) => void
}

/** Facts by the word after `ext.<name>.`, with the day they were true; or what keeps them from being used, all at once. */
export type Provided =
  | { readonly facts: Readonly<Record<string, unknown>>; readonly observedAt: string }
  | { readonly problems: readonly Problem[] }

/** What keeps a file from being used, and where. */
export interface Problem {
  /** Where it is: "line 4, column 12". */
  readonly place: string
  readonly message: string
}

/** Another way to ask for a plain value. A question names it in `as`; where the plugin is not, its own `type` is asked. */
export type QuestionType = { readonly [Type in ValueType]: QuestionTypeOf<Type> }[ValueType]

interface QuestionTypeOf<Type extends ValueType> {
  readonly id: string
  /** What the answer is written as. */
  readonly writes: Type
  /** The input of the page: which keyboard, what stands behind it, and an example. */
  readonly input: {
    readonly mode: 'text' | 'numeric' | 'decimal'
    readonly unit?: string
    readonly example: string
  }
  /** Reads what a person typed. */
  readonly read: (text: string) => { readonly value: ValueTypes[Type] } | { readonly problem: string }
  /** Writes a value as a person would type it. */
  readonly write: (value: ValueTypes[Type]) => string
}

/** A section of the report about the sector: plain blocks, which every format can show. */
export interface ReportSection {
  readonly id: string
  readonly title: string
  /** The parts of the record that it is given, facts of the plugin included. */
  readonly reads: readonly string[]
  readonly build: (view: SectionView, at: SectionContext) => readonly ReportBlock[]
}

/** What a section of the report may know beside its view. */
export interface SectionContext extends At {
  /** The language to write in: the plugin's own in a result, a language of its `locales` where somebody reads another. */
  readonly language: string
}

/** What a section of the report is built from. */
export interface SectionView {
  readonly record: Data
  /** How the indicators of the plugin's rule set came out, by id. */
  readonly outcomes: Readonly<Record<string, Outcome>>
}
