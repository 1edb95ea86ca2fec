import { createFaults, DocumentError, type Fault, type Faults, type Place } from '../fault.ts'
import { checkShape } from '../schema/check-shape.ts'
import { ruleSetShape } from '../schema/generated/rule-set-shape.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'
import { assemble, type Trees } from './assemble.ts'
import { checkReferences } from './check-references.ts'
import { factCatalogue } from './facts-of.ts'
import { parseCondition } from './parse-condition.ts'
import { resolveLayers, type Resolution } from './resolve.ts'
import type { RuleSet } from './rule-set.ts'
import type { Tree } from './tree.ts'

/**
 * Reads a rule set from parsed JSON: checks its structure, resolves what it extends from `bases`, and reads every condition.
 * Nothing in the document is ever run. Throws one DocumentError with all faults.
 */
export function parseRuleSet(document: unknown, bases: readonly RuleSet[] = []): RuleSet {
  const faults = createFaults()
  const ruleSet = readRuleSet(document, bases, faults)
  if (ruleSet === undefined || faults.list.length > 0) throw new DocumentError('rule set', faults.list)
  return ruleSet
}

/** The same without throwing: adds to `faults`, and gives undefined where the document is too broken to go on. */
export function readRuleSet(value: unknown, bases: readonly RuleSet[], faults: Faults): RuleSet | undefined {
  checkShape(ruleSetShape, value, faults)
  // what is merely off can be checked further; what is missing or of another type cannot
  const isOnlyOff = ({ code }: Fault) => code === 'out-of-range' || code === 'bad-format' || code === 'unknown-key'
  if (!faults.list.every(isOnlyOff)) return undefined
  const resolution = resolveLayers(value as RuleSetDocument, bases, faults)
  if (resolution === undefined) return undefined
  checkReferences(resolution, faults)
  const trees = parseTrees(resolution, faults)
  return faults.list.length > 0 ? undefined : assemble(resolution, trees)
}

/** Reads every condition; only those of the outermost layer can be faulty, so only they have a place. */
function parseTrees({ document, placeOf }: Resolution, faults: Faults): Trees {
  const catalogue = factCatalogue(document.facts ?? [])
  const scope = { faults, catalogue, named: document.conditions ?? {}, parse: parseCondition, total: { nodes: 0 } }
  const parse = (value: unknown, place: Place, mayAskRecorded: boolean) =>
    parseCondition(value, { ...scope, mayAskRecorded }, place)
  const conditions = new Map<string, Tree>()
  for (const indicator of document.practice.indicators) {
    if (indicator.conditions === undefined) continue
    const tree = parse(indicator.conditions, { parent: placeOf(indicator.id), key: 'conditions' }, false)
    if (tree !== undefined) conditions.set(indicator.id, tree)
  }
  const appliesWhen = new Map<string, Tree>()
  for (const clause of document.reference.principles.flatMap(({ clauses }) => clauses)) {
    if (clause.appliesWhen === undefined) continue
    const tree = parse(clause.appliesWhen, { parent: placeOf(clause.id), key: 'appliesWhen' }, true)
    if (tree !== undefined) appliesWhen.set(clause.id, tree)
  }
  for (const [name, condition] of Object.entries(scope.named)) checkNamed(name, condition, { faults, parse })
  return { conditions, appliesWhen }
}

/** A named condition that nothing refers to is read too, so that its faults are found. */
function checkNamed(
  name: string,
  condition: unknown,
  { faults, parse }: { faults: Faults; parse: (value: unknown, place: Place, may: boolean) => unknown },
): void {
  // json-rules-engine keeps no condition under an empty name
  if (name === '') faults.add({ code: 'missing', path: '/conditions/', message: 'a condition needs a name' })
  parse(condition, { parent: { parent: undefined, key: 'conditions' }, key: name }, false)
}
