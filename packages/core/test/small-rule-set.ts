import { createAssessor } from '../src/assessor.ts'
import { parseRuleSet } from '../src/rule-set/parse-rule-set.ts'
import type { RuleSet } from '../src/rule-set/rule-set.ts'
import { dayOf, isoOf } from '../src/day.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import type { Observation, Outcome } from '../src/schema/result.ts'

export type Json = Record<string, unknown>

/** The day that everything is assessed on. */
export const today = '2026-11-23'
export const daysAgo = (days: number) => isoOf(dayOf(today)! - days)
export const daysAhead = (days: number) => daysAgo(-days)

/** What every rule set needs besides its principles and indicators. */
const frame: Json = {
  formatVersion: 1,
  id: 'corner-shop',
  version: '1.0.0',
  title: 'Corner shop',
  language: 'en',
  provider: { name: 'The shop' },
  licence: 'Apache-2.0',
  scale: {
    top: 4,
    levels: ['Not started', 'Personal', 'Written', 'Shared', 'Proven'].map((name, level) => ({ level, name })),
  },
  method: { name: 'gated-v1' },
  answers: {
    scale: [
      { value: 'yes', share: 1, label: 'Yes' },
      { value: 'partly', share: 0.5, label: 'Partly' },
      { value: 'no', share: 0, label: 'No' },
    ],
    notApplicable: { limit: 0.25, reasons: [{ code: 'not-in-scope', label: 'Not in scope' }] },
  },
  profile: {
    segments: ['key', 'important', 'simple'].map((id) => ({ id, title: id })),
    sizeBands: [
      band('micro', { below: 10, cadence: [180, 365, 365], target: [3, 2, 1] }),
      band('small', { below: 50, cadence: [120, 365, 365], target: [3, 2, 1] }),
      band('medium', { cadence: [90, 180, 180], target: [3, 3, 1] }),
    ],
  },
}

function band(id: string, { below, cadence, target }: { below?: number; cadence: number[]; target: number[] }): Json {
  const bySegment = ([key, important, simple]: number[]) => ({ key, important, simple })
  return {
    id,
    title: id,
    ...(below === undefined ? {} : { below }),
    cadence: bySegment(cadence),
    target: bySegment(target),
  }
}

/** An indicator of a clause; the id says which: `trust/2` shows level 2 of the clause `trust`. Without conditions it is only answered. */
export function indicator(id: string, more: Json = {}): Json {
  const [clause, level] = id.split('/')
  return { id, clause, level: Number.parseInt(level!, 10), statement: `The shop has reached ${id}.`, ...more }
}

/**
 * A document with the clauses that the indicators name. They stand in one principle, `shop`, unless `principles` says which
 * clauses stand where; anything else of the document can be replaced.
 */
export function documentOf(
  indicators: readonly Json[],
  { principles, ...more }: Json & { principles?: Readonly<Record<string, readonly (string | Json)[]>> } = {},
): Json {
  const clauses = [...new Set(indicators.map(({ clause }) => clause as string))]
  const asClause = (clause: string | Json) => (typeof clause === 'string' ? { id: clause, title: clause } : clause)
  return {
    ...frame,
    reference: {
      principles: Object.entries(principles ?? { shop: clauses }).map(([id, own]) => ({
        id,
        title: id,
        clauses: own.map(asClause),
      })),
    },
    practice: { indicators },
    ...more,
  }
}

export function ruleSetOf(...given: Parameters<typeof documentOf>): RuleSet {
  return parseRuleSet(documentOf(...given))
}

/** A gated rule set of one clause, `care`, whose four levels are only answered. */
export const fourLevels = [1, 2, 3, 4].map((level) => indicator(`care/${level}`))

/** Answers by id. */
export function answers(values: Readonly<Record<string, string>>): Relationship {
  return { answers: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])) }
}

const stateWords: Readonly<Record<Outcome, string>> = {
  met: 'true',
  partly: 'partly',
  unmet: 'false',
  unknown: 'unknown',
  notDue: 'not due',
  notApplicable: 'not applicable',
  error: 'error',
}

/** How one condition comes out on a record: true, false, unknown, not due or error. */
export function stateOf(condition: unknown, record: unknown = {}, more: Json = {}): string {
  const ruleSet = ruleSetOf([indicator('care/1', { conditions: { any: [condition] } })], more)
  return stateWords[createAssessor(ruleSet).verdicts(record as Relationship, { asOf: today })[0]!]
}

/** What one test looked at, asked for and found. */
export function observationOf(test: Json, record: unknown, more: Json = {}): Observation {
  const ruleSet = ruleSetOf([indicator('care/1', { conditions: { all: [test] } })], more)
  return createAssessor(ruleSet).assess(record as Relationship, { asOf: today }).clauses[0]!.outcomes[0]!.observed[0]!
}

/** What a fact reads as: a value, an interval, or null where it is not known. */
export function valueOf(fact: string | Json, record: unknown): unknown {
  const reading = typeof fact === 'string' ? { fact } : fact
  return observationOf({ ...reading, operator: 'equal', value: 0 }, record).observed
}

/** A value that nobody can change, however deep. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
