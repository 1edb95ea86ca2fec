import type { FaultCode } from '@joinery/core'
import type { SmallRuleSet } from './small-rule-set.ts'

/** One mistake, planted in one place of the small rule set. */
export interface Plant {
  readonly name: string
  readonly plant: (rules: SmallRuleSet) => void
  readonly code: FaultCode
  /** The text at which the fault is reported, unique in the planted document; white space may be any. */
  readonly at: string
  /** Where the fault is one of something missing: it is reported at the object around that text. */
  readonly around?: true
  readonly remedy: string
  readonly severity?: 'warning'
}

/** Gives one field of an indicator another value. */
export const field = (index: number, name: string, value: unknown) => (rules: SmallRuleSet) => {
  rules.practice.indicators[index]![name] = value
}
