import type { Lease, ReadTx, Store, StoredRelationship, Tx } from '@joinery/store'
import { contributors, type Cohort } from '../benchmarks/contributions.ts'
import type { Witness } from '../assess/witness.ts'
import type { Catalogue, LoadedBundle } from '../rule-sets/catalogue.ts'

/** What a worker works with. */
export interface WorkerContext {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly now: () => Date
  readonly witness: Witness
  /** Lets others have the thread; settles when the work may go on. */
  readonly giveWay: () => Promise<void>
}

/** What is left to do with a chunk once it is worked out: one transaction that ends with the word that it is done. */
export type Effect = (tx: Tx) => Promise<void>

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
const sliceMs = 1.5

/** Scores many without keeping anybody waiting: after each slice, whoever else has something to do may do it. */
export async function scoreEach<Scored>(
  { giveWay }: Pick<WorkerContext, 'giveWay'>,
  relationships: readonly StoredRelationship[],
  score: (relationship: StoredRelationship) => Scored,
): Promise<Scored[]> {
  const scored: Scored[] = []
  let until = 0
  for (const relationship of relationships) {
    if (performance.now() > until) {
      await giveWay()
      until = performance.now() + sliceMs
    }
    scored.push(score(relationship))
  }
  await giveWay()
  return scored
}
