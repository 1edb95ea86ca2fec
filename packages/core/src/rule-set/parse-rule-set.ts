import { canonicalJson } from '../canonical.ts'
import { createFaults, DocumentError, type Faults } from '../fault.ts'
import type { AddedOperators } from '../operators/operator.ts'
import { checkQuestionTypes, type AddedQuestionTypes } from './check-question-types.ts'
import { modelField } from '../schema/model.ts'
import { sha256Hex } from '../sha256.ts'
import { checkAuthoring } from './check-authoring.ts'
import { readResolved, shapedDocument } from './read-resolved.ts'
import { resolveLayers } from './resolve.ts'
import type { RuleSet } from './rule-set.ts'

/** What a document may build on: rule sets to extend, operators and question types of plugins. */
export interface AtHand {
  readonly bases: readonly RuleSet[]
  readonly operators?: AddedOperators | undefined
  readonly questionTypes?: AddedQuestionTypes | undefined
}

/**
 * Reads a rule set from parsed JSON: checks its structure, resolves what it extends from `bases`, and reads every condition.
 * Nothing in the document is ever run. Throws one DocumentError with all faults.
 */
export function parseRuleSet(document: unknown, bases: readonly RuleSet[] | AtHand = []): RuleSet {
  const faults = createFaults()
  const ruleSet = readRuleSet(document, bases, faults)
  if (ruleSet === undefined || faults.list.length > 0) throw new DocumentError('rule set', faults.list)
  return ruleSet
}

const around = {
  labelOf: (id: string) => modelField(id)?.about,
  hashOf: (document: object) => sha256Hex(canonicalJson(document)),
}

/** The same without throwing: adds to `faults`, and gives undefined where the document is too broken to go on. */
export function readRuleSet(value: unknown, atHand: readonly RuleSet[] | AtHand, faults: Faults): RuleSet | undefined {
  const { bases, operators, questionTypes } = 'bases' in atHand ? atHand : { bases: atHand }
  const document = shapedDocument(value, faults)
  const resolution = document === undefined ? undefined : resolveLayers(document, bases, faults)
  if (resolution === undefined) return undefined
  checkAuthoring(resolution, faults)
  checkQuestionTypes(resolution.own, questionTypes, faults)
  return readResolved(resolution, { ...around, operators }, faults)
}
