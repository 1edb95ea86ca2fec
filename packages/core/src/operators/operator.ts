import type { Comparison } from './comparison.ts'
import { comparisons } from './comparisons.ts'
import { dates } from './dates.ts'

/** An operator with its decorators, outermost first: `not:someFact:equal`. */
export interface Operator {
  readonly name: string
  readonly base: string
  readonly decorators: readonly Decorator[]
  readonly compare: Comparison
  /** On a list that may be longer than recorded, this result is not certain yet. */
  readonly uncertain: boolean | undefined
}

/** Operators that plugins add, by name. */
export type AddedOperators = ReadonlyMap<string, AddedOperator>

export interface AddedOperator {
  readonly compare: Comparison
  /** What it compares with, in words, where a value is not that; undefined where it is. */
  readonly wrongValue: (value: unknown) => string | undefined
}

export type Decorator = 'someFact' | 'everyFact' | 'someValue' | 'everyValue' | 'swap' | 'not'

type Wrap = (next: Comparison) => Comparison

/** The default decorators of json-rules-engine. */
const wraps: Readonly<Record<Decorator, Wrap>> = {
  someFact: (next) => (fact, value, asOf) => Array.isArray(fact) && fact.some((item) => next(item, value, asOf)),
  everyFact: (next) => (fact, value, asOf) => Array.isArray(fact) && fact.every((item) => next(item, value, asOf)),
  someValue: (next) => (fact, value, asOf) => (value as unknown[]).some((item) => next(fact, item, asOf)),
  everyValue: (next) => (fact, value, asOf) => (value as unknown[]).every((item) => next(fact, item, asOf)),
  swap: (next) => (fact, value, asOf) => next(value, fact, asOf),
  not: (next) => (fact, value, asOf) => !next(fact, value, asOf),
}

const bases: Readonly<Record<string, Comparison>> = { ...comparisons, ...dates }

/** The operators without a decorator, by name. */
export const baseOperators: readonly string[] = /* @__PURE__ */ Object.keys(bases)
/** What may stand before an operator and a colon. */
export const decoratorNames = /* @__PURE__ */ Object.keys(wraps) as readonly Decorator[]

/** The project's own operators: these are not known to a plain json-rules-engine. */
export const ownOperators: Readonly<Record<string, Comparison>> = dates

/** Finds an operator by its full name; undefined where a part of the name is not known. */
export function findOperator(name: string, added?: AddedOperators): Operator | undefined {
  const words = name.split(':')
  const base = words.at(-1)!
  const decorators = words.slice(0, -1) as Decorator[]
  const own = Object.hasOwn(bases, base) ? bases[base] : added?.get(base)?.compare
  if (own === undefined || decorators.length > 8 || !decorators.every((word) => Object.hasOwn(wraps, word)))
    return undefined
  const compare = decorators.reduceRight((next, decorator) => wraps[decorator](next), own)
  return { name, base, decorators, compare, uncertain: uncertainOf(base, decorators) }
}

/** What a longer list may turn round: "contains" to true, "does not contain" to false; by the side that the list is on. */
const openings: Readonly<Record<string, Openings>> = {
  contains: { fact: false },
  doesNotContain: { fact: true },
  in: { value: false },
  notIn: { value: true },
}

interface Openings {
  readonly fact?: boolean | undefined
  readonly value?: boolean | undefined
}

function uncertainOf(base: string, decorators: readonly Decorator[]): boolean | undefined {
  return decorators.reduceRight<Openings>((inner, decorator) => opened[decorator](inner), openings[base] ?? {}).fact
}

const opened: Readonly<Record<Decorator, (inner: Openings) => Openings>> = {
  someFact: (inner) => ({ ...inner, fact: false }),
  everyFact: (inner) => ({ ...inner, fact: undefined }),
  someValue: (inner) => ({ ...inner, value: false }),
  everyValue: (inner) => ({ ...inner, value: undefined }),
  swap: ({ fact, value }) => ({ fact: value, value: fact }),
  not: ({ fact, value }) => ({ fact: opposite(fact), value: opposite(value) }),
}

function opposite(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds
}
