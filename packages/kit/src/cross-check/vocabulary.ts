import type { RuleSet } from '@joinery/core'
import { nodeOf, pathsOf, readsOf, testsOf, type Node, type TestNode } from '../check/condition-nodes.ts'

/** What the conditions of a rule set look at: values near those they mention are where results turn over. */
export interface Vocabulary {
  /** The values that a fact, or the length of a list, is compared with. */
  readonly values: ReadonlyMap<string, readonly (string | number)[]>
  /** Ages and distances in days that dates are compared with. */
  readonly days: readonly number[]
  /** Every fact and list that is read. */
  readonly paths: readonly string[]
}

export function vocabularyOf(ruleSet: RuleSet): Vocabulary {
  const nodes = conditionsOf(ruleSet)
  const values = new Map<string, (string | number)[]>()
  const days = [0, 1, 30, 365]
  for (const test of nodes.flatMap(testsOf)) {
    const literals = literalsOf(test)
    for (const path of pathsOf(test.left)) values.set(path, [...(values.get(path) ?? []), ...literals])
    if (test.operator.toLowerCase().includes('within'))
      days.push(...literals.filter((literal) => typeof literal === 'number'))
  }
  const paths = nodes.flatMap(readsOf).map(({ path }) => path)
  return { values, days: [...new Set(days)], paths: [...new Set(paths)] }
}

function conditionsOf({ document, principles, indicators }: RuleSet): Node[] {
  const context = { named: (document.conditions ?? {}) as Readonly<Record<string, unknown>> }
  const clauses = principles.flatMap((principle) => principle.clauses)
  const conditions = [
    ...indicators.map((indicator) => indicator.document.conditions),
    ...clauses.map((clause) => clause.document.appliesWhen),
  ]
  return conditions.flatMap((condition) => nodeOf(condition, '', context) ?? [])
}

function literalsOf({ right }: TestNode): (string | number)[] {
  if (!('literal' in right)) return []
  const all: unknown[] = Array.isArray(right.literal) ? right.literal : [right.literal]
  return all.filter((literal) => typeof literal === 'string' || typeof literal === 'number')
}
