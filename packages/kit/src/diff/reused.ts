import type { RuleSet } from '@joinery/core'
import { nodeOf, readsOf } from '../check/condition-nodes.ts'
import type { RuleChange } from './change.ts'

/**
 * Ids are permanent: one that stands for something else is a new one. An indicator counts as another where its statement
 * differs and either its conditions read none of the facts that they read before, or, if it is only answered, its statement
 * shares no word of weight with the earlier one.
 */
export function markReused(before: RuleSet, after: RuleSet, changes: readonly RuleChange[]): RuleChange[] {
  return changes.map((change) => {
    if (change.of !== 'indicator' || change.field !== 'statement' || !isReused(before, after, change.id)) return change
    return { ...change, kind: 'reused', bump: 'major', words: `the id stands for something else now; ${change.words}` }
  })
}

/** Whether an indicator of both versions is another one in the later version. */
export function isReused(before: RuleSet, after: RuleSet, id: string): boolean {
  const [old, fresh] = [before, after].map(({ document }) => document.practice.indicators.find((one) => one.id === id))
  if (old === undefined || fresh === undefined || old.statement === fresh.statement) return false
  if (old.conditions !== undefined && fresh.conditions !== undefined)
    return areApart(factsIn(before, old.conditions), factsIn(after, fresh.conditions))
  if (old.conditions !== undefined || fresh.conditions !== undefined) return false
  return areApart(weightyWords(old.statement), weightyWords(fresh.statement))
}

function factsIn({ document }: RuleSet, condition: unknown): Set<string> {
  const node = nodeOf(condition, '', { named: document.conditions ?? {} })
  return new Set(node === undefined ? [] : readsOf(node).map(({ path }) => path))
}

/** Long words; short ones are in every sentence. */
function weightyWords(statement: string): Set<string> {
  const words = statement.toLowerCase().match(/\p{L}{4,}/gu)
  return new Set(words)
}

function areApart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size > 0 && right.size > 0 && ![...left].some((item) => right.has(item))
}
