import { ERROR, FALSE, NOT_DUE, TRUE } from '../operators/state.ts'
import type { Indicator } from '../rule-set/rule-set.ts'
import type { Outcome } from '../schema/result.ts'
import type { Declared } from './answers.ts'
import { supportFor, unsupported, type Evidence } from './evidence.ts'

/** How one indicator came out. */
export interface IndicatorScore {
  readonly indicator: Indicator
  readonly outcome: Outcome
  /** Share of the parts that are true, declared answers standing in for unknown ones. */
  readonly value: number
  /** The same where what stays unknown turns out well. */
  readonly potential: number
  /** Passed over: not due, or declared as not applicable. */
  readonly passed: boolean
  readonly declared: Declared | undefined
  /** Whether the record decided parts against the declared answer. */
  readonly contradicted: boolean
  /** Parts that are known or declared, and all parts that are due. */
  readonly known: number
  readonly parts: number
  /** Parts that are true, and the support they have in sum. */
  readonly trueParts: number
  readonly support: number
}

export interface IndicatorContext {
  readonly states: Uint8Array
  readonly declared: Declared | undefined
  readonly evidence: Evidence
}

/** Judges an indicator from the states of its parts and the answer a person gave. */
export function scoreIndicator(indicator: Indicator, { states, declared, evidence }: IndicatorContext): IndicatorScore {
  const counts = countStates(indicator, states)
  const { due, yes, no, broken } = counts
  const open = due - yes - no
  const share = declared?.is === 'share' ? declared.share : undefined
  const passed = declared?.is === 'notApplicable' || due === 0
  const value = passed ? 0 : (yes + open * (share ?? 0)) / due
  const known = share === undefined ? due - open : due
  const declaredParts = share === 1 ? open : 0
  return {
    indicator,
    outcome: passed ? passedOutcome(declared) : outcomeOf(value, known === due, broken && share === undefined),
    value,
    potential: passed ? 0 : (yes + open * (share ?? 1)) / due,
    passed,
    declared,
    contradicted: declared !== undefined && contradicts(declared, yes, no),
    known: passed ? 0 : known,
    parts: passed ? 0 : due,
    trueParts: passed ? 0 : yes + declaredParts,
    support: passed ? 0 : supportOf(indicator, { states, evidence, isDeclared: declaredParts > 0 }),
  }
}

interface Counts {
  readonly due: number
  readonly yes: number
  readonly no: number
  readonly broken: boolean
}

/** An indicator that is only answered has one part, which no record decides. */
const answeredOnly: Counts = { due: 1, yes: 0, no: 0, broken: false }

function countStates({ parts, firstPart }: Indicator, states: Uint8Array): Counts {
  if (parts.length === 0) return answeredOnly
  let due = parts.length
  let yes = 0
  let no = 0
  let broken = false
  for (let part = firstPart; part < firstPart + parts.length; part++) {
    const state = states[part]
    if (state === TRUE) yes++
    else if (state === FALSE) no++
    else if (state === NOT_DUE) due--
    else if (state === ERROR) broken = true
  }
  return { due, yes, no, broken }
}

function passedOutcome(declared: Declared | undefined): Outcome {
  return declared?.is === 'notApplicable' ? 'notApplicable' : 'notDue'
}

function outcomeOf(value: number, isKnown: boolean, isBroken: boolean): Outcome {
  if (isBroken) return 'error'
  if (value === 1) return 'met'
  if (!isKnown) return 'unknown'
  return value === 0 ? 'unmet' : 'partly'
}

/** Whether the record decided something that the person said otherwise. */
function contradicts(declared: Declared, yes: number, no: number): boolean {
  if (declared.is === 'notApplicable') return yes + no > 0
  return (declared.share === 1 && no > 0) || (declared.share === 0 && yes > 0)
}

interface SupportContext {
  readonly states: Uint8Array
  readonly evidence: Evidence
  /** Whether a declared "yes" stands in for the open parts. */
  readonly isDeclared: boolean
}

function supportOf(indicator: Indicator, { states, evidence, isDeclared }: SupportContext): number {
  const { parts, firstPart, supportedBy } = indicator
  if (parts.length === 0) return isDeclared ? (supportFor(evidence, supportedBy[0]!) ?? unsupported.declared) : 0
  let support = 0
  for (let part = 0; part < parts.length; part++) {
    const state = states[firstPart + part]
    if (state === TRUE) support += supportFor(evidence, supportedBy[part]!) ?? unsupported.recorded
    else if (isDeclared && state !== FALSE && state !== NOT_DUE)
      support += supportFor(evidence, supportedBy[part]!) ?? unsupported.declared
  }
  return support
}
