import type { Relationship } from '@joinery/core'
import { runCampaignWorker, type CampaignWorker } from '../src/index.ts'
import { craft, recordWith } from './guild.ts'
import { tenantOf } from './members.ts'
import { secret, type Asked, type World } from './world.ts'

/** Members of the association, each with one relationship in which so many risks are noted. */
interface Members {
  readonly risks: readonly number[]
  readonly sector?: string
  readonly size?: string
  /** Whether their figures may enter the benchmarks; yes unless told. */
  readonly consents?: boolean
}

/** Adds members straight to the store; returns the ids of their relationships. */
export async function addMembers(world: World, { risks, sector, size, consents = true }: Members): Promise<string[]> {
  const tenant = await tenantOf(world)
  return world.store.write(tenant, async (tx) => {
    const ids: string[] = []
    for (const [index, count] of risks.entries()) {
      const about = { name: `Member ${index}`, sector: sector ?? null, size: size ?? null }
      const { id: firm } = await tx.firms.create(about)
      const purpose = 'benchmark'
      await tx.consents.record({ firm, purpose, given: consents, by: 'Ada Harbour' })
      ids.push((await tx.relationships.create({ firm, record: recordWith(count) as Relationship })).id)
    }
    return ids
  })
}

export function startWorker({ store, clock }: World): CampaignWorker {
  return runCampaignWorker(store, { secret, ruleSets: [craft], clock: () => clock.now, idleMs: 5, housekeepingMs: 20 })
}

/** Waits until something holds; the test's own time limit ends it. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Waits until the newest rollout of a rule set is done. */
export async function untilRolledOut({ ask, credentials }: World, ruleSet: string): Promise<Asked> {
  const look = () => ask('GET', `/v1/rule-sets/${ruleSet}/rollout`, { as: credentials.association })
  await until(async () => (await look()).body.status === 'done')
  return look()
}
