import { createAssessor, parseRuleSet, type Assessor, type RuleSet } from '@joinery/core'
import { bundleRuleSet } from '@joinery/kit/serve'
import type { Instant, ReadTx } from '@joinery/store'

/** Which bundle a rule set stands for now, in one association. */
export interface Current {
  readonly ruleSet: string
  readonly version: string
  readonly digest: string
  /** `bundled`: it comes with the service, the same for everybody. `association`: the association published it. */
  readonly source: 'bundled' | 'association'
  /** Counts the moves of the pointer; 0 for what comes with the service. */
  readonly moves: number
  readonly since: Instant | null
}

/** A published rule set, read and compiled. Immutable. */
export interface LoadedBundle {
  readonly ruleSet: RuleSet
  readonly assessor: Assessor
  /** The canonical JSON that its digest is made of. */
  readonly text: string
}

/** The rule sets that an association can assess by: its own and those that come with the service. */
export interface Catalogue {
  readonly isBundled: (ruleSet: string) => boolean
  readonly current: (tx: ReadTx, ruleSet: string) => Promise<Current | undefined>
  /** Every rule set, by its id. */
  readonly all: (tx: ReadTx) => Promise<readonly Current[]>
  /** The canonical text of a published rule set; without a tenant, only of one that comes with the service. */
  readonly text: (tx: ReadTx | undefined, digest: string) => Promise<string | undefined>
  /** The same, read and compiled; the latest ones are kept. */
  readonly load: (tx: ReadTx, digest: string) => Promise<LoadedBundle | undefined>
}

export function createCatalogue(ruleSets: readonly RuleSet[]): Catalogue {
  const bundled = new Map(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet]))
  const { text, load, versionOf } = createShelf(ruleSets)
  const current = async (tx: ReadTx, id: string): Promise<Current | undefined> => {
    const own = bundled.get(id)
    if (own !== undefined) return currentOf(own)
    const pointer = await tx.ruleSets.pointer(id)
    const version = pointer && (await versionOf(tx, pointer.digest))
    if (pointer === undefined || version === undefined) return undefined
    const { digest, version: moves, movedAt: since } = pointer
    return { ruleSet: id, version, digest, source: 'association', moves, since }
  }
  return {
    isBundled: (id) => bundled.has(id),
    current,
    all: async (tx) => {
      const ids = [...bundled.keys(), ...(await tx.ruleSets.pointers()).map(({ ruleSet }) => ruleSet)]
      const found: Current[] = []
      for (const id of ids.toSorted()) {
        const one = await current(tx, id)
        if (one !== undefined) found.push(one)
      }
      return found
    },
    text,
    load,
  }
}

/** Most rule sets that are kept compiled. */
const mostCompiled = 16

/** Most bundles of which it is remembered that an association has them. */
const mostKnown = 10_000

interface Shelf extends Pick<Catalogue, 'text' | 'load'> {
  readonly versionOf: (tx: ReadTx, digest: string) => Promise<string | undefined>
}

/**
 * Bundles, read as rarely as can be: a bundle never changes, and never leaves an association that has it. What another
 * association published is found by its digest alone, so this one must have been seen to have it too.
 */
function createShelf(ruleSets: readonly RuleSet[]): Shelf {
  const bundled = new Map(ruleSets.map((ruleSet) => [ruleSet.hash, ruleSet]))
  const compiled = new Map<string, LoadedBundle>()
  const versions = new Map<string, string>()
  const read = async (tx: ReadTx, digest: string): Promise<string | undefined> => {
    const bundle = await tx.ruleSets.bundle(digest)
    if (bundle !== undefined) remember(versions, placeOf(tx, digest), bundle.ruleSetVersion, mostKnown)
    return bundle?.text
  }
  const text = async (tx: ReadTx | undefined, digest: string): Promise<string | undefined> => {
    const own = bundled.get(digest)
    if (own !== undefined) return compiled.get(digest)?.text ?? bundleRuleSet(own).text
    const isKnown = tx !== undefined && versions.has(placeOf(tx, digest))
    return (isKnown ? compiled.get(digest)?.text : undefined) ?? (tx && read(tx, digest))
  }
  return {
    text,
    versionOf: async (tx, digest) => {
      const place = placeOf(tx, digest)
      if (!versions.has(place)) await read(tx, digest)
      return versions.get(place)
    },
    load: async (tx, digest) => {
      const source = await text(tx, digest)
      if (source === undefined) return undefined
      const loaded = compiled.get(digest) ?? compile(bundled.get(digest) ?? parseRuleSet(JSON.parse(source)), source)
      remember(compiled, digest, loaded, mostCompiled)
      return loaded
    },
  }
}

function placeOf(tx: ReadTx, digest: string): string {
  return `${tx.tenant.id} ${digest}`
}

function compile(ruleSet: RuleSet, text: string): LoadedBundle {
  return { ruleSet, assessor: createAssessor(ruleSet), text }
}

function currentOf({ id, version, hash }: RuleSet): Current {
  return { ruleSet: id, version, digest: hash, source: 'bundled', moves: 0, since: null }
}

/** Keeps the latest ones, the one used last at the end. */
// oxlint-disable-next-line max-params -- a map, an entry and a size
function remember<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size > most) kept.delete(kept.keys().next().value!)
}
