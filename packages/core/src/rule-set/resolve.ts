import { didYouMean, pointerOf, type Faults } from '../fault.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'
import { applyOverrides } from './overrides.ts'
import { satisfies } from './version.ts'
import { alone, placesOf, type Resolution } from './resolution.ts'
import type { ResolvedDocument, RuleSet } from './rule-set.ts'

/** Folds the rule set that a document extends, and the document's changes to it, into one flat document. */
export function resolveLayers(own: RuleSetDocument, bases: readonly RuleSet[], faults: Faults): Resolution | undefined {
  if (own.extends === undefined) return alone(own, faults)
  if (own.resolved !== undefined)
    faults.add({
      code: 'not-allowed',
      path: '/resolved',
      message: '"resolved" is written when a rule set is bundled; one that extends another has none yet',
    })
  const base = findBase(own.extends, bases, faults)
  if (base === undefined) return undefined
  checkNames(base, own, faults)
  const { document, changes: ownChanges } = applyOverrides(base.document, own, faults)
  const layers = [{ id: base.id, version: base.version, hash: base.hash }, ...base.layers]
  const changes = [...base.changes, ...ownChanges]
  // kept in the document: whoever holds it alone can still say who set a weight, and its hash covers the answer
  return {
    document: { ...merge(document, own), resolved: { layers, changes } },
    own,
    changes,
    layers,
    placeOf: placesOf(own),
  }
}

/** A condition is shared by name: one of the same name would change rules of the extended rule set, and nobody would see it. */
function checkNames({ document }: RuleSet, own: RuleSetDocument, faults: Faults): void {
  for (const name of Object.keys(own.conditions ?? {}))
    if (Object.hasOwn(document.conditions ?? {}, name))
      faults.add({
        code: 'conflict',
        path: pointerOf('conditions', name),
        value: name,
        message: `the extended rule set has a condition "${name}"; give this one another name, and change rules under "overrides"`,
      })
}

function findBase(
  wanted: NonNullable<RuleSetDocument['extends']>,
  bases: readonly RuleSet[],
  faults: Faults,
): RuleSet | undefined {
  const named = bases.filter(({ id }) => id === wanted.ruleSet)
  if (named.length === 0) {
    const hint = didYouMean(
      wanted.ruleSet,
      bases.map(({ id }) => id),
    )
    faults.add({
      code: 'unknown-id',
      path: '/extends/ruleSet',
      value: wanted.ruleSet,
      message: `the rule set "${wanted.ruleSet}" is not at hand${hint}`,
    })
    return undefined
  }
  const base = named.find(({ version }) => satisfies(version, wanted.version))
  if (base === undefined) {
    const versions = named.map(({ version }) => version).join(', ')
    faults.add({
      code: 'conflict',
      path: '/extends/version',
      value: wanted.version,
      message: `no version of "${wanted.ruleSet}" at hand fits "${wanted.version}"; at hand: ${versions}`,
    })
    return undefined
  }
  if (wanted.hash !== undefined && wanted.hash !== base.hash)
    faults.add({
      code: 'conflict',
      path: '/extends/hash',
      value: wanted.hash,
      message: `"${base.id}" ${base.version} has the hash ${base.hash}; it is not the rule set that was pinned`,
    })
  return base
}

/** The own document on top of the extended one: lists are joined, single things replaced. */
function merge(base: ResolvedDocument, own: RuleSetDocument): ResolvedDocument {
  const { extends: _extends, overrides: _overrides, $schema: _schema, ...rest } = own
  return {
    ...base,
    ...(rest as ResolvedDocument),
    facts: [...(base.facts ?? []), ...(own.facts ?? [])],
    conditions: { ...base.conditions, ...own.conditions },
    reference: { principles: [...base.reference.principles, ...(own.reference?.principles ?? [])] },
    practice: { indicators: [...base.practice.indicators, ...(own.practice?.indicators ?? [])] },
    instrument: { questions: [...(base.instrument?.questions ?? []), ...(own.instrument?.questions ?? [])] },
    scopes: byId(base.scopes ?? [], own.scopes ?? []),
    lenses: byId(base.lenses ?? [], own.lenses ?? []),
    locales: mergeLocales(base.locales ?? {}, own.locales ?? {}),
  }
}

function byId<Item extends { id: string }>(base: readonly Item[], own: readonly Item[]): Item[] {
  const replaced = new Set(own.map(({ id }) => id))
  return [...base.filter(({ id }) => !replaced.has(id)), ...own]
}

type Locales = NonNullable<RuleSetDocument['locales']>

function mergeLocales(base: Locales, own: Locales): Locales {
  const languages = new Set([...Object.keys(base), ...Object.keys(own)])
  return Object.fromEntries([...languages].map((language) => [language, { ...base[language], ...own[language] }]))
}
