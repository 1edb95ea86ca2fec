import { buildPlan, planHtml, planMarkdown, planPolicy, type PlanDocument } from '@joinery/report/plan'
import { planDocx } from '@joinery/report/plan-docx'
import * as z from 'zod'
import { basisOf, dayOf } from '../assess/basis.ts'
import { withConfirmations } from '../assess/own-confirmations.ts'
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
    await tx.exchanges.add({ kind: 'approval', state: 'closed', relationship, content: { link, at, version } })
    const target = `relationship/${relationship}`
    return {
      etag: `"${version}"`,
      body: { version, approvedAt: at, holds: true },
      audit: { action: 'plan.approve', target, firm: before.firm, after: { version } },
    }
  },
})

interface Form {
  readonly id: string
  readonly ending: string
  readonly mediaType: string
  readonly as: string
  readonly made: (plan: PlanDocument) => Made | Promise<Made>
}

type Made = ({ readonly text: string } | { readonly bytes: Uint8Array<ArrayBuffer> }) & {
  readonly headers?: Readonly<Record<string, string>>
}

const forms: readonly Form[] = [
  {
    id: 'getPlan',
    ending: 'html',
    mediaType: 'text/html; charset=utf-8',
    as: 'one page',
    made: (plan) => ({
      text: planHtml(plan),
      headers: { 'content-security-policy': `${planPolicy(plan)}; frame-ancestors 'none'` },
    }),
  },
  {
    id: 'getPlanMarkdown',
    ending: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    as: 'Markdown',
    made: (plan) => ({ text: planMarkdown(plan) }),
  },
  {
    id: 'getPlanDocx',
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    as: 'a Word document',
    made: async (plan) => ({ bytes: new Uint8Array(await planDocx(plan)) }),
  },
]

/** The shared half of the plan: what the partner of a link sees of it, and what the firm could share at all. */
const documents: readonly Operation[] = forms.map(({ id, ending, mediaType, as, made }) =>
  defineOperation({
    id,
    method: 'get',
    path: `/v1/relationships/{relationship}/plan.${ending}`,
    tag,
    summary: `The shared half of the plan, as ${as}`,
    access: read,
    params,
    query: z.strictObject({
      ruleSet: z.string().max(100).default('iso-44003').meta({ description: 'Whose headings it has' }),
      form: z.enum(['micro', 'full']).default('micro').meta({ description: '"micro" fits two pages' }),
    }),
    answer: { status: 200, description: 'The plan', mediaType },
    read: async ({ principal, params: { relationship }, query, service, now }, tx) => {
      const { record } = await ownRelationship(principal, relationship, tx)
      const { ruleSet, asOf } = await basisOf(query, { service, now, place: 'query' }, tx)
      if (ruleSet.document.plan === undefined)
        throw new Problem('not-found', `The rule set "${ruleSet.id}" has no headings for a plan.`)
      const view = planView(record, fieldsOf(principal))
      const { headers = {}, ...plan } = await made(buildPlan(view, { ruleSet, half: 'shared', form: query.form, asOf }))
      const name = `plan-${asOf}.${ending}`
      return { ...plan, headers: { ...headers, 'content-disposition': `inline; filename="${name}"` } }
    },
  }),
)

export const plans = [getApproval, approve, ...documents]

/** What a partner sees; undefined for the firm, which sees all that could be shared. */
function fieldsOf(principal: Principal): readonly string[] | undefined {
  return principal.kind === 'partner' ? principal.fields : undefined
}
