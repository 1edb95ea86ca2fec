import type { Contribution, Lease } from '@joinery/store'
import { contributionOf } from '../benchmarks/contributions.ts'
import { lastDayOf } from '../benchmarks/quarter.ts'
import { compactScores } from '../assess/figures.ts'
import { readChunk, scoreEach, type Effect, type WorkerContext } from './context.ts'

/** Adds the relationships of a chunk to the benchmarks of a quarter: those of firms that have consented. */
export async function benchmarkChunk(context: WorkerContext, lease: Lease): Promise<Effect> {
  const { loaded, relationships, cohorts } = await context.store.read(lease.tenant, (tx) =>
    readChunk(tx, context, lease),
  )
  const quarter = String(lease.input['quarter'])
  const asOf = lastDayOf(quarter)
  const consenting = relationships.filter(({ firm }) => cohorts.has(firm))
  const contributions = await scoreEach(context, consenting, ({ id: relationship, firm, record }) => {
    const isWitnessed = context.witness.seen({ relationship, record })
    const scores = compactScores(loaded.assessor.score(record, { asOf, isWitnessed }))
    const about = { relationship, firm, ruleSet: loaded.ruleSet.id, quarter, ...cohorts.get(firm)! }
    return contributionOf(scores, about)
  })
  const counted = contributions.filter((one): one is Contribution => one !== undefined)
  return async (tx) => {
    if (counted.length > 0) await tx.benchmarks.contribute(counted)
    await tx.campaigns.complete(lease, { changed: 0, up: 0, down: 0 })
  }
}
