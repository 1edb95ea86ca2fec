import type { Comparison } from './comparison.ts'

/**
 * The default operators of json-rules-engine, with its own gates: numeric comparisons are false unless the fact reads as
 * a number (ISO dates do, and compare as text, which is right for them); list operators are false unless the fact is a list.
 */
export const comparisons: Readonly<Record<string, Comparison>> = {
  equal: (fact, value) => fact === value,
  notEqual: (fact, value) => fact !== value,
  in: (fact, value) => (value as unknown[]).indexOf(fact) > -1,
  notIn: (fact, value) => (value as unknown[]).indexOf(fact) === -1,
  contains: (fact, value) => Array.isArray(fact) && fact.indexOf(value) > -1,
  doesNotContain: (fact, value) => Array.isArray(fact) && fact.indexOf(value) === -1,
  lessThan: (fact, value) => isNumeric(fact) && (fact as number) < (value as number),
  lessThanInclusive: (fact, value) => isNumeric(fact) && (fact as number) <= (value as number),
  greaterThan: (fact, value) => isNumeric(fact) && (fact as number) > (value as number),
  greaterThanInclusive: (fact, value) => isNumeric(fact) && (fact as number) >= (value as number),
}

function isNumeric(fact: unknown): boolean {
  return typeof fact === 'number' || !Number.isNaN(Number.parseFloat(fact as string))
}
