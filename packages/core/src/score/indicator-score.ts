import type { Evaluation } from '../evaluate/evaluation.ts'
import { FALSE, NOT_DUE, TRUE } from '../operators/state.ts'
import type { Indicator } from '../rule-set/rule-set.ts'
import type { Outcome } from '../schema/result.ts'
import type { Declared } from './answers.ts'
import { supportFor, unsupported, type Evidence } from './evidence.ts'

/** How one indicator came out. */
export interface IndicatorScore {
  readonly indicator: Indicator
  readonly outcome: Outcome
  readonly declared: Declared | undefined
  /** Share of the parts that are true, declared answers standing in for unknown ones. */
  readonly value: number
  /** The same where what stays unknown turns out well. */
  readonly potential: number
  /** Passed over: not due, or declared as not applicable. */
  readonly passed: boolean
  /** What follows counts parts: those that are due; none where the indicator is passed over. */
  readonly parts: number
  /** Parts that the record shows, and parts that it denies. */
  readonly yes: number
  readonly no: number
  /** Parts that the record does not decide; a declared answer stands in for them. */
  readonly open: number
  /** Parts that are known or declared, and those of them that are true. */
  readonly known: number
  readonly trueParts: number
  /** Open parts that a declared "yes" makes true. */
  readonly claimed: number
  /** The support that the true parts have in sum where no evidence is graded. */
  readonly support: number
  /** Whether some rule failed. */
  readonly broken: boolean
}

/** Judges an indicator from the states of its parts and the answer a person gave. */
export function scoreIndicator(
  indicator: Indicator,
  declared: Declared | undefined,
  evaluation: Evaluation,
): IndicatorScore {
  const counts = countStates(indicator, evaluation)
  const yes = counts & 255
  const no = (counts >>> 8) & 255
  const broken = counts >>> 24 > 0
  // an indicator that is only answered has one part, which no record decides
  const due = indicator.parts.length === 0 ? 1 : indicator.parts.length - ((counts >>> 16) & 255)
  const isLeftOut = declared?.is === 'notApplicable'
  const passed = isLeftOut || due === 0
  const parts = passed ? 0 : due
  const share = declared?.is === 'share' ? declared.share : undefined
  const open = passed ? 0 : parts - yes - no
  const claimed = share === 1 ? open : 0
  const trueParts = passed ? 0 : yes + claimed
  const value = passed ? 0 : (yes + open * (share ?? 0)) / parts
  let outcome = outcomeOf(value, open === 0 || share !== undefined, broken && share === undefined)
  if (passed) outcome = isLeftOut ? 'notApplicable' : 'notDue'
  return {
    indicator,
    outcome,
    declared,
    value,
    potential: passed ? 0 : (yes + open * (share ?? 1)) / parts,
    passed,
    parts,
    yes,
    no,
    open,
    known: share === undefined ? parts - open : parts,
    trueParts,
    claimed,
    support: (trueParts - claimed) * unsupported.recorded + claimed * unsupported.declared,
    broken,
  }
}

/**
 * How many parts are true, false, not due and failed, as digits of one number. Added up without asking: what a state is
 * cannot be foreseen, and guessing wrong costs a processor more than adding.
 */
type Counts = number

/** Each digit holds eight bits: no indicator has more than 200 parts. */
const steps: readonly number[] = [2 ** 8, 1, 0, 2 ** 16, 2 ** 24]

function countStates({ parts: { length }, firstPart }: Indicator, { states, parts }: Evaluation): Counts {
  let counts = 0
  for (let part = firstPart; part < firstPart + length; part++) counts += steps[states[parts[part]!]!]!
  return counts
}

function outcomeOf(value: number, isKnown: boolean, isBroken: boolean): Outcome {
  if (isBroken) return 'error'
  if (value === 1) return 'met'
  if (!isKnown) return 'unknown'
  return value === 0 ? 'unmet' : 'partly'
}

/** Whether a declared answer counts at all: it is passed over, or stands in for open parts. */
export function usesAnswer({ declared, passed, open }: IndicatorScore): boolean {
  return declared !== undefined && (passed || open > 0)
}

/** Whether the record decided something that the person said otherwise. */
export function contradictsAnswer({ declared, yes, no }: IndicatorScore): boolean {
  if (declared === undefined) return false
  if (declared.is === 'notApplicable') return yes + no > 0
  return (declared.share === 1 && no > 0) || (declared.share === 0 && yes > 0)
}

/** The support that the true parts of an indicator have in sum. */
export function supportOf(score: IndicatorScore, evaluation: Evaluation, evidence: Evidence): number {
  const { passed, claimed } = score
  if (passed) return 0
  const { parts, firstPart, supportedBy } = score.indicator
  if (parts.length === 0) return claimed === 0 ? 0 : (supportFor(evidence, supportedBy[0]!) ?? unsupported.declared)
  let support = 0
  for (let part = 0; part < parts.length; part++) {
    const state = evaluation.states[evaluation.parts[firstPart + part]!]
    if (state === TRUE) support += supportFor(evidence, supportedBy[part]!) ?? unsupported.recorded
    else if (claimed > 0 && state !== FALSE && state !== NOT_DUE)
      support += supportFor(evidence, supportedBy[part]!) ?? unsupported.declared
  }
  return support
}
