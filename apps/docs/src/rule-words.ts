import { baseOperators, decoratorNames } from '@joinery/core'

/** What every operator asks, in the order of the code; an operator without words does not pass. */
export function operatorRows(): readonly (readonly string[])[] {
  return baseOperators.map((name) => row(name, operatorWords))
}

export function decoratorRows(): readonly (readonly string[])[] {
  return decoratorNames.map((name) => row(name, decoratorWords))
}

function row(name: string, words: Readonly<Record<string, readonly [string, string]>>): string[] {
  const found = words[name]
  if (found === undefined) throw new Error(`"${name}" has no words yet; add them to apps/docs/src/rule-words.ts`)
  return [`\`${name}\``, ...found]
}

const operatorWords: Readonly<Record<string, readonly [string, string]>> = {
  equal: ['the fact is the value', '`"key"`, `3`, `true`'],
  notEqual: ['the fact is not the value', '`"simple"`'],
  in: ['the fact is one of the values', '`["key", "important"]`'],
  notIn: ['the fact is none of the values', '`["ended"]`'],
  contains: ['the list has the value in it', '`"early-warning"`'],
  doesNotContain: ['the list does not have the value in it', '`"exit"`'],
  lessThan: ['the number or day is below the value', '`0.3`, `"2026-06-01"`'],
  lessThanInclusive: ['at most the value', '`0.25`'],
  greaterThan: ['above the value', '`0`'],
  greaterThanInclusive: ['at least the value', '`3`'],
  given: ['`true`: something is recorded, not `false` and not an empty list', '`true` or `false`'],
  withinDays: ['the day lies 0 to so many days back', '`365`, `{ "fact": "profile.cadence" }`'],
  withinNextDays: ['the day lies 0 to so many days ahead', '`183`'],
  inFuture: ['the day lies after the day of the assessment', '`true`'],
}

const decoratorWords: Readonly<Record<string, readonly [string, string]>> = {
  someFact: ['the fact is a list; the comparison holds for one of its values', '`someFact:greaterThan`'],
  everyFact: ['it holds for every one of its values', '`everyFact:in`'],
  someValue: ['the value is a list; it holds for one of its values', '`someValue:contains`'],
  everyValue: ['it holds for every one of its values', '`everyValue:contains`'],
  swap: ['fact and value change places', '`swap:contains`'],
  not: ['the opposite', '`not:in`'],
}

/** The facts that look into lists. */
export const listFactRows: readonly (readonly string[])[] = [
  ['`count`', '`of`, perhaps `where`', 'how many items pass the filter'],
  ['`share`', '`of`, `that`, perhaps `where`', 'which share of those items fulfils `that`, 0 to 1'],
  ['`every`', '`of`, `that`, perhaps `where`', 'whether all of them do; `equal` `true`'],
  ['`newest`', '`of`, `field`', 'a field of the item with the newest `at`'],
]
