import type {
  ClauseDocument,
  IndicatorDocument,
  PrincipleDocument,
  RuleSetDocument,
  Scale,
} from '../schema/rule-set.ts'
import type { AddedOperators } from '../operators/operator.ts'
import type { MethodName, MethodParameters } from './methods.ts'
import type { Tree } from './tree.ts'

/** The document of a rule set after `extends` is resolved: everything that scoring needs is there. */
export type ResolvedDocument = Omit<RuleSetDocument, Needed> & { [Part in Needed]: NonNullable<RuleSetDocument[Part]> }

type Needed = 'scale' | 'method' | 'answers' | 'reference' | 'practice'

/** One change that a layer made to what it extends: who set this weight, and why. */
export interface Change {
  readonly ruleSet: string
  readonly target: string
  /** The field that was set, or `off`. */
  readonly field: string
  readonly from: unknown
  readonly to: unknown
  readonly because: string
}

/** A rule set that was read, resolved and found sound. Immutable. */
export interface RuleSet {
  readonly id: string
  readonly version: string
  /** sha256 of the canonical JSON of the resolved document. */
  readonly hash: string
  readonly document: ResolvedDocument
  readonly method: { readonly name: MethodName; readonly parameters: MethodParameters; readonly scale: Scale }
  readonly principles: readonly Principle[]
  /** All indicators, in the order of the rule set. */
  readonly indicators: readonly Indicator[]
  /** The rule sets it extends, nearest first. */
  readonly layers: readonly { readonly id: string; readonly version: string; readonly hash: string }[]
  readonly changes: readonly Change[]
  /** Position of the indicator that an answer belongs to, by id and by citation. */
  readonly answerKeys: ReadonlyMap<string, number>
  /** The answers of the scale, ready to be used. */
  readonly answerValues: ReadonlyMap<string, { readonly is: 'share'; readonly value: string; readonly share: number }>
  /** The facts that the rules read, in plain words. */
  readonly labels: Readonly<Record<string, string>>
  /** Operators that its conditions use and plugins add. */
  readonly operators: AddedOperators | undefined
  /** Sectors whose plugin is at hand: a record holds there what is declared, and nothing else. */
  readonly closed?: readonly string[]
}

/** A principle as a resolved rule set has it, with its clauses. */
export interface Principle {
  readonly document: PrincipleDocument
  readonly id: string
  readonly weight: number
  readonly clauses: readonly Clause[]
}

/** A clause as a resolved rule set has it, with its indicators. */
export interface Clause {
  readonly document: ClauseDocument
  readonly id: string
  readonly principle: string
  readonly weight: number
  readonly indicators: readonly Indicator[]
  readonly appliesWhen: Tree | undefined
  /** The record facts that its indicators read; a partner confirms one of them to lift the one-sided cap. */
  readonly reads: ReadonlySet<string>
  /** The same with everything above them: `rmp.owner` and `rmp`. */
  readonly confirmedBy: ReadonlySet<string>
}

/** An indicator as a resolved rule set has it, ready to be compiled. */
export interface Indicator {
  readonly document: IndicatorDocument
  readonly id: string
  /** The id by citation, for example 5.1.3.1/2; the id itself where the clause has no citation. */
  readonly citation: string
  /** Position in `RuleSet.indicators`. */
  readonly index: number
  readonly clause: string
  readonly level: number | undefined
  readonly weight: number
  readonly critical: boolean
  readonly mayNotApply: boolean
  /** The parts of its conditions; none where it is only answered. */
  readonly parts: readonly Tree[]
  /** Position of its first part among the parts of all indicators. */
  readonly firstPart: number
  /** For each part, the facts it reads and everything above them: what evidence may name. */
  readonly supportedBy: readonly ReadonlySet<string>[]
}
