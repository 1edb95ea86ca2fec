import { didYouMean, pointerOf, type Faults } from '../fault.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import { isPlainObject } from '../schema/shape-limits.ts'
import type { Plugin } from './contract.ts'

/** Reports questions that a plugin asks in a short scope and that its rule sets do not have. */
export function checkSectorScopes({ scopes, ruleSets }: Readonly<Record<string, unknown>>, faults: Faults): void {
  if (!isPlainObject(scopes)) return
  const known = listOf(ruleSets).flatMap(({ instrument }) =>
    isPlainObject(instrument) ? listOf(instrument['questions']).map(({ id }) => id) : [],
  ) as readonly string[]
  for (const [name, scope] of Object.entries(scopes)) {
    const questions = isPlainObject(scope) && Array.isArray(scope['questions']) ? scope['questions'] : []
    for (const [index, id] of (questions as readonly unknown[]).entries())
      if (typeof id === 'string' && !known.includes(id))
        faults.add({
          code: 'unknown-id',
          path: pointerOf('scopes', name, 'questions', index),
          value: id,
          message: `the rule set of the plugin has no question "${id}"${didYouMean(id, known)}`,
        })
  }
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isPlainObject) : []
}

/** Reports scopes that the rule set at hand does not have: their questions would never be asked. */
export function checkScopesOf({ scopes = {} }: Plugin, { id, document }: RuleSet, faults: Faults): void {
  const known = (document.scopes ?? []).map((scope) => scope.id)
  for (const name of Object.keys(scopes))
    if (!known.includes(name))
      faults.add({
        code: 'unknown-id',
        path: pointerOf('scopes', name),
        value: name,
        message: `"${id}" has no scope "${name}"${didYouMean(name, known) || `; its scopes: ${known.join(', ') || 'none'}`}`,
      })
}
