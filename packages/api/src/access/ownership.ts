import type { ReadTx, RelationshipHead, StoredRelationship } from '@joinery/store'
import { Problem } from '../kernel/problem.ts'
import type { Principal } from './principal.ts'

/** What is foreign looks like what is not there. */
export function notFound(): Problem {
  return new Problem('not-found', 'There is nothing here, or it is not yours to see.')
}

/** Lets a firm pass for itself, and an association for its members; whether the firm exists, the store tells. */
export function ownFirm(principal: Principal, firm: string): string {
  if (principal.kind === 'association' || (principal.kind === 'firm' && principal.firm === firm)) return firm
  throw notFound()
}

/** The same for what holds answers: an association passes only while the firm consents. */
export async function ownAnswers(principal: Principal, firm: string, tx: ReadTx): Promise<void> {
  if (principal.kind === 'firm' && principal.firm === firm) return
  if (principal.kind !== 'association' || (await tx.firms.get(firm)) === undefined) throw notFound()
  if (await tx.consents.holds(firm, 'answers')) return
  throw new Problem('consent-required', 'This member has not consented to showing its answers.')
}

/** The relationship, for those it belongs to or is open to; for all others it is not there. */
export async function ownRelationship(principal: Principal, id: string, tx: ReadTx): Promise<StoredRelationship> {
  return reached(principal, await tx.relationships.get(id), tx)
}

/** The same without the record: enough to tell whether it has changed. */
export async function ownHead(principal: Principal, id: string, tx: ReadTx): Promise<RelationshipHead> {
  return reached(principal, await tx.relationships.head(id), tx)
}

async function reached<Found extends RelationshipHead>(
  principal: Principal,
  found: Found | undefined,
  tx: ReadTx,
): Promise<Found> {
  if (found === undefined || !(await reaches(principal, found, tx))) throw notFound()
  return found
}

async function reaches(principal: Principal, { id, firm }: RelationshipHead, tx: ReadTx): Promise<boolean> {
  switch (principal.kind) {
    case 'firm':
      return principal.firm === firm
    case 'embed':
    case 'partner':
      return principal.relationship === id && principal.firm === firm
    case 'association':
      return tx.consents.holds(firm, 'answers')
    case 'anonymous':
    case 'operator':
    case 'publishable':
      return false
  }
}
