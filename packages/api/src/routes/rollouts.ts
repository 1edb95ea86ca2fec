import type { Campaign, ReadTx } from '@joinery/store'
import * as z from 'zod'
import { notFound } from '../access/ownership.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Problem } from '../kernel/problem.ts'
import type { Service } from '../kernel/service.ts'
import { limits } from '../limits.ts'
import { randomOf, roundedByChance } from '../privacy/tally.ts'
import { findRollout, startRollout } from '../rule-sets/rollout.ts'
import { Id, Instant } from '../schemas/common.ts'
import { Digest, RuleSetId } from '../schemas/rule-set.ts'

const tag = 'Publishing'
const path = '/v1/rule-sets/{ruleSet}/rollout'
const params = z.strictObject({ ruleSet: RuleSetId })
const access = { scope: 'rule-sets:write', allow: { association: ['own', 'sibling'] } } as const

const about = z
  .int()
  .nullable()
  .meta({ description: 'Rounded to a multiple of five; null where it is too few to be told' })

const Rollout = z
  .strictObject({
    id: Id,
    ruleSet: RuleSetId,
    digest: Digest,
    status: z.enum(['running', 'paused', 'cancelled', 'done']),
    relationships: z.strictObject({ total: z.int(), done: z.int(), changed: about, up: about, down: about }),
    chunks: z
      .strictObject({ waiting: z.int(), running: z.int(), done: z.int(), failed: z.int() })
      .meta({ description: 'The work in pieces. failed: given up after several attempts; it can be tried once more' }),
    secondsLeft: z.int().nullable().meta({ description: 'A guess from how fast it went so far' }),
    startedAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Rollout', description: 'The work that brings stored scores to a version. Reading is right meanwhile' })

const answer = { status: 200, description: 'The rollout', schema: Rollout }

const getRollout = defineOperation({
  id: 'getRollout',
  method: 'get',
  path,
  tag,
  summary: 'See how far a rollout is',
  access,
  params,
  answer,
  read: async ({ params: { ruleSet }, service }, tx) => {
    const campaign = await found(ruleSet, tx)
    return { body: shownRollout(campaign, service) }
  },
})

const startOperation = defineOperation({
  id: 'startRollout',
  method: 'post',
  path,
  tag,
  summary: 'Score all stored relationships again',
  description:
    'Publishing does this by itself. Do it for a rule set that comes with the service, to bring every score up to date.',
  access,
  params,
  answer: { ...answer, status: 201 },
  write: async ({ params: { ruleSet }, service }, tx) => {
    const current = await service.catalogue.current(tx, ruleSet)
    if (current === undefined) throw notFound()
    const campaign = await startRollout(tx, { ruleSet, digest: current.digest, from: null })
    return { body: shownRollout(campaign, service), audit: { action: 'rollout.start', target: `rule-set/${ruleSet}` } }
  },
})

const changeRollout = defineOperation({
  id: 'changeRollout',
  method: 'patch',
  path,
  tag,
  summary: 'Pause a rollout, let it go on, or try once more what failed',
  description: 'Reading stays right all the while: an old score is made anew when somebody asks for it.',
  access,
  params,
  body: {
    schema: z
      .strictObject({
        status: z.enum(['running', 'paused']),
        retry: z.boolean().optional().meta({ description: 'Whether to try once more what failed' }),
      })
      .meta({ id: 'RolloutChange' }),
    mediaTypes: ['application/merge-patch+json', 'application/json'],
  },
  conditional: false,
  problems: ['conflict'],
  answer,
  write: async ({ params: { ruleSet }, body: { status, retry = false }, service }, tx) => {
    const before = await found(ruleSet, tx)
    if (before.status === 'cancelled' || (before.status === 'done' && !retry))
      throw new Problem('conflict', `This rollout is ${before.status}; start another one.`)
    if (before.status !== status && before.status !== 'done')
      await tx.campaigns.setStatus(before.id, before.version, status)
    if (retry) await tx.campaigns.retryDead(before.id)
    const campaign = await found(ruleSet, tx)
    const audit = { action: `rollout.${status}`, target: `rule-set/${ruleSet}`, before: before.status, after: status }
    return { body: shownRollout(campaign, service), audit }
  },
})

export const rollouts = [getRollout, startOperation, changeRollout]

async function found(ruleSet: string, tx: ReadTx): Promise<Campaign> {
  const campaign = await findRollout(tx, ruleSet)
  if (campaign === undefined) throw notFound()
  return campaign
}

function shownRollout(campaign: Campaign, { countSecret, now }: Pick<Service, 'countSecret' | 'now'>) {
  const { id, status, progress, createdAt: startedAt, updatedAt, input } = campaign
  const { chunks, relationships } = progress
  const { total, done } = relationships
  const shown = (kind: 'changed' | 'up' | 'down') => {
    const count = relationships[kind]
    return count < limits.leastFirms ? null : roundedByChance(count, randomOf(countSecret, `${id} ${kind} ${count}`))
  }
  return {
    id,
    ruleSet: String(input['ruleSet']),
    digest: String(input['digest']),
    status,
    relationships: { total, done, changed: shown('changed'), up: shown('up'), down: shown('down') },
    chunks: { waiting: chunks.waiting, running: chunks.running, done: chunks.done, failed: chunks.dead },
    secondsLeft: secondsLeft(campaign, now()),
    startedAt,
    updatedAt,
  }
}

function secondsLeft({ status, progress: { relationships }, createdAt }: Campaign, now: Date): number | null {
  const { total, done } = relationships
  if (status !== 'running' || done === 0) return null
  const seconds = Math.max(0, now.getTime() - Date.parse(createdAt)) / 1_000
  return Math.ceil((seconds / done) * (total - done))
}
