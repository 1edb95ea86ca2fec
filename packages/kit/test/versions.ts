import { join } from 'node:path'
import { parseRuleSet, type RuleSet } from '@joinery/core'
import { loadRuleSet } from '../src/rule-set/load-rule-set.ts'
import { smallRuleSet } from './small-rule-set.ts'

const root = join(import.meta.dirname, '../../..')
const search = { from: [join(root, 'apps/cli/package.json')] }

/** Two versions of the association's rule set: the one it tried out, and the one it published. */
export const associationPlaces = {
  before: join(import.meta.dirname, 'fixtures/example-association-0.9.0'),
  after: join(root, 'rules/example-association'),
}
export const association = {
  before: loadRuleSet(associationPlaces.before, search),
  after: loadRuleSet(associationPlaces.after, search),
}

export type Json = Record<string, unknown>

/** The small rule set with changes made to its document. */
export function smallWith(...edits: readonly ((document: Json) => void)[]): RuleSet {
  const document = structuredClone(smallRuleSet()) as unknown as Json
  for (const edit of edits) edit(document)
  return parseRuleSet(document)
}

/** An edit: sets, or takes away, what stands at a place. */
export function put(pointer: string, value: unknown): (document: Json) => void {
  return (document) => {
    const steps = pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/'))
    const last = steps.pop()!
    const holder = steps.reduce<Json>((inside, step) => inside[step] as Json, document)
    if (Array.isArray(holder) && value === undefined) holder.splice(Number(last), 1)
    else if (value === undefined) delete holder[last]
    else holder[last] = structuredClone(value)
  }
}
