import { createFaults, DocumentError, spotOf } from '../fault.ts'
import type { Around } from './assemble.ts'
import { atOnce, type Steps } from '../steps.ts'
import { resolvedInSteps, shapedDocument } from './read-resolved.ts'
import { alone } from './resolution.ts'
import type { RuleSet } from './rule-set.ts'

/** What a page knows about a bundle besides the document. */
export interface Published {
  readonly hash: string
  readonly labelOf?: Around['labelOf']
}

/**
 * Reads a published rule set, as `parseRuleSet` does, in a page: it extends no other, because a bundle has everything in it.
 * `labelOf` gives facts of the relationship model their plain words; without it the explanations name facts by their ids.
 * `hash` is the SHA-256 of the bundle's canonical JSON, which a page has worked out when it checked what it loaded.
 */
export function parsePublishedRuleSet(value: unknown, published: Published): RuleSet {
  return atOnce(publishedInSteps(value, published))
}

/** The same, in steps between which a page can answer to a touch. */
export function* publishedInSteps(value: unknown, { hash, labelOf = () => undefined }: Published): Steps<RuleSet> {
  const faults = createFaults()
  const document = shapedDocument(value, faults)
  yield
  if (document?.extends !== undefined)
    spotOf(faults)
      .at('extends')
      .say(
        'not-allowed',
        document.extends.ruleSet,
        'a page reads rule sets that have what they extend in them; bundle this one first',
      )
  const resolution = document === undefined ? undefined : alone(document, faults)
  const ruleSet =
    resolution === undefined ? undefined : yield* resolvedInSteps(resolution, { labelOf, hashOf: () => hash }, faults)
  if (ruleSet === undefined || faults.list.length > 0) throw new DocumentError('rule set', faults.list)
  return ruleSet
}
