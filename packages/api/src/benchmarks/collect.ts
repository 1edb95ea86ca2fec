import type { Campaign, ReadTx, Tx } from '@joinery/store'
import { limits } from '../limits.ts'

const kind = 'benchmark'

interface Collection {
  readonly ruleSet: string
  readonly digest: string
  readonly quarter: string
}

/** Begins to collect a quarter; what has begun already goes on. */
export async function collect(tx: Tx, collection: Collection): Promise<Campaign> {
  const known = await collectionOf(tx, collection.ruleSet, collection.quarter)
  return known ?? tx.campaigns.start({ kind, input: { ...collection }, chunkSize: limits.chunk })
}

/** The work that collects a quarter, where it has begun. */
export function collectionOf(tx: ReadTx, ruleSet: string, quarter: string): Promise<Campaign | undefined> {
  return tx.campaigns.newest(kind, (input) => input['ruleSet'] === ruleSet && input['quarter'] === quarter)
}
