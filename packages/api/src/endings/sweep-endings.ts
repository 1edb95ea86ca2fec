import { daysAfter } from '../kernel/days.ts'
import { StoreError, type Store, type TenantContext, type Tx } from '@joinery/store'
import { roundsOverBefore } from '../assess/rounds.ts'
import { limits } from '../limits.ts'

/** Few enough that nobody waits long for them. */
const atOnce = 20

/**
 * Throws away what has come to its end and that neither the audit log nor the history of a relationship names: what one side said
 * in a round that the other did not answer in time, badges, and links and keys that nobody ever used. Gives how many.
 */
export async function sweepEndings(
  store: Store,
  tenant: TenantContext,
  { now, isOver = () => false }: { readonly now: Date; readonly isOver?: () => boolean },
): Promise<number> {
  const endedBefore = daysAfter(now, -limits.endedDays)
  const sweeps: readonly ((tx: Tx) => Promise<number>)[] = [
    (tx) => closeRounds(tx, roundsOverBefore(now)),
    (tx) => tx.links.sweep(endedBefore, atOnce),
    (tx) => tx.keys.sweep(endedBefore, atOnce),
  ]
  let swept = 0
  for (const sweep of sweeps)
    for (let some = atOnce; some === atOnce && !isOver(); swept += some) some = await store.write(tenant, sweep)
  return swept
}

async function closeRounds(tx: Tx, begunBefore: string): Promise<number> {
  const rounds = await tx.exchanges.sealedBefore(begunBefore, atOnce)
  for (const { id, version, relationship, firm, kind } of rounds) {
    if (!(await close(tx, id, version))) continue
    await tx.audit.append({ actor: 'system', action: `${kind}.end`, target: `relationship/${relationship}`, firm })
  }
  return rounds.length
}

/** False where somebody was first. */
async function close(tx: Tx, id: string, version: number): Promise<boolean> {
  try {
    await tx.exchanges.update(id, version, { state: 'closed', content: {} })
    return true
  } catch (error) {
    if (error instanceof StoreError && (error.code === 'conflict' || error.code === 'absent')) return false
    throw error
  }
}
