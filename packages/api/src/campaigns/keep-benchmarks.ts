import { StoreError, type Position, type Tenant, type TenantContext } from '@joinery/store'
import { collect, collectionOf } from '../benchmarks/collect.ts'
import { endOf, lastDayOf, lastQuarter } from '../benchmarks/quarter.ts'
import { makeSnapshot } from '../benchmarks/snapshot.ts'
import { publishingSettings } from '../rule-sets/settings.ts'
import type { WorkerContext } from './context.ts'

/** For every association: begins to collect the quarter that is over, and freezes what is collected. */
export async function keepBenchmarks(context: WorkerContext): Promise<void> {
  const quarter = lastQuarter(context.now())
  let after: Position | undefined
  do {
    const page = await context.store.platform.listTenants({ limit: 100, ...(after === undefined ? {} : { after }) })
    for (const tenant of page.items) {
      const own = await context.store.tenant(tenant.id)
      if (own !== undefined) await keepOne(context, { tenant, own, quarter })
    }
    after = page.next
  } while (after !== undefined)
}

interface Keeping {
  readonly tenant: Tenant
  readonly own: TenantContext
  readonly quarter: string
}

async function keepOne({ store, catalogue }: WorkerContext, { tenant, own, quarter }: Keeping): Promise<void> {
  const ruleSets = await store.read(own, (tx) => catalogue.all(tx))
  for (const { ruleSet, digest } of ruleSets) {
    const state = await store.read(own, async (tx) => {
      if ((await tx.benchmarks.snapshot(ruleSet, quarter)) !== undefined) return 'frozen'
      const campaign = await collectionOf(tx, ruleSet, quarter)
      if (campaign === undefined) return 'none'
      return campaign.progress.chunks.dead > 0 ? { retry: campaign.id } : campaign.status
    })
    // what was not there in that quarter has nothing to say about it
    const wasThere = Date.parse(tenant.createdAt) < endOf(quarter).getTime()
    if (state === 'none' && wasThere) await store.write(own, (tx) => collect(tx, { ruleSet, digest, quarter }))
    if (state === 'done') await freeze(store, own, { ruleSet, quarter })
    // nothing is frozen while a part of it is missing
    if (typeof state === 'object') await store.write(own, (tx) => tx.campaigns.retryDead(state.retry))
  }
}

async function freeze(
  store: WorkerContext['store'],
  tenant: TenantContext,
  { ruleSet, quarter }: { readonly ruleSet: string; readonly quarter: string },
): Promise<void> {
  try {
    await store.write(tenant, async (tx) => {
      const { leastFirms } = publishingSettings(await tx.tenants.get())
      const body = await makeSnapshot(tx, { ruleSet, quarter, asOf: lastDayOf(quarter), leastFirms })
      await tx.benchmarks.freeze({ ruleSet, quarter, body })
    })
  } catch (error) {
    // another worker was first
    if (!(error instanceof StoreError && error.code === 'duplicate')) throw error
  }
}
