import { fourDecimals } from '../exact.ts'
import type { TestTrace } from '../evaluate/evaluation.ts'
import type { Run } from '../facts/run.ts'
import { isFailure, isInterval } from '../facts/values.ts'
import { stateNames } from '../operators/state.ts'
import type { Observation } from '../schema/result.ts'
import type { Labels } from './reasons.ts'
import { wordsOf } from './words.ts'

/** The tests of an indicator as plain JSON, with a sentence each. */
export function observationsOf(traces: readonly TestTrace[], run: Run, labels: Labels): Observation[] {
  return traces.map((trace) => ({
    part: trace.test.part,
    fact: trace.test.fact,
    of: trace.test.of ?? null,
    operator: trace.test.operator,
    expected: plain(trace.expected),
    observed: plain(trace.observed),
    state: stateNames[trace.state],
    words: wordsOf(trace, run, labels),
  }))
}

const mostItems = 20
const mostCharacters = 200

/** A copy that is safe to print and to store: marks become JSON, large values are cut short. */
function plain(value: unknown): unknown {
  if (value === undefined || isFailure(value)) return null
  if (isInterval(value))
    return {
      least: fourDecimals(value.least),
      most: value.most === Number.POSITIVE_INFINITY ? null : fourDecimals(value.most),
    }
  if (typeof value === 'number') return fourDecimals(value)
  if (typeof value === 'string') return value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.slice(0, mostItems).map((item) => (isPlainScalar(item) ? plain(item) : 'recorded'))
  return Object.getOwnPropertySymbols(value).length > 0 ? null : 'recorded'
}

function isPlainScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}
