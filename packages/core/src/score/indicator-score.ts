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
  /** Parts that are due; none where the indicator is passed over. */
  readonly parts: number
  /** Parts that the record shows, and parts that it denies. */
  readonly yes: number
  readonly no: number
  /** Whether some rule failed. */
  readonly broken: boolean
}

/** Judges an indicator from the states of its parts and the answer a person gave. */
export function scoreIndicator(
  indicator: Indicator,
  declared: Declared | undefined,
  states: Uint8Array,
): IndicatorScore {
  const { due, yes, no, broken } = countStates(indicator, states)
  const open = due - yes - no
  const share = declared?.is === 'share' ? declared.share : undefined
  const passed = declared?.is === 'notApplicable' || due === 0
  const value = passed ? 0 : (yes + open * (share ?? 0)) / due
  return {
    indicator,
    outcome: passed
      ? passedOutcome(declared)
      : outcomeOf(value, open === 0 || share !== undefined, broken && share === undefined),
    value,
    potential: passed ? 0 : (yes + open * (share ?? 1)) / due,
    passed,
    declared,
    parts: passed ? 0 : due,
    yes,
    no,
    broken,
  }
}

/** The outcome alone. */
export function judgeIndicator(indicator: Indicator, declared: Declared | undefined, states: Uint8Array): Outcome {
  const { due, yes, no, broken } = countStates(indicator, states)
  if (declared?.is === 'notApplicable' || due === 0) return passedOutcome(declared)
  const open = due - yes - no
  const value = (yes + open * (declared?.share ?? 0)) / due
  return outcomeOf(value, open === 0 || declared !== undefined, broken && declared === undefined)
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

/** Parts that neither the record nor anything else decides; a declared answer stands in for them. */
function openParts({ parts, yes, no, passed }: IndicatorScore): number {
  return passed ? 0 : parts - yes - no
}

/** Parts that are known or declared. */
export function knownParts(score: IndicatorScore): number {
  return score.declared === undefined ? score.parts - openParts(score) : score.parts
}

/** Parts that a declared "yes" makes true. */
export function declaredTrue(score: IndicatorScore): number {
  return score.declared?.is === 'share' && score.declared.share === 1 ? openParts(score) : 0
}

/** Whether a declared answer counts at all: it is passed over, or stands in for open parts. */
export function usesAnswer(score: IndicatorScore): boolean {
  return score.declared !== undefined && (score.passed || openParts(score) > 0)
}

/** Whether the record decided something that the person said otherwise. */
export function contradictsAnswer({ declared, yes, no }: IndicatorScore): boolean {
  if (declared === undefined) return false
  if (declared.is === 'notApplicable') return yes + no > 0
  return (declared.share === 1 && no > 0) || (declared.share === 0 && yes > 0)
}

/** The support that the true parts of an indicator have in sum. */
export function supportOf(score: IndicatorScore, states: Uint8Array, evidence: Evidence): number {
  if (score.passed) return 0
  const declared = declaredTrue(score)
  if (evidence.support.size === 0) return score.yes * unsupported.recorded + declared * unsupported.declared
  const { parts, firstPart, supportedBy } = score.indicator
  if (parts.length === 0) return declared === 0 ? 0 : (supportFor(evidence, supportedBy[0]!) ?? unsupported.declared)
  let support = 0
  for (let part = 0; part < parts.length; part++) {
    const state = states[firstPart + part]
    if (state === TRUE) support += supportFor(evidence, supportedBy[part]!) ?? unsupported.recorded
    else if (declared > 0 && state !== FALSE && state !== NOT_DUE)
      support += supportFor(evidence, supportedBy[part]!) ?? unsupported.declared
  }
  return support
}
