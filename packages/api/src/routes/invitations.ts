import * as z from 'zod'
import { confirmedBy } from '../assess/own-confirmations.ts'
import { questionOf, readRatings } from '../assess/partner-ratings.ts'
import { remarkOf } from '../assess/remarks.ts'
import { notFound, ownRelationship } from '../access/ownership.ts'
import { linkIdOf, partnerOf } from '../access/partner.ts'
import { linkPowers } from '../access/granted-scopes.ts'
import { defineOperation } from '../kernel/operation.ts'
import { limits } from '../limits.ts'
import { Id } from '../schemas/common.ts'
import { Invitation } from '../schemas/plan.ts'

const getInvitation = defineOperation({
  id: 'getInvitation',
  method: 'get',
  path: '/v1/relationships/{relationship}/invitation',
  tag: 'Partner links',
  summary: 'See who asks, and for what',
  description: 'For the partner, by link: what the link is for, what was confirmed and what was said by it.',
  access: { scope: 'invitations:read', allow: { partner: ['own'] } },
  params: z.strictObject({ relationship: Id }),
  answer: { status: 200, description: 'What the link is for', schema: Invitation },
  read: async ({ principal, params: { relationship }, service }, tx) => {
    const partner = partnerOf(principal)
    const { record, firm } = await ownRelationship(principal, relationship, tx)
    const id = linkIdOf(partner)
    const link = await tx.links.get(id)
    const asking = await tx.firms.get(firm)
    if (link === undefined || asking === undefined) throw notFound()
    const said = await tx.exchanges.list({ relationship, kind: 'remark', limit: limits.remark.most })
    const powers = linkPowers.filter((power) => link.powers === null || link.powers.includes(power))
    const { open, lastBy } = await readRatings(relationship, tx)
    return {
      body: {
        from: asking.name,
        to: link.label,
        powers,
        asked: powers.includes('ratings') ? await questionOf(open, service, tx) : null,
        ratedAt: lastBy(id) ?? null,
        fields: [...link.sharedFields],
        confirmed: confirmedBy(id, { relationship, record }, service.witness),
        remarks: said.items.map(remarkOf).filter((remark) => remark.link === id),
        expiresAt: link.expiresAt,
      },
    }
  },
})

export const invitations = [getInvitation]
