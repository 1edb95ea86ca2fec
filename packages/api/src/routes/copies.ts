import { beginFromCopy, type PartnerCopy, type Relationship } from '@joinery/core'
import type * as z from 'zod'
import { ownFirm } from '../access/ownership.ts'
import { parsePart } from '../kernel/faults.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import { BegunFromCopy, copyParams as params, NewFromCopy } from '../schemas/copy.ts'
import { RelationshipRecord } from '../schemas/relationship.ts'

const beginRelationshipFromCopy = defineOperation({
  id: 'beginRelationshipFromCopy',
  method: 'post',
  path: '/v1/firms/{firm}/copies',
  tag: 'Relationships',
  summary: 'Begin a relationship with what a partner took along',
  description:
    'For a partner that has become a member. Its own are the names and how both rated each other; what the other firm wrote is turned round, and taken over only where it is accepted. Nothing of it counts as confirmed.',
  access: { scope: 'relationships:write', allow: { firm: ['own'] } },
  params,
  body: { schema: NewFromCopy },
  answer: {
    status: 201,
    description: 'The relationship, and what else was shared',
    schema: BegunFromCopy,
    headers: { Location: 'Address of the relationship' },
  },
  write: async ({ principal, params: { firm }, body }, tx) => {
    const { own, shared } = beginFromCopy(body.copy as PartnerCopy)
    const accept = new Set(checkedParts(body, shared))
    const taken = Object.entries(shared).filter(([part]) => accept.has(part))
    const record = parsePart(RelationshipRecord, joined(own, Object.fromEntries(taken)), 'body')
    const { partnerName } = record.rel ?? {}
    const named = partnerName === undefined || partnerName === '' ? {} : { partner: partnerName }
    const { id, createdAt, updatedAt } = await tx.relationships.create({
      firm: ownFirm(principal, firm),
      record,
      ...named,
    })
    return {
      body: {
        relationship: { id, firm, record, createdAt, updatedAt },
        offered: Object.keys(shared).filter((part) => !accept.has(part)),
      },
      headers: { Location: `/v1/relationships/${id}` },
      audit: { action: 'relationship.create', target: `relationship/${id}`, firm, after: record },
    }
  },
})

export const copies = [beginRelationshipFromCopy]

function checkedParts({ accept = [] }: z.output<typeof NewFromCopy>, shared: Relationship): readonly string[] {
  const known = Object.keys(shared)
  const errors = accept.flatMap((part, index): RequestFault[] => {
    if (known.includes(part)) return []
    const message = `"${part}" is no part of what was shared; there are: ${known.join(', ') || 'none'}`
    return [{ in: 'body', pointer: `/accept/${index}`, code: 'conflict', message, value: part }]
  })
  if (errors.length > 0) throw new Problem('invalid-request', 'Not all of this can be taken over.', { errors })
  return accept
}

/** What is its own stands; what was taken over stands beside it. */
function joined(own: Relationship, taken: Relationship): Relationship {
  const org = { ...taken.org, ...own.org }
  return { ...taken, ...own, ...(Object.keys(org).length === 0 ? {} : { org }), rel: { ...taken.rel, ...own.rel } }
}
