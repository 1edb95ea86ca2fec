import { modelField } from '@joinery/core/model'
import { parsePublishedRuleSet } from '@joinery/core/parse'
import type { RuleSet } from '@joinery/core'

/** Reads a rule set that a page was given; throws a DocumentError that names every fault. */
export function readRules(document: unknown, hash: string): RuleSet {
  return parsePublishedRuleSet(document, { hash, labelOf: (id) => modelField(id)?.about })
}
