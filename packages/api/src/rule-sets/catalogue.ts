import { createAssessor, parseRuleSet, type Assessor, type RuleSet } from '@joinery/core'
import { bundleRuleSet } from '@joinery/kit'
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

/** Most rule sets that are kept compiled. */
const most = 16

export function createCatalogue(ruleSets: readonly RuleSet[]): Catalogue {
  const bundled = new Map(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet]))
  const byDigest = new Map(ruleSets.map((ruleSet) => [ruleSet.hash, ruleSet]))
  const kept = new Map<string, LoadedBundle>()
  const current = async (tx: ReadTx, id: string): Promise<Current | undefined> => {
    const own = bundled.get(id)
    if (own !== undefined) return currentOf(own)
    const pointer = await tx.ruleSets.pointer(id)
    const bundle = pointer && (await tx.ruleSets.bundle(pointer.digest))
    if (pointer === undefined || bundle === undefined) return undefined
    const { digest, version: moves, movedAt: since } = pointer
    return { ruleSet: id, version: bundle.ruleSetVersion, digest, source: 'association', moves, since }
  }
  const text = async (tx: ReadTx | undefined, digest: string): Promise<string | undefined> => {
    const own = byDigest.get(digest)
    if (own !== undefined) return kept.get(digest)?.text ?? bundleRuleSet(own).text
    return (await tx?.ruleSets.bundle(digest))?.text
  }
  return {
    isBundled: (id) => bundled.has(id),
    current,
    all: async (tx) => {
      const ids = [...bundled.keys(), ...(await tx.ruleSets.pointers()).map(({ ruleSet }) => ruleSet)]
      const found = await Promise.all(ids.toSorted().map((id) => current(tx, id)))
      return found.filter((one) => one !== undefined)
    },
    text,
    load: async (tx, digest) => {
      const source = await text(tx, digest)
      if (source === undefined) return undefined
      return remember(kept, digest, () => {
        const ruleSet = byDigest.get(digest) ?? parseRuleSet(JSON.parse(source))
        return { ruleSet, assessor: createAssessor(ruleSet), text: source }
      })
    },
  }
}

function currentOf({ id, version, hash }: RuleSet): Current {
  return { ruleSet: id, version, digest: hash, source: 'bundled', moves: 0, since: null }
}

/** Keeps the latest ones, the one used last at the end. */
function remember(kept: Map<string, LoadedBundle>, digest: string, make: () => LoadedBundle): LoadedBundle {
  const loaded = kept.get(digest) ?? make()
  kept.delete(digest)
  kept.set(digest, loaded)
  if (kept.size > most) kept.delete(kept.keys().next().value!)
  return loaded
}
