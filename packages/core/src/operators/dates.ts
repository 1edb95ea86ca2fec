import { dayOf } from '../day.ts'
import type { Comparison } from './comparison.ts'

/** The project's own operators; days count from the day of the assessment. */
export const dates: Readonly<Record<string, Comparison>> = {
  /** A value was given: not false and not an empty list. (What is absent or empty text never gets here: it is unknown.) */
  given: (fact) => fact !== false && !(Array.isArray(fact) && fact.length === 0),
  /** The date lies 0 to `value` days back; a date in the future does not. */
  withinDays: (fact, value, asOf) => isBetween(asOf - (dayOf(fact) ?? Number.NaN), value),
  /** The date lies 0 to `value` days ahead. */
  withinNextDays: (fact, value, asOf) => isBetween((dayOf(fact) ?? Number.NaN) - asOf, value),
  /** The date lies after the day of the assessment. */
  inFuture: (fact, _value, asOf) => (dayOf(fact) ?? Number.NaN) > asOf,
}

function isBetween(days: number, most: unknown): boolean {
  return days >= 0 && days <= (most as number)
}
