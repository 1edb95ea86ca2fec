import type { Campaign, ReadTx, Tx } from '@joinery/store'
import { limits } from '../limits.ts'

/** What a rollout works on. */
export interface RolloutInput {
  readonly ruleSet: string
  readonly digest: string
  /** The version that was current before; null where there was none. */
  readonly from: string | null
}

const kind = 'rescore'

/** Queues the work on all stored scores. What is still under way for an earlier version is cancelled. */
export async function startRollout(tx: Tx, input: RolloutInput): Promise<Campaign> {
  const earlier = await findRollout(tx, input.ruleSet)
  if (earlier !== undefined && (earlier.status === 'running' || earlier.status === 'paused'))
    await tx.campaigns.setStatus(earlier.id, earlier.version, 'cancelled')
  return tx.campaigns.start({ kind, input: { ...input }, chunkSize: limits.chunk })
}

/** The newest rollout of a rule set. */
export function findRollout(tx: ReadTx, ruleSet: string): Promise<Campaign | undefined> {
  return tx.campaigns.newest(kind, (input) => input['ruleSet'] === ruleSet)
}
