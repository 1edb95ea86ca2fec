import type { Campaign, Page, Position, ReadTx, Tx } from '@joinery/store'
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
export async function collectionOf(tx: ReadTx, ruleSet: string, quarter: string): Promise<Campaign | undefined> {
  let after: Position | undefined
  do {
    const page: Page<Campaign> = await tx.campaigns.list({ limit: 100, ...(after === undefined ? {} : { after }) })
    const found = page.items.find(
      ({ kind: of, input }) => of === kind && input['ruleSet'] === ruleSet && input['quarter'] === quarter,
    )
    if (found !== undefined) return found
    after = page.next
  } while (after !== undefined)
  return undefined
}
