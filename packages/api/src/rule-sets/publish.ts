import type { Campaign, Draft, Signature, Tx } from '@joinery/store'
import { Problem } from '../kernel/problem.ts'
import { bundleAddress } from './address.ts'
import type { Catalogue } from './catalogue.ts'
import type { MadeBundle } from './make-bundle.ts'
import { startRollout } from './rollout.ts'

/** A draft that may be published, and what would come of it. */
export interface Publishing {
  readonly draft: Draft
  readonly bundle: MadeBundle
  readonly signature: Signature | undefined
}

interface Circumstances {
  readonly reason: string
  readonly by: string
  readonly catalogue: Catalogue
}

interface Published {
  readonly from: string | null
  readonly campaign: Campaign
  readonly address: string
}

/** Publishes: keeps the bundle, moves the pointer, and queues the work on stored scores; all of it or nothing. */
export async function publish(
  tx: Tx,
  { draft, bundle, signature }: Publishing,
  { reason, by, catalogue }: Circumstances,
): Promise<Published> {
  const { id: ruleSet, digest, version: ruleSetVersion, text, change } = bundle
  const now = await tx.ruleSets.draft(draft.id)
  const current = await catalogue.current(tx, ruleSet)
  if (now?.version !== draft.version || (current?.digest ?? null) !== (change.against?.digest ?? null))
    throw new Problem('conflict', 'Something else was published or changed meanwhile; check the draft again.')
  const signatures = signature === undefined ? [] : [signature]
  await tx.ruleSets.addBundle({ digest, ruleSet, ruleSetVersion, text, signatures })
  if (signature !== undefined) await addMissing(tx, digest, signature)
  await tx.ruleSets.movePointer({ ruleSet, to: digest, reason, by, expected: current?.moves ?? 0 })
  if (current !== undefined) await supersede(tx, ruleSet, current.digest)
  await tx.ruleSets.setDraftStatus(draft.id, draft.version, { status: 'published', digest })
  const campaign = await startRollout(tx, { ruleSet, digest, from: current?.digest ?? null })
  return { from: current?.digest ?? null, campaign, address: bundleAddress(digest, await tx.tenants.get()) }
}

/** The same content was published before, without this signature. */
async function addMissing(tx: Tx, digest: string, signature: Signature): Promise<void> {
  const kept = await tx.ruleSets.bundle(digest)
  if (kept?.signatures.some(({ keyId }) => keyId === signature.keyId)) return
  await tx.ruleSets.addSignature(digest, signature)
}

/** The draft behind what was current until now. */
async function supersede(tx: Tx, ruleSet: string, digest: string): Promise<void> {
  let after: { readonly at: string; readonly id: string } | undefined
  do {
    const page = await tx.ruleSets.drafts({ limit: 100, ruleSet, ...(after === undefined ? {} : { after }) })
    const behind = page.items.filter((draft) => draft.status === 'published' && draft.digest === digest)
    for (const { id, version } of behind) await tx.ruleSets.setDraftStatus(id, version, { status: 'superseded' })
    after = page.next
  } while (after !== undefined)
}
