import { pointerOf, type RuleSet } from '@joinery/core'
import type { RuleChange } from './change.ts'
import { conditionWords } from './condition-words.ts'
import { isSame, member, type Data } from './data.ts'
import { diffConditions, namesIn } from './diff-conditions.ts'
import type { Pair } from './diff-fields.ts'

/** The differences in conditions that have a name, each with what refers to it. */
export function diffNamedConditions(before: RuleSet, after: RuleSet, [left, right]: Pair['sides']): RuleChange[] {
  const names = new Set([...Object.keys(left.named), ...Object.keys(right.named)])
  return [...names].flatMap((name): RuleChange[] => {
    const [from, to] = [member(left.named, name), member(right.named, name)]
    if (isSame(from, to)) return []
    const usedBy = [...new Set([...usersOf(before, left.named, name), ...usersOf(after, right.named, name)])]
    const at = { of: 'condition', id: name, path: pointerOf('conditions', name), usedBy } as const
    // what refers to it says so by itself where it came or went
    if (from === undefined)
      return [{ ...at, kind: 'added', to, bump: 'minor', words: `new: ${conditionWords(to, right.labels)}` }]
    if (to === undefined)
      return [{ ...at, kind: 'removed', from, bump: 'minor', words: `gone: ${conditionWords(from, left.labels)}` }]
    return diffConditions({ ...left, condition: from }, { ...right, condition: to }).map(({ within, ...found }) => {
      const bump = found.kind === 'rewritten' ? 'patch' : 'minor'
      return Object.assign({ bump } as const, at, found, { path: `${at.path}${within}` })
    })
  })
}

function usersOf({ document }: RuleSet, named: Data, name: string): string[] {
  const clauses = document.reference.principles.flatMap((principle) => principle.clauses)
  return [
    ...document.practice.indicators.filter(({ conditions }) => namesIn(conditions, named).has(name)),
    ...clauses.filter(({ appliesWhen }) => namesIn(appliesWhen, named).has(name)),
  ].map(({ id }) => id)
}
