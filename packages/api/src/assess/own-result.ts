import type { ReadTx, StoredResult } from '@joinery/store'
import { notFound, ownRelationship } from '../access/ownership.ts'
import type { Principal } from '../access/principal.ts'

/** A kept result, for those to whom its relationship is open; for all others it is not there. */
export async function ownResult(principal: Principal, id: string, tx: ReadTx): Promise<StoredResult> {
  const kept = await tx.results.get(id)
  if (kept === undefined) throw notFound()
  await ownRelationship(principal, kept.relationship, tx)
  return kept
}
