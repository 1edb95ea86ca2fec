import { createFaults, DocumentError, type Faults, type Place } from '../fault.ts'
import { sha256Hex, canonicalJson } from '../canonical.ts'
import { checkShape } from '../schema/check-shape.ts'
import { ruleSetShape } from '../schema/generated/rule-set-shape.ts'
import { modelField } from '../schema/model.ts'
import type { OwnFact, RuleSetDocument } from '../schema/rule-set.ts'
import { checkReferences } from './check-references.ts'
import { factCatalogue } from './facts-of.ts'
import { methods } from './methods.ts'
import { parseCondition } from './parse-condition.ts'
import { resolveLayers, type Resolution } from './resolve.ts'
import type { Clause, Indicator, Principle, ResolvedDocument, RuleSet } from './rule-set.ts'
import { readsOf, type Tree } from './tree.ts'

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
  if (
    faults.list.some(
      ({ code }) => code !== 'out-of-range' && code !== 'bad-format' && code !== 'missing' && code !== 'unknown-key',
    )
  )
    return undefined
  if (faults.list.some(({ code, path }) => code === 'missing' && path.split('/').length <= 2)) return undefined
  const resolution = resolveLayers(value as RuleSetDocument, bases, faults)
  if (resolution === undefined) return undefined
  checkReferences(resolution, faults)
  const trees = parseTrees(resolution, faults)
  return faults.list.length > 0 ? undefined : assemble(resolution, trees)
}

interface Trees {
  readonly conditions: ReadonlyMap<string, Tree>
  readonly appliesWhen: ReadonlyMap<string, Tree>
}

/** Reads every condition; only those of the outermost layer can be faulty, so only they have a place. */
function parseTrees({ document, placeOf }: Resolution, faults: Faults): Trees {
  const catalogue = factCatalogue(document.facts ?? [])
  const scope = { faults, catalogue, named: document.conditions ?? {}, parse: parseCondition }
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
  { parse }: { faults: Faults; parse: (value: unknown, place: Place, may: boolean) => unknown },
): void {
  parse(condition, { parent: { parent: undefined, key: 'conditions' }, key: name }, false)
}

function assemble({ document, changes, layers }: Resolution, trees: Trees): RuleSet {
  const indicators = document.practice.indicators.map((indicator, index) =>
    indicatorOf(document, trees, { indicator, index }),
  )
  const name = document.method.name as keyof typeof methods
  return {
    id: document.id,
    version: document.version,
    hash: sha256Hex(canonicalJson(document)),
    document,
    method: { name, parameters: { ...methods[name], ...document.method.parameters } },
    principles: document.reference.principles.map((principle) => principleOf(principle, indicators, trees)),
    indicators,
    layers,
    changes,
    labels: labelsOf(indicators, document.facts ?? []),
  }
}

/** Plain words for every fact that the rules read, so that a page can explain without carrying the model. */
function labelsOf(indicators: readonly Indicator[], own: readonly OwnFact[]): Readonly<Record<string, string>> {
  const reads = new Set(indicators.flatMap(readsOfIndicator))
  const declared = new Map(own.map(({ id, title }) => [id, title]))
  return Object.fromEntries(
    [...reads].toSorted().flatMap((id) => {
      const label = declared.get(id) ?? modelField(id)?.about
      return label === undefined ? [] : [[id, label]]
    }),
  )
}

function indicatorOf(
  document: ResolvedDocument,
  trees: Trees,
  at: { indicator: ResolvedDocument['practice']['indicators'][number]; index: number },
): Indicator {
  const { indicator, index } = at
  const clause = document.reference.principles
    .flatMap(({ clauses }) => clauses)
    .find(({ id }) => id === indicator.clause)
  const tree = trees.conditions.get(indicator.id)
  return {
    document: indicator,
    id: indicator.id,
    citation:
      clause?.citation === undefined || indicator.level === undefined
        ? indicator.id
        : `${clause.citation}/${indicator.level}`,
    index,
    clause: indicator.clause,
    level: indicator.level,
    weight: indicator.weight ?? 1,
    critical: indicator.critical ?? false,
    mayNotApply: (indicator.notApplicable ?? true) && !indicator.critical,
    parts: partsOf(tree),
  }
}

function partsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return []
  return tree.is === 'all' ? tree.of : [tree]
}

function principleOf(
  principle: ResolvedDocument['reference']['principles'][number],
  indicators: readonly Indicator[],
  trees: Trees,
): Principle {
  const clauses = principle.clauses.map((clause): Clause => {
    const own = indicators.filter((indicator) => indicator.clause === clause.id)
    return {
      document: clause,
      id: clause.id,
      principle: principle.id,
      weight: clause.weight ?? 1,
      indicators: own,
      appliesWhen: trees.appliesWhen.get(clause.id),
      reads: new Set(own.flatMap(readsOfIndicator)),
    }
  })
  return { document: principle, id: principle.id, weight: principle.weight ?? 1, clauses }
}

/** An indicator that is only answered reads its own answer: that is what a partner can confirm. */
function readsOfIndicator(indicator: Indicator): readonly string[] {
  if (indicator.parts.length === 0) return [`answers.${indicator.id}`]
  return indicator.parts.flatMap((part) => [...readsOf(part)])
}
