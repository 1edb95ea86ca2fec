import { shareableFields, sharedView, type Relationship } from '@joinery/core'
import * as z from 'zod'
import { dayOf } from '../assess/basis.ts'
import { confirmedBy, withConfirmations } from '../assess/own-confirmations.ts'
import { ownRelationship } from '../access/ownership.ts'
import { isSharedWith, linkIdOf, partnerOf, type Partner } from '../access/partner.ts'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import { etagHeader, Id } from '../schemas/common.ts'

const fields = z
  .array(z.enum(shareableFields).meta({ id: 'ShareableField' }))
  .min(1)
  .max(100)
  .meta({ description: 'Fields that are shared with the partner, such as "rmp" or "rmp.owner"' })

const confirm = defineOperation({
  id: 'confirm',
  method: 'post',
  path: '/v1/relationships/{relationship}/confirmations',
  tag: 'Partner links',
  summary: 'Confirm what stands in shared fields',
  description:
    'For the partner, by link. It holds for what the partner saw: send the ETag of what was read. When the firm changes a field, its confirmation no longer counts.',
  access: { scope: 'confirmations:write', allow: { partner: ['own'] } },
  params: z.strictObject({ relationship: Id }),
  body: { schema: z.strictObject({ fields }).meta({ id: 'NewConfirmation' }) },
  conditional: true,
  answer: {
    status: 200,
    description: 'What the partner has confirmed by this link, and still holds',
    schema: z.strictObject({ confirmed: z.array(z.string()) }).meta({ id: 'Confirmation' }),
    headers: etagHeader,
  },
  write: async ({ principal, params: { relationship }, body, ifMatch, now, service }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    ifMatch.check(etagOf(before.version, 'shared'))
    const partner = partnerOf(principal)
    const link = linkIdOf(partner)
    checkVisible(body.fields, before.record, partner)
    const word = { relationship, link, fields: body.fields, day: dayOf(now) }
    const record = withConfirmations(before.record, word, service.witness)
    const { version } = await tx.relationships.update(relationship, before.version, { record })
    return {
      etag: etagOf(version, 'shared'),
      body: { confirmed: confirmedBy(link, { relationship, record }, service.witness) },
      audit: {
        action: 'relationship.confirm',
        target: `relationship/${relationship}`,
        firm: before.firm,
        after: { fields: body.fields },
      },
    }
  },
})

export const confirmations = [confirm]

/** Only what the partner can see, and only where something stands. */
function checkVisible(chosen: readonly string[], record: Relationship, partner: Partner): void {
  const errors: RequestFault[] = []
  for (const [index, field] of chosen.entries()) {
    const isShared = isSharedWith(partner, field)
    if (isShared && Object.keys(sharedView(record, [field])).length > 0) continue
    const message = isShared
      ? `nothing stands in "${field}" yet; confirm it when it is filled in`
      : `"${field}" is not shared with you; shared are: ${partner.fields.join(', ')}`
    errors.push({ in: 'body', pointer: `/fields/${index}`, code: 'conflict', message, value: field })
  }
  if (errors.length > 0) throw new Problem('invalid-request', 'Not all of this can be confirmed.', { errors })
}
