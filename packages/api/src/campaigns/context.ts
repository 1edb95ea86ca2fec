import type { Lease, ReadTx, Store, StoredRelationship } from '@joinery/store'
import { contributors, type Cohort } from '../benchmarks/contributions.ts'
import type { Witness } from '../assess/witness.ts'
import type { Catalogue, LoadedBundle } from '../rule-sets/catalogue.ts'

/** What a worker works with. */
export interface WorkerContext {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly now: () => Date
  readonly witness: Witness
}

/** What a chunk is about, read in one go. */
export interface ChunkData {
  readonly loaded: LoadedBundle
  readonly relationships: readonly StoredRelationship[]
  /** The firms that add to the benchmarks, with where they belong. */
  readonly cohorts: ReadonlyMap<string, Cohort>
}

export async function readChunk(tx: ReadTx, { catalogue }: WorkerContext, lease: Lease): Promise<ChunkData> {
  const digest = String(lease.input['digest'])
  const loaded = await catalogue.load(tx, digest)
  if (loaded === undefined) throw new Error(`there is no rule set ${digest}`)
  const relationships = await tx.relationships.between(lease.from, lease.to)
  const firms = [...new Set(relationships.map(({ firm }) => firm))]
  return { loaded, relationships, cohorts: await contributors(tx, firms) }
}

/** So long the thread may be kept from answering somebody. */
const sliceMs = 1

/** Scores many without keeping anybody waiting: after each slice, whoever else has something to do may do it. */
export async function scoreEach<Scored>(
  relationships: readonly StoredRelationship[],
  score: (relationship: StoredRelationship) => Scored,
): Promise<Scored[]> {
  const scored: Scored[] = []
  let until = performance.now() + sliceMs
  for (const relationship of relationships) {
    scored.push(score(relationship))
    if (performance.now() < until) continue
    await new Promise((resolve) => setImmediate(resolve))
    until = performance.now() + sliceMs
  }
  return scored
}
