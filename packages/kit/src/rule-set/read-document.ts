import type { RuleSet, RuleSetDocument } from '@joinery/core'
import { sourceOfValue } from '../json/json-source.ts'
import type { LoadedRuleSet } from './loaded-rule-set.ts'
import { mergeParts } from './merge-parts.ts'
import { locateFault } from './origins.ts'
import { readWhole } from './read-whole.ts'

/**
 * Reads a rule set that came as parsed JSON, as a service gets it; what it extends is among `bases`. Finds the same faults
 * as `loadRuleSet`, with pointers alone: there are no files and lines.
 */
export function readDocument(document: unknown, bases: readonly RuleSet[] = []): LoadedRuleSet {
  const merged = mergeParts([sourceOfValue(document, place)])
  const { ruleSet, mended, faults } = readWhole(document, { bases })
  const located = faults.map((fault) => locateFault(merged, fault))
  const id = (mended?.extends as { ruleSet?: unknown } | undefined)?.ruleSet
  const base = bases.find((candidate) => candidate.id === id)
  return {
    place,
    ruleSet: located.length === 0 ? ruleSet : undefined,
    faults: located,
    own: mended,
    base: base && loadedOf(base),
    locate: (fault) => locateFault(merged, fault),
  }
}

const place = 'rule set'

function loadedOf(ruleSet: RuleSet): LoadedRuleSet {
  const own = ruleSet.document as RuleSetDocument
  return { place, ruleSet, faults: [], own, base: undefined, locate: (fault) => ({ ...fault, file: place }) }
}
