import { buildPlan } from '@joinery/report/plan'
import * as z from 'zod'
import { dayOf } from '../assess/basis.ts'
import { withConfirmations } from '../assess/own-confirmations.ts'
import { planFile, planFiles, planQuery, ruleSetForPlan } from '../assess/plan-files.ts'
import { lastApproval, planVersion, planView } from '../assess/plan-version.ts'
import { ownRelationship } from '../access/ownership.ts'
import { isSharedWith, linkIdOf, partnerOf } from '../access/partner.ts'
import type { Principal } from '../access/principal.ts'
import { defineOperation, type Operation } from '../kernel/operation.ts'
import { Problem } from '../kernel/problem.ts'
import { etagHeader, Id } from '../schemas/common.ts'
import { PlanApproval } from '../schemas/plan.ts'

const tag = 'Plans'
const params = z.strictObject({ relationship: Id })
const read = { scope: 'plans:read', allow: { firm: ['own'], partner: ['own'] } } as const

const getApproval = defineOperation({
  id: 'getPlanApproval',
  method: 'get',
  path: '/v1/relationships/{relationship}/plan/approval',
  tag,
  summary: 'See whether the partner has approved the plan',
  access: read,
  params,
  answer: { status: 200, description: 'The approval', schema: PlanApproval, headers: etagHeader },
  read: async ({ principal, params: { relationship } }, tx) => {
    const { record } = await ownRelationship(principal, relationship, tx)
    const last = await lastApproval(relationship, tx)
    const seen = fieldsOf(principal) ?? last?.link?.sharedFields
    const { approval } = last ?? {}
    const seenThen = last?.link === undefined ? undefined : planVersion(record, last.link.sharedFields)
    const version = planVersion(record, seen ?? [])
    return {
      // names the plan, not this answer: an approval changes the one and not the other
      headers: { ETag: `"${version}"` },
      body: {
        version,
        approvedAt: approval?.at ?? null,
        holds: approval !== undefined && approval.version === seenThen,
      },
    }
  },
})

const approve = defineOperation({
  id: 'approvePlan',
  method: 'post',
  path: '/v1/relationships/{relationship}/plan/approval',
  tag,
  summary: 'Approve the plan as it was seen',
  description:
    'For the partner, by a link that shares the plan ("rmp"). Send the ETag of the approval as it was read beside the plan: if the plan has changed since, it is refused.',
  access: { scope: 'plans:approve', allow: { partner: ['own'] } },
  params,
  conditional: true,
  problems: ['conflict'],
  answer: { status: 200, description: 'The approval', schema: PlanApproval, headers: etagHeader },
  write: async ({ principal, params: { relationship }, ifMatch, now, service }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    const partner = partnerOf(principal)
    if (!isSharedWith(partner, 'rmp'))
      throw new Problem('conflict', 'The plan is not shared by this link; ask for one that shares it.')
    const version = planVersion(before.record, partner.fields)
    ifMatch.check(`"${version}"`)
    const [link, day, at] = [linkIdOf(partner), dayOf(now), now.toISOString()]
    const approved = { ...before.record, rmp: { ...before.record.rmp, partnerApprovedAt: day } }
    const record = withConfirmations(approved, { relationship, link, fields: ['rmp'], day }, service.witness)
    await tx.relationships.update(relationship, before.version, { record })
    await tx.exchanges.add({
      kind: 'approval',
      state: 'closed',
      relationship,
      content: { link, at, version, seen: planView(record, partner.fields) },
    })
    const target = `relationship/${relationship}`
    return {
      etag: `"${version}"`,
      body: { version, approvedAt: at, holds: true },
      audit: { action: 'plan.approve', target, firm: before.firm, after: { version } },
    }
  },
})

/** The shared half of the plan: what the partner of a link sees of it, and what the firm could share at all. */
const documents: readonly Operation[] = planFiles.map((file) =>
  defineOperation({
    id: `getPlan${file.id}`,
    method: 'get',
    path: `/v1/relationships/{relationship}/plan.${file.ending}`,
    tag,
    summary: `The shared half of the plan, as ${file.as}`,
    access: read,
    params,
    query: planQuery,
    answer: { status: 200, description: 'The plan', mediaType: file.mediaType },
    read: async ({ principal, params: { relationship }, query, service, now }, tx) => {
      const { record } = await ownRelationship(principal, relationship, tx)
      const { ruleSet, asOf } = await ruleSetForPlan(query, { service, now, place: 'query' }, tx)
      const view = planView(record, fieldsOf(principal))
      return planFile(
        buildPlan(view, { ruleSet, half: 'shared', form: query.form, language: query.language, asOf }),
        file,
      )
    },
  }),
)

export const plans = [getApproval, approve, ...documents]

/** What a partner sees; undefined for the firm, which sees all that could be shared. */
function fieldsOf(principal: Principal): readonly string[] | undefined {
  return principal.kind === 'partner' ? principal.fields : undefined
}
