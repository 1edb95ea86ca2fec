import { dayOf } from '../day.ts'
import type { TestTrace } from '../evaluate/evaluation.ts'
import type { Run } from '../facts/run.ts'
import { isFailure, isInterval } from '../facts/values.ts'
import { FALSE, NOT_DUE, TRUE, UNKNOWN } from '../operators/state.ts'
import { labelOf, type Labels } from './reasons.ts'

/** One test in a plain sentence: what was looked at, what was found, what was asked for. */
export function wordsOf(trace: TestTrace, run: Run, labels: Labels): string {
  const label = labelOf(trace.test, labels)
  if (isFailure(trace.observed)) return `${label}: the rule failed (${trace.observed.message})`
  if (trace.state === NOT_DUE) return `${label}: nothing to judge yet`
  return `${label}: ${foundWords(trace, run)}${askedWords(trace, labels)}`
}

function foundWords(trace: TestTrace, run: Run): string {
  const { observed } = trace
  const { fact, operator } = trace.test
  if (fact === 'count') return countWords(observed)
  if (fact === 'share') return observed === undefined ? 'not known yet' : `${shareWords(observed)} of them fit`
  if (fact === 'every') return everyWords(trace)
  const word = observed === undefined ? 'not known yet' : valueWords(observed)
  const day = operator.includes('ithin') || operator === 'inFuture' ? dayOf(observed) : undefined
  return day === undefined ? word : `${word} (${ageWords(run.asOf - day)})`
}

function countWords(observed: unknown): string {
  if (!isInterval(observed)) return `${String(observed)} found`
  if (observed.most === Number.POSITIVE_INFINITY)
    return observed.least === 0 ? 'none recorded so far' : `${observed.least} found so far`
  return `between ${observed.least} and ${observed.most} found`
}

function everyWords({ state }: TestTrace): string {
  if (state === TRUE) return 'all of them fit'
  return state === FALSE ? 'not all of them fit' : 'not known yet'
}

function shareWords(observed: unknown): string {
  if (isInterval(observed)) return `${percent(observed.least)} to ${percent(observed.most)}`
  return percent(observed as number)
}

function percent(share: number): string {
  // 100 % is said only where nothing is missing, 0 % only where there is nothing
  const rounded = Math.round(share * 100)
  if (share < 1 && rounded === 100) return '99 %'
  return share > 0 && rounded === 0 ? '1 %' : `${rounded} %`
}

function ageWords(days: number): string {
  if (days === 0) return 'today'
  const length = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `${length} ago` : `in ${length}`
}

function askedWords({ test, expected, state }: TestTrace, labels: Labels): string {
  const { operator, fact } = test
  if (operator === 'given' || fact === 'every' || operator === 'inFuture') return ''
  const asked = fact === 'share' && typeof expected === 'number' ? percent(expected) : valueWords(expected)
  const phrase = operatorPhrases[operator] ?? labels[operator]
  if (expected === undefined) return state === UNKNOWN ? '; what to compare it with is not known yet' : ''
  return phrase === undefined ? `; asked for: ${operator} ${asked}` : `; asked for: ${phrase.replace('%', asked)}`
}

/** What an operator asks for, in words; `%` stands for the value. */
export const operatorPhrases: Readonly<Record<string, string>> = {
  equal: '%',
  notEqual: 'anything but %',
  in: 'one of %',
  notIn: 'none of %',
  contains: '% among them',
  doesNotContain: '% not among them',
  lessThan: 'below %',
  lessThanInclusive: 'at most %',
  greaterThan: 'above %',
  greaterThanInclusive: 'at least %',
  withinDays: 'at most % days ago',
  withinNextDays: 'at most % days ahead',
}

function valueWords(value: unknown): string {
  if (isInterval(value))
    return value.most === Number.POSITIVE_INFINITY ? `${value.least} or more` : `${value.least} to ${value.most}`
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.slice(0, 10).map(valueWords).join(', ')
  if (typeof value === 'object' && value !== null) return 'recorded'
  const text = String(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
