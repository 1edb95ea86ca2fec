import type { ReadTx, RelationshipHead, StoredRelationship } from '@joinery/store'
import type { AnyCall } from '../kernel/operation.ts'
import { ownHead, ownRelationship } from './ownership.ts'

type Asking = Pick<AnyCall, 'knows' | 'principal'> & { readonly params: { readonly relationship: string } }

type Found = { readonly unchanged: string } | { readonly etag: string; readonly stored: StoredRelationship }

/**
 * The relationship, for those it belongs to or is open to; only its ETag for those of them who have it as it is: then the
 * record is not even read.
 */
export async function ownUnlessKnown(
  { principal, params: { relationship }, knows }: Asking,
  tx: ReadTx,
  tagOf: (head: RelationshipHead) => string,
): Promise<Found> {
  if (knows !== undefined) {
    const etag = tagOf(await ownHead(principal, relationship, tx))
    if (knows(etag)) return { unchanged: etag }
  }
  const stored = await ownRelationship(principal, relationship, tx)
  return { etag: tagOf(stored), stored }
}
