import { StoreError, type Store, type TenantContext, type Tx } from '@joinery/store'

/** Few enough that nobody waits long for them. */
const atOnce = 20

/**
 * Erases what visitors without an account left behind, once nobody can come back to it. A visit on the site of a firm is the
 * firm's relationship: only the visitor's way to it goes. Gives how many visits were over.
 */
export async function sweepVisits(
  store: Store,
  tenant: TenantContext,
  isOver: () => boolean = () => false,
): Promise<number> {
  let swept = 0
  for (;;) {
    const some = await store.write(tenant, sweepSome)
    swept += some
    if (some < atOnce || isOver()) return swept
  }
}

async function sweepSome(tx: Tx): Promise<number> {
  const visits = await tx.visits.over(atOnce)
  for (const { link, firm, relationship, isAlone } of visits) {
    if (isAlone) await erase(tx, firm)
    else await tx.visits.forget(link)
    await tx.audit.append({ actor: 'system', action: 'visit.end', target: `relationship/${relationship}` })
  }
  return visits.length
}

async function erase(tx: Tx, firm: string): Promise<void> {
  try {
    await tx.rights.eraseFirm(firm)
  } catch (error) {
    // another process was first
    if (!(error instanceof StoreError && error.code === 'absent')) throw error
  }
}
