import type { Evaluation } from '../evaluate/evaluation.ts'
import { ERROR, FALSE, NOT_DUE, TRUE, type StateCode } from '../operators/state.ts'
import type { Indicator } from '../rule-set/rule-set.ts'
import { readsOf } from '../rule-set/tree.ts'
import type { Outcome } from '../schema/result.ts'
import type { Declared } from './answers.ts'
import { unsupported, type Evidence } from './evidence.ts'

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

/** Judges an indicator from the states of its parts and the answer a person gave. */
export function scoreIndicator(
  indicator: Indicator,
  states: readonly StateCode[],
  context: { declared: Declared | undefined; evidence: Evidence },
): IndicatorScore {
  const { declared } = context
  const due = indicator.parts.length === 0 ? 1 : states.filter((state) => state !== NOT_DUE).length
  const trueCount = states.filter((state) => state === TRUE).length
  const falseCount = states.filter((state) => state === FALSE).length
  const open = due - trueCount - falseCount
  const base = { indicator, declared, contradicted: contradicts(declared, { trueCount, falseCount, open }) }
  if (declared?.is === 'notApplicable') return { ...base, ...passedOver, outcome: 'notApplicable' }
  if (due === 0) return { ...base, ...passedOver, outcome: 'notDue' }
  const share = declared?.share
  const value = (trueCount + open * (share ?? 0)) / due
  const potential = (trueCount + open * (share ?? 1)) / due
  const known = share === undefined ? due - open : due
  return {
    ...base,
    outcome: outcomeOf({ value, known, due, isBroken: states.includes(ERROR) && share === undefined }),
    value,
    potential,
    passed: false,
    known,
    parts: due,
    ...supportOf(indicator, states, { ...context, open }),
  }
}

const passedOver = { value: 0, potential: 0, passed: true, known: 0, parts: 0, trueParts: 0, support: 0 } as const

function outcomeOf({
  value,
  known,
  due,
  isBroken,
}: {
  value: number
  known: number
  due: number
  isBroken: boolean
}): Outcome {
  if (isBroken) return 'error'
  if (value === 1) return 'met'
  if (known < due) return 'unknown'
  return value === 0 ? 'unmet' : 'partly'
}

/** What the record decided, and whether the person said something else about it. */
function contradicts(
  declared: Declared | undefined,
  counts: { trueCount: number; falseCount: number; open: number },
): boolean {
  if (declared === undefined) return false
  if (declared.is === 'notApplicable') return counts.trueCount + counts.falseCount > 0
  return (declared.share === 1 && counts.falseCount > 0) || (declared.share === 0 && counts.trueCount > 0)
}

function supportOf(
  indicator: Indicator,
  states: readonly StateCode[],
  context: { declared: Declared | undefined; evidence: Evidence; open: number },
): { trueParts: number; support: number } {
  let trueParts = 0
  let support = 0
  for (const [index, state] of states.entries()) {
    const isDeclared = state !== TRUE && state !== FALSE && state !== NOT_DUE && isYes(context.declared)
    if (state !== TRUE && !isDeclared) continue
    trueParts++
    const bare = isDeclared ? unsupported.declared : unsupported.recorded
    support += context.evidence.supportOf(readsOf(indicator.parts[index]!)) ?? bare
  }
  if (states.length > 0 || !isYes(context.declared)) return { trueParts, support }
  return { trueParts: 1, support: context.evidence.supportOf([`answers.${indicator.id}`]) ?? unsupported.declared }
}

function isYes(declared: Declared | undefined): boolean {
  return declared?.is === 'share' && declared.share === 1
}

/** The states of an indicator as an evaluator found them. */
export function statesOf(evaluation: Evaluation, indicator: Indicator): readonly StateCode[] {
  return indicator.parts.length === 0 ? [] : evaluation.partsOf(indicator.index)
}
