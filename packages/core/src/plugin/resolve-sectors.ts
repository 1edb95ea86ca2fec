import { createFaults, DocumentError, pointerOf, type Faults } from '../fault.ts'
import { readRuleSet } from '../rule-set/parse-rule-set.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import { satisfies } from '../rule-set/version.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'
import { checkScopesOf } from './check-scopes.ts'
import type { Plugin, PluginFact } from './contract.ts'
import { factId } from './facts.ts'
import { operatorsOf } from './operators.ts'
import { questionTypesOf } from './question-types.ts'

/** A sector's rule set on top of the one at hand. */
export interface Sector {
  readonly plugin: Plugin
  readonly ruleSet: RuleSet
}

/** Puts the rule sets of plugins on top of the one at hand. Throws one DocumentError with everything that does not fit. */
export function resolveSectors(base: RuleSet, plugins: readonly Plugin[]): Sector[] {
  const faults = createFaults()
  const names = plugins.map(({ name }) => name)
  const sectors = plugins.flatMap((plugin, index) => {
    if (names.indexOf(plugin.name) < index)
      faults.add({
        code: 'duplicate',
        path: pointerOf('plugins', index, 'name'),
        value: plugin.name,
        message: `two plugins are called "${plugin.name}"; load one of them`,
      })
    return (plugin.ruleSets ?? []).flatMap((document, r) => {
      const own = createFaults()
      const sector = resolveSector(base, plugin, { document: document as Partial<RuleSetDocument>, faults: own })
      for (const fault of own.list)
        faults.add({ ...fault, path: `${pointerOf(plugin.name, 'ruleSets', r)}${fault.path}` })
      return sector ?? []
    })
  })
  if (faults.list.length > 0) throw new DocumentError('plugins', faults.list)
  return sectors
}

/** Whether a plugin has a rule set for this one, or for one that this one rests on. */
export function fitsRuleSet({ ruleSets = [] }: Pick<Plugin, 'ruleSets'>, base: RuleSet): boolean {
  return ruleSets.some((document) => layerFor(base, document as Partial<RuleSetDocument>) !== undefined)
}

function layerFor(base: RuleSet, { extends: wanted }: Partial<RuleSetDocument>) {
  return [base, ...base.layers].find(({ id }) => id === wanted?.ruleSet)
}

interface Own {
  readonly document: Partial<RuleSetDocument>
  readonly faults: Faults
}

function resolveSector(base: RuleSet, plugin: Plugin, { document, faults }: Own): Sector | undefined {
  const onTop = onTopOf(base, { document, faults })
  if (onTop === undefined) return undefined
  const operators = operatorsOf(plugin)
  const ruleSet = readRuleSet(onTop, { bases: [base], operators, questionTypes: questionTypesOf(plugin) }, faults)
  if (ruleSet === undefined) return undefined
  for (const [index, fact] of (plugin.facts ?? []).entries()) checkDeclared(fact, index, { ruleSet, faults })
  checkScopesOf(plugin, base, faults)
  return sectorOf(plugin, ruleSet)
}

/** A sector whose rule set was read already, with the operators of its plugin at hand. */
export function sectorOf(plugin: Plugin, ruleSet: RuleSet): Sector {
  const phrases = Object.fromEntries((plugin.operators ?? []).map(({ id, phrase }) => [id, phrase]))
  // a list is named too where a rule reads no more than one field of it
  const titles = Object.fromEntries((ruleSet.document.facts ?? []).map(({ id, title }) => [id, title]))
  return {
    plugin,
    ruleSet: withSources(
      { ...ruleSet, labels: { ...titles, ...ruleSet.labels, ...phrases }, closed: [plugin.name] },
      plugin,
    ),
  }
}

/** What a record may hold where plugins are at hand: the rule set with the facts and the questions of every sector. */
export function recordRules(base: RuleSet, sectors: readonly Sector[]): RuleSet {
  const ofSectors = <Item>(pick: (document: RuleSet['document'], prefix: string) => readonly Item[]): Item[] =>
    sectors.flatMap(({ plugin, ruleSet }) => pick(ruleSet.document, `ext.${plugin.name}.`))
  const { facts = [], instrument } = base.document
  const more = ofSectors(({ facts: all = [] }, prefix) => all.filter(({ id }) => id.startsWith(prefix)))
  const asked = ofSectors(({ instrument: own }, prefix) =>
    (own?.questions ?? []).filter(({ fact }) => fact.startsWith(prefix)),
  )
  const questions = [...(instrument?.questions ?? []), ...asked]
  const document = { ...base.document, facts: [...facts, ...more], instrument: { ...instrument, questions } }
  return { ...base, document, closed: sectors.map(({ plugin }) => plugin.name) }
}

/** The same document, but extending the rule set at hand: it may be an overlay of the one that the plugin was written for. */
function onTopOf(base: RuleSet, { document, faults }: Own): Partial<RuleSetDocument> | undefined {
  const wanted = document.extends
  if (wanted?.ruleSet === undefined || wanted.ruleSet === base.id) return document
  const layer = layerFor(base, document)
  const at = { path: '/extends/ruleSet', value: wanted.ruleSet }
  if (layer === undefined)
    faults.add({
      ...at,
      code: 'unknown-id',
      message: `it is written for "${wanted.ruleSet}"; "${base.id}" ${base.version} does not rest on that`,
    })
  else if (!satisfies(layer.version, wanted.version))
    faults.add({
      ...at,
      code: 'conflict',
      message: `it is written for "${wanted.ruleSet}" ${wanted.version}; "${base.id}" rests on ${layer.version}`,
    })
  else if (wanted.hash !== undefined && wanted.hash !== layer.hash)
    faults.add({
      ...at,
      code: 'conflict',
      message: `"${base.id}" rests on another "${wanted.ruleSet}" than was pinned`,
    })
  else return { ...document, extends: { ruleSet: base.id, version: base.version } }
  return undefined
}

/** A fact that is worked out is also declared, so that rules can read it and people can read its name. */
function checkDeclared(
  fact: PluginFact,
  index: number,
  { ruleSet, faults }: { readonly ruleSet: RuleSet; readonly faults: Faults },
): void {
  const id = factId(fact.id)
  const declared = ruleSet.document.facts?.find((own) => own.id === id)
  if (declared?.type === fact.type) return
  faults.add({
    code: declared === undefined ? 'missing' : 'conflict',
    path: '/facts',
    value: id,
    message:
      declared === undefined
        ? `the plugin works out "${fact.id}" (its fact ${index + 1}); declare { "id": "${id}", "type": "${fact.type}", … }`
        : `"${id}" is declared as ${declared.type}, but the plugin works out a ${fact.type}`,
  })
}

/** What a partner confirms of the sources of a fact, it confirms of the fact. */
function withSources(ruleSet: RuleSet, { facts = [] }: Plugin): RuleSet {
  const sources = new Map(facts.map(({ id, reads }) => [factId(id), reads]))
  const more = (ids: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...ids, ...[...ids].flatMap((id) => (sources.get(id) ?? []).flatMap(withAncestors))])
  const indicators = ruleSet.indicators.map((indicator) => ({
    ...indicator,
    supportedBy: indicator.supportedBy.map(more),
  }))
  const principles = ruleSet.principles.map((principle) => ({
    ...principle,
    clauses: principle.clauses.map((clause) => ({
      ...clause,
      confirmedBy: more(clause.confirmedBy),
      indicators: clause.indicators.map(({ index }) => indicators[index]!),
    })),
  }))
  return { ...ruleSet, indicators, principles }
}

function withAncestors(fact: string): string[] {
  const words = fact.split('.')
  return words.map((_word, index) => words.slice(0, index + 1).join('.'))
}
