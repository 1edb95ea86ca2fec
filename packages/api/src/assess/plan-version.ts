import { createHash } from 'node:crypto'
import { canonicalJson, sharedView, type Relationship } from '@joinery/core'
import type { Exchange, Link, ReadTx } from '@joinery/store'

export interface ApprovalContent {
  readonly link: string
  readonly at: string
  readonly version: string
  /** What the partner saw of the record; older approvals do not have it. */
  readonly seen?: Relationship
}

/** What a partner sees of a record; the firm sees in its own plan what could be shared at all. */
export function planView(record: Relationship, fields: readonly string[] | undefined): Relationship {
  // what the sides say of each other is no part of what they plan
  const { evidence: _, pulses: __, ...view } = sharedView(record, fields)
  return view
}

/** Names what a partner sees of a plan; that it was approved makes no other plan of it. */
export function planVersion(record: Relationship, fields: readonly string[]): string {
  const { rmp, ...rest } = planView(record, fields)
  const { partnerApprovedAt: _, ...plan } = rmp ?? {}
  return createHash('sha256')
    .update(canonicalJson({ ...rest, rmp: plan }))
    .digest('base64url')
    .slice(0, 22)
}

/** The newest approval of the plan of a relationship, and the link it came by. */
export async function lastApproval(
  relationship: string,
  tx: ReadTx,
): Promise<{ readonly approval: ApprovalContent; readonly link: Link | undefined } | undefined> {
  const { items } = await tx.exchanges.list({ relationship, kind: 'approval', limit: 1 })
  const [newest] = items
  if (newest === undefined) return undefined
  const approval = contentOf(newest)
  return { approval, link: await tx.links.get(approval.link) }
}

export function contentOf({ content }: Exchange): ApprovalContent {
  return content as ApprovalContent
}
