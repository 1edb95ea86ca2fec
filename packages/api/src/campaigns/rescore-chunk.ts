import { diffRuleSets } from '@joinery/kit/serve'
import type { CompactScores, Contribution, CurrentScore, Lease, NewScore, ReadTx } from '@joinery/store'
import { contributionOf } from '../benchmarks/contributions.ts'
import { quarterOf } from '../benchmarks/quarter.ts'
import { compactScores } from '../assess/figures.ts'
import { isSameScore } from './is-same-score.ts'
import { readChunk, scoreEach, type ChunkData, type Effect, type WorkerContext } from './context.ts'

/** Brings the stored scores of a chunk to a version, and feeds the benchmarks. Only what came out differently is written. */
export async function rescoreChunk(context: WorkerContext, lease: Lease): Promise<Effect> {
  const data = await context.store.read(lease.tenant, async (tx) => readAll(tx, context, lease))
  const scored = await scoreAll(data, context, lease)
  const changes = scored.filter(
    ({ isNew, before, score }) => isNew && !(before && isSameScore(before.scores, score.scores)),
  )
  const contributions = contributionsOf(scored, data, quarterOf(context.now()))
  const way = ({ before, score }: ScoredOne) =>
    Math.sign((score.scores.headline.score ?? 0) - (before?.scores.headline.score ?? score.scores.headline.score ?? 0))
  const count = (sign: number) => changes.filter((change) => way(change) === sign).length
  const counts = { changed: changes.length, up: count(1), down: count(-1) }
  return async (tx) => {
    if (contributions.length > 0) await tx.benchmarks.contribute(contributions)
    await Promise.all([tx.scores.put(changes.map(({ score }) => score)), tx.campaigns.complete(lease, counts)])
  }
}

interface RescoreData extends ChunkData {
  readonly earlier: ReadonlyMap<string, CurrentScore>
  /** Whether scores of the version before stand under this one too: only words have changed. */
  readonly keepsScores: boolean
}

async function readAll(tx: ReadTx, context: WorkerContext, lease: Lease): Promise<RescoreData> {
  const [data, earlier] = await Promise.all([
    readChunk(tx, context, lease),
    tx.scores.between(String(lease.input['ruleSet']), lease),
  ])
  return { ...data, earlier, keepsScores: await onlyWordsChanged(tx, context, lease) }
}

/** Compared once for each pair of versions. */
const compared = new Map<string, boolean>()

async function onlyWordsChanged(tx: ReadTx, { catalogue }: WorkerContext, { input }: Lease): Promise<boolean> {
  const [from, to] = [input['from'], input['digest']]
  if (typeof from !== 'string' || typeof to !== 'string') return false
  const key = `${from} ${to}`
  const known = compared.get(key)
  if (known !== undefined) return known
  const [before, after] = [await catalogue.load(tx, from), await catalogue.load(tx, to)]
  const bump = before && after && diffRuleSets(before.ruleSet, after.ruleSet).bump
  const isOnlyWords = bump === 'none' || bump === 'patch'
  if (compared.size >= 100) compared.clear()
  compared.set(key, isOnlyWords)
  return isOnlyWords
}

interface ScoredOne {
  readonly score: NewScore
  readonly before: CurrentScore | undefined
  /** False where the stored score stands as it is, and was not made anew. */
  readonly isNew: boolean
}

async function scoreAll(data: RescoreData, context: WorkerContext, lease: Lease): Promise<ScoredOne[]> {
  const { loaded, relationships, earlier, keepsScores } = data
  const { ruleSet, assessor } = loaded
  const { now, witness } = context
  const asOf = now().toISOString().slice(0, 10)
  const stands = ({ digest, relationshipVersion }: CurrentScore, version: number) =>
    relationshipVersion === version && (digest === ruleSet.hash || (keepsScores && digest === lease.input['from']))
  return scoreEach(context, relationships, (stored): ScoredOne => {
    const { id: relationship, firm, record, version: relationshipVersion } = stored
    const before = earlier.get(relationship)
    if (before !== undefined && stands(before, relationshipVersion)) return { score: before, before, isNew: false }
    const isWitnessed = witness.seen({ relationship, record })
    const scores: CompactScores = compactScores(assessor.score(record, { asOf, isWitnessed }))
    const digest = ruleSet.hash
    const score = { relationship, firm, ruleSet: ruleSet.id, digest, relationshipVersion, asOf, scores }
    return { score, before, isNew: true }
  })
}

function contributionsOf(scored: readonly ScoredOne[], { cohorts }: ChunkData, quarter: string): Contribution[] {
  return scored.flatMap(({ score: { relationship, firm, ruleSet, scores } }) => {
    const cohort = cohorts.get(firm)
    const contribution = cohort && contributionOf(scores, { relationship, firm, ruleSet, quarter, ...cohort })
    return contribution === undefined ? [] : [contribution]
  })
}
