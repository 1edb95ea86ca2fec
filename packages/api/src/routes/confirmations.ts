import { shareableFields, sharedView, type Relationship } from '@joinery/core'
import * as z from 'zod'
import { dayOf } from '../assess/basis.ts'
import { linkOf, type Witness } from '../assess/witness.ts'
import { ownRelationship } from '../access/ownership.ts'
import type { Principal } from '../access/principal.ts'
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
    const partner = principal as Partner
    checkVisible(body.fields, before.record, partner)
    const confirmed = { relationship, record: before.record }
    const made = body.fields.map((field) =>
      service.witness.attest({ ...confirmed, link: linkIdOf(partner), field, day: dayOf(now) }),
    )
    const kept = (before.record.evidence ?? []).filter((entry) => !isReplaced(entry, body.fields, partner))
    const record = { ...before.record, evidence: [...kept, ...made] }
    const { version } = await tx.relationships.update(relationship, before.version, { record })
    return {
      etag: etagOf(version, 'shared'),
      body: { confirmed: confirmedBy(partner, { relationship, record }, service.witness) },
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

type Partner = Extract<Principal, { kind: 'partner' }>
type Evidence = NonNullable<Relationship['evidence']>[number]

function linkIdOf({ id }: Partner): string {
  return id.slice('link:'.length)
}

/** Only what the partner can see, and only where something stands. */
function checkVisible(chosen: readonly string[], record: Relationship, { fields: shared }: Partner): void {
  const errors: RequestFault[] = []
  for (const [index, field] of chosen.entries()) {
    const isShared = shared.some((open) => field === open || field.startsWith(`${open}.`))
    if (isShared && Object.keys(sharedView(record, [field])).length > 0) continue
    const message = isShared
      ? `nothing stands in "${field}" yet; confirm it when it is filled in`
      : `"${field}" is not shared with you; shared are: ${shared.join(', ')}`
    errors.push({ in: 'body', pointer: `/fields/${index}`, code: 'conflict', message, value: field })
  }
  if (errors.length > 0) throw new Problem('invalid-request', 'Not all of this can be confirmed.', { errors })
}

/** A new word of the same partner on the same field takes the place of the old one. */
function isReplaced({ uri = '', factPath = '' }: Evidence, chosen: readonly string[], partner: Partner): boolean {
  return linkOf(uri) === linkIdOf(partner) && chosen.includes(factPath)
}

function confirmedBy(
  partner: Partner,
  confirmed: { readonly relationship: string; readonly record: Relationship },
  witness: Witness,
): string[] {
  const isSeen = witness.seen(confirmed)
  const own = (confirmed.record.evidence ?? []).filter(({ uri = '' }) => linkOf(uri) === linkIdOf(partner))
  return own.filter((entry) => isSeen(entry)).map(({ factPath = '' }) => factPath)
}
