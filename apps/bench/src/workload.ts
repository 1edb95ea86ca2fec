import { parseRuleSet, type RuleSet } from '@joinery/core'
import { chance } from './chance.ts'

/** One condition that every peer can express: an entity of the record, a field of it, a comparison with a literal. */
export interface BenchCondition {
  readonly entity: string
  readonly field: string
  readonly operator: 'equal' | 'notEqual' | 'greaterThanInclusive' | 'lessThan' | 'in'
  readonly value: string | number | readonly string[]
}

export type BenchRule = readonly BenchCondition[]

const numbers = [
  ['rel', 'revenueShare'],
  ['rel', 'spendShare'],
  ['payments', 'onTimeByUs'],
  ['payments', 'onTimeByPartner'],
  ['payments', 'avgDaysLate'],
  ['org', 'headcount'],
  ['org', 'capacityHoursPerMonth'],
  ['jointTeam', 'cadenceDays'],
  ['comms', 'repliesOnTime'],
  ['businessCase', 'costHours'],
  ['businessCase', 'actualVsExpected'],
  ['sharing', 'leaverAccessRemovedOnTime'],
  ['exitJoint', 'noticeDays'],
  ['closing', 'obligationsOpen'],
  ['segment', 'targetLevel'],
] as const

const texts = [
  ['rmp', 'owner'],
  ['governance', 'whoDecides'],
  ['comms', 'rhythm'],
  ['comms', 'contactUs'],
  ['comms', 'contactPartner'],
  ['issueProcess', 'contactUs'],
  ['businessCase', 'decision'],
  ['exit', 'owner'],
  ['exit', 'fallback'],
  ['closing', 'contact'],
] as const

const choices = [
  ['rel', 'kind', ['customer', 'supplier', 'peer']],
  ['rel', 'stage', ['starting', 'running', 'ended']],
  ['segment', 'kind', ['key', 'important', 'simple']],
] as const

const names = ['Ann', 'Ben', 'Cara', 'Dan', 'Eve']

/** Rules of two or three conditions each, over 28 facts. */
export function rulesOf(count: number): BenchRule[] {
  const next = chance(count)
  return Array.from({ length: count }, () => Array.from({ length: next() < 0.5 ? 2 : 3 }, () => conditionOf(next)))
}

function conditionOf(next: () => number): BenchCondition {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!
  const kind = next()
  if (kind < 0.5) {
    const [entity, field] = pick(numbers)
    return { entity, field, operator: pick(['greaterThanInclusive', 'lessThan']), value: Math.round(next() * 20) / 10 }
  }
  if (kind < 0.8) {
    const [entity, field] = pick(texts)
    return { entity, field, operator: pick(['equal', 'notEqual']), value: pick(names) }
  }
  const [entity, field, values] = pick(choices)
  return { entity, field, operator: 'in', value: values.slice(0, 2) }
}

type Json = Record<string, Record<string, unknown> | unknown[]>

/** A record in which every fact that rules read is known, padded with text that no rule reads. */
export function recordOf(seed: number, bytes: number): Json {
  const next = chance(seed)
  const record: Record<string, Record<string, unknown>> = {}
  for (const [entity, field] of numbers) (record[entity] ??= {})[field] = Math.round(next() * 20) / 10
  for (const [entity, field] of texts) (record[entity] ??= {})[field] = names[Math.floor(next() * names.length)]
  for (const [entity, field, values] of choices)
    (record[entity] ??= {})[field] = values[Math.floor(next() * values.length)]
  const lessons: unknown[] = []
  const padded: Json = { ...record, lessons }
  for (let length = JSON.stringify(padded).length; length < bytes; length += 100)
    lessons.push({ text: 'x'.repeat(60), appliedIn: 'workshop' })
  return padded
}

/** The same rules as a Joinery rule set: one clause for every four rules, twelve clauses a principle, gated levels. */
export function ruleSetOf(rules: readonly BenchRule[]): RuleSet {
  const indicators = rules.map((rule, index) => {
    const clause = Math.floor(index / 4)
    return {
      id: `p${Math.floor(clause / 12)}.c${clause}/${(index % 4) + 1}`,
      clause: `p${Math.floor(clause / 12)}.c${clause}`,
      level: (index % 4) + 1,
      statement: 'A statement.',
      conditions: { all: rule.map(conditionJson) },
    }
  })
  return parseRuleSet({ ...frame, reference: { principles: principlesOf(indicators) }, practice: { indicators } })
}

const frame = {
  formatVersion: 1,
  id: 'bench',
  version: '1.0.0',
  title: 'Bench',
  language: 'en',
  provider: { name: 'Bench' },
  licence: 'Apache-2.0',
  scale: { top: 4, levels: [0, 1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}` })) },
  method: { name: 'gated-v1' },
  answers: {
    scale: [
      { value: 'yes', share: 1, label: 'Yes' },
      { value: 'no', share: 0, label: 'No' },
    ],
  },
}

function principlesOf(indicators: readonly { readonly clause: string }[]): object[] {
  const clauses = [...new Set(indicators.map(({ clause }) => clause))]
  const principles = [...new Set(clauses.map((id) => id.split('.')[0]!))]
  return principles.map((id) => ({
    id,
    title: id,
    clauses: clauses.filter((clause) => clause.startsWith(`${id}.`)).map((clause) => ({ id: clause, title: clause })),
  }))
}

/** A condition in the format of json-rules-engine. */
export function conditionJson({ entity, field, operator, value }: BenchCondition): object {
  return { fact: entity, path: `$.${field}`, operator, value }
}
