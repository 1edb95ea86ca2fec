import { isFailure, isInterval, notDue, unknownOutside, type Interval } from '../facts/values.ts'
import type { Run } from '../facts/run.ts'
import { dates } from './dates.ts'
import type { Comparison } from './comparison.ts'
import type { Operator } from './operator.ts'
import { ERROR, FALSE, NOT_DUE, stateOf, TRUE, UNKNOWN, notOf, type StateCode } from './state.ts'

/**
 * Carries a comparison of known values over to values that may be unknown, not due, failed, or known only as an interval.
 * `compare` is the comparison of known values; both evaluators pass their own.
 */
export function liftedTest(
  operator: Operator,
  compare: Comparison,
): (fact: unknown, value: unknown, run: Run) => StateCode {
  return (fact, value, run) => {
    if (fact === undefined || value === undefined) return UNKNOWN
    const special =
      typeof fact === 'object' || typeof value === 'object' ? specialState(operator, fact, value, run) : undefined
    return special ?? knownState(compare, fact, value, run)
  }
}

// every test of every item comes through here, and what is wrapped is garbage
// oxlint-disable max-params

function knownState(compare: Comparison, fact: unknown, value: unknown, run: Run): StateCode {
  try {
    return stateOf(compare(fact, value, run.asOf))
  } catch {
    return ERROR
  }
}

/** What marks and open lists decide; undefined where the comparison itself is to be asked. */
function specialState(operator: Operator, fact: unknown, value: unknown, run: Run): StateCode | undefined {
  if (isFailure(fact) || isFailure(value)) return ERROR
  if (fact === unknownOutside || value === unknownOutside) return UNKNOWN
  if (fact === notDue || value === notDue) return NOT_DUE
  if (isInterval(fact) || isInterval(value)) return intervalState(operator, fact, value, run)
  if (operator.uncertain === undefined || !Array.isArray(fact) || run.whole.has(fact)) return undefined
  const state = knownState(operator.compare, fact, value, run)
  return state === stateOf(operator.uncertain) ? UNKNOWN : undefined
}

/** Compares intervals: true or false where every number in them agrees, else unknown. */
function intervalState(operator: Operator, fact: unknown, value: unknown, run: Run): StateCode {
  let negated = false
  for (const decorator of operator.decorators) {
    if (decorator === 'not') negated = !negated
    else if (decorator === 'swap') [fact, value] = [value, fact]
    else return ERROR
  }
  const state = baseState(operator.base, fact, value, run)
  return negated ? notOf(state) : state
}

function baseState(base: string, fact: unknown, value: unknown, run: Run): StateCode {
  if (base === 'given') return TRUE
  // an operator of a plugin knows values, not intervals
  if (base.includes('/')) return UNKNOWN
  if (base === 'withinDays' || base === 'withinNextDays') return withinState(base, fact, value, run)
  if (base === 'in' || base === 'notIn') return memberState(base, fact, value)
  const [left, right] = [rangeOf(fact), rangeOf(value)]
  if (left === undefined || right === undefined) return ERROR
  switch (base) {
    case 'equal':
      return equalState(left, right)
    case 'notEqual':
      return notOf(equalState(left, right))
    case 'lessThan':
      return lessState(left, right)
    case 'lessThanInclusive':
      return notOf(lessState(right, left))
    case 'greaterThan':
      return lessState(right, left)
    case 'greaterThanInclusive':
      return notOf(lessState(left, right))
    default:
      return ERROR
  }
}

type Range = Pick<Interval, 'least' | 'most'>

function rangeOf(value: unknown): Range | undefined {
  if (isInterval(value)) return value
  return typeof value === 'number' ? { least: value, most: value } : undefined
}

function orderState(always: boolean, never: boolean): StateCode {
  if (always) return TRUE
  return never ? FALSE : UNKNOWN
}

function lessState(left: Range, right: Range): StateCode {
  return orderState(left.most < right.least, left.least >= right.most)
}

function equalState(left: Range, right: Range): StateCode {
  const fixed = left.least === left.most && right.least === right.most
  return orderState(fixed && left.least === right.least, left.most < right.least || left.least > right.most)
}

/** Shorter limits are stricter: what holds for the shortest holds for all, what fails for the longest fails for all. */
function withinState(base: 'withinDays' | 'withinNextDays', fact: unknown, value: unknown, run: Run): StateCode {
  const range = rangeOf(value)
  if (range === undefined || typeof fact !== 'string') return ERROR
  const within = dates[base]!
  return orderState(within(fact, range.least, run.asOf), !within(fact, range.most, run.asOf))
}

function memberState(base: 'in' | 'notIn', fact: unknown, value: unknown): StateCode {
  const range = rangeOf(fact)
  if (range === undefined || !Array.isArray(value)) return ERROR
  const states = new Set(
    value.map((item) => (typeof item === 'number' ? equalState(range, { least: item, most: item }) : FALSE)),
  )
  let state: StateCode = FALSE
  if (states.has(TRUE)) state = TRUE
  else if (states.has(UNKNOWN)) state = UNKNOWN
  return base === 'in' ? state : notOf(state)
}
