import type { Day } from '../day.ts'

/** Compares a known fact with a known value. */
export type Comparison = (fact: unknown, value: unknown, asOf: Day) => boolean
