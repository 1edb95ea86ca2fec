import { spotOf, type Fault, type Faults, type Spot } from '../fault.ts'
import { reportShape } from '../schema/report-shape.ts'
import { ruleSetShape } from '../schema/generated/rule-set-shape.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'
import { assemble, type Around, type Trees } from './assemble.ts'
import { checkReferences } from './check-references.ts'
import { factCatalogue } from './facts-of.ts'
import { parseCondition } from './parse-condition.ts'
import type { Resolution } from './resolution.ts'
import type { RuleSet } from './rule-set.ts'
import { atOnce, type Steps } from '../steps.ts'
import type { Tree } from './tree.ts'

/** Checks the structure of a document; undefined where it is too broken to go on. */
export function shapedDocument(value: unknown, faults: Faults): RuleSetDocument | undefined {
  reportShape(ruleSetShape, value, faults)
  // what is merely off can be checked further; what is missing or of another type cannot
  const isOnlyOff = ({ code }: Fault) => code === 'out-of-range' || code === 'bad-format' || code === 'unknown-key'
  return faults.list.every(isOnlyOff) ? (value as RuleSetDocument) : undefined
}

/** Checks and reads everything in a document that is resolved; undefined where there are faults. */
export function readResolved(resolution: Resolution, around: Around, faults: Faults): RuleSet | undefined {
  return atOnce(resolvedInSteps(resolution, around, faults))
}

/** The same, in steps that take about as long as each other. */
export function* resolvedInSteps(resolution: Resolution, around: Around, faults: Faults): Steps<RuleSet | undefined> {
  checkReferences(resolution, faults)
  yield
  const trees = yield* parseTrees(resolution, around.operators, faults)
  yield
  return faults.list.length > 0 ? undefined : assemble(resolution, trees, around)
}

/** Reads every condition; only those of the outermost layer can be faulty, so only they have a place. */
function* parseTrees({ document, placeOf }: Resolution, operators: Around['operators'], faults: Faults): Steps<Trees> {
  const root = spotOf(faults)
  const catalogue = factCatalogue(document.facts ?? [])
  const named = document.conditions ?? {}
  const scope = { operators, catalogue, named, parse: parseCondition, total: { nodes: 0 } }
  const parse = (value: unknown, spot: Spot, mayAskRecorded: boolean) =>
    parseCondition(value, { ...scope, mayAskRecorded }, spot)
  const conditions = new Map<string, Tree>()
  for (const [index, indicator] of document.practice.indicators.entries()) {
    if (index % aFew === aFew - 1) yield
    if (indicator.conditions === undefined) continue
    const tree = parse(indicator.conditions, root.at(...placeOf(indicator.id), 'conditions'), false)
    if (tree !== undefined) conditions.set(indicator.id, tree)
  }
  const appliesWhen = new Map<string, Tree>()
  for (const clause of document.reference.principles.flatMap(({ clauses }) => clauses)) {
    if (clause.appliesWhen === undefined) continue
    const tree = parse(clause.appliesWhen, root.at(...placeOf(clause.id), 'appliesWhen'), true)
    if (tree !== undefined) appliesWhen.set(clause.id, tree)
  }
  // a named condition that nothing refers to is read too, so that its faults are found
  for (const [name, condition] of Object.entries(scope.named)) {
    const spot = root.at('conditions', name)
    // json-rules-engine keeps no condition under an empty name
    if (name === '') spot.say('missing', undefined, 'a condition needs a name')
    parse(condition, spot, false)
  }
  return { conditions, appliesWhen }
}

// indicators read in one step
const aFew = 48
