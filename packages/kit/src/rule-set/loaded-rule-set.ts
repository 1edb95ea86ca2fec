import type { Fault, RuleSet, RuleSetDocument } from '@joinery/core'
import type { LocatedFault } from '../located-fault.ts'

/** A rule set from files: the parsed rule set, or the faults that keep it from being one. */
export interface LoadedRuleSet {
  /** Its folder or file. */
  readonly place: string
  readonly ruleSet: RuleSet | undefined
  /** All faults, in the order of files and lines; those of the rule sets it extends too. */
  readonly faults: readonly LocatedFault[]
  /** The document as its own files say it, without what it extends. */
  readonly own: RuleSetDocument | undefined
  /** The rule set it extends, where it was found. */
  readonly base: LoadedRuleSet | undefined
  /** Brings a fault of the document back to its file, line and column. */
  readonly locate: (fault: Fault) => LocatedFault
}
