import type { Relationship } from '@joinery/core'
import { buildPlan, comparePlans, type PlanOptions } from '@joinery/report/plan'
import type { ReadTx } from '@joinery/store'
import * as z from 'zod'
import { ownRelationship } from '../access/ownership.ts'
import { planFile, planFiles, planQuery, ruleSetForPlan } from '../assess/plan-files.ts'
import { contentOf, planVersion, planView, type ApprovalContent } from '../assess/plan-version.ts'
import { defineOperation, type Operation } from '../kernel/operation.ts'
import { limits } from '../limits.ts'
import { Id } from '../schemas/common.ts'
import { PlanState } from '../schemas/plan.ts'

const tag = 'Plans'
const params = z.strictObject({ relationship: Id })
/** What is private, and what is still to be done, is the firm's own business. */
const access = { scope: 'relationships:read', allow: { firm: ['own'] } } as const

const documents: readonly Operation[] = planFiles.map((file) =>
  defineOperation({
    id: `getPrivatePlan${file.id}`,
    method: 'get',
    path: `/v1/relationships/{relationship}/private-plan.${file.ending}`,
    tag,
    summary: `The private half of the plan, as ${file.as}`,
    description: 'For the firm alone: no link leads here.',
    access,
    params,
    query: planQuery,
    answer: { status: 200, description: 'The private half', mediaType: file.mediaType },
    read: async ({ principal, params: { relationship }, query, service, now }, tx) => {
      const { record } = await ownRelationship(principal, relationship, tx)
      const { ruleSet, asOf } = await ruleSetForPlan(query, { service, now, place: 'query' }, tx)
      return planFile(
        buildPlan(record, { ruleSet, half: 'private', form: query.form, language: query.language, asOf }),
        file,
      )
    },
  }),
)

const getPlanState = defineOperation({
  id: 'getPlanState',
  method: 'get',
  path: '/v1/relationships/{relationship}/plan/state',
  tag,
  summary: 'See what is missing in the plan, who approved it, and what has changed since',
  access,
  params,
  query: planQuery,
  answer: { status: 200, description: 'How far the plan is', schema: PlanState },
  read: async ({ principal, params: { relationship }, query, service, now }, tx) => {
    const { record } = await ownRelationship(principal, relationship, tx)
    const { ruleSet, asOf } = await ruleSetForPlan(query, { service, now, place: 'query' }, tx)
    const approvals = await approvalsOf(relationship, tx)
    const options: PlanOptions = { ruleSet, half: 'shared', form: 'full', language: query.language, asOf }
    const ids = new Map((ruleSet.document.plan?.sections ?? []).map(({ id, number }) => [number, id]))
    const { missing } = buildPlan(planView(record, undefined), { ...options, form: query.form })
    return {
      body: {
        missing: missing.map(({ number, title, quickest }) => ({ section: ids.get(number)!, number, title, quickest })),
        approvals: approvals.map(({ content: { at }, label, fields }, index) => ({
          at,
          by: label,
          holds: index === 0 && fields !== undefined && planVersion(record, fields) === approvals[0]!.content.version,
        })),
        changes: changesSince(approvals[0], record, options),
      },
    }
  },
})

export const ownPlan = [getPlanState, ...documents]

interface Approved {
  readonly content: ApprovalContent
  /** Whom the link was made for, and what it shows; unknown where it is gone. */
  readonly label: string | null
  readonly fields: readonly string[] | undefined
}

/** The newest approvals, newest first. */
async function approvalsOf(relationship: string, tx: ReadTx): Promise<readonly Approved[]> {
  const { items } = await tx.exchanges.list({ relationship, kind: 'approval', limit: limits.approvals })
  const found: Approved[] = []
  for (const item of items) {
    const content = contentOf(item)
    const link = await tx.links.get(content.link)
    found.push({ content, label: link?.label ?? null, fields: link?.sharedFields })
  }
  return found
}

/** What has changed, line by line, of what the partner saw when it approved; null where nobody knows what that was. */
function changesSince(approved: Approved | undefined, record: Relationship, options: PlanOptions) {
  if (approved?.content.seen === undefined || approved.fields === undefined) return null
  const [before, after] = [approved.content.seen, planView(record, approved.fields)].map((view) =>
    buildPlan(view, options),
  )
  return comparePlans(before!, after!).map(({ number, title, added, removed }) => ({
    number,
    title,
    added: [...added],
    removed: [...removed],
  }))
}
