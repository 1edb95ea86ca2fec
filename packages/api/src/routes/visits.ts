import { daysAfter } from '../kernel/days.ts'
import * as z from 'zod'
import { hashOfKey, newKeyText } from '../access/key-text.ts'
import type { Principal } from '../access/principal.ts'
import { defineOperation } from '../kernel/operation.ts'
import { limits } from '../limits.ts'
import { Id, Instant } from '../schemas/common.ts'
import { RelationshipRecord } from '../schemas/relationship.ts'
import { refuseWrongSectors } from '../sectors/check-record.ts'

const tag = 'Widgets'

const startVisit = defineOperation({
  id: 'startVisit',
  method: 'post',
  path: '/v1/visits',
  tag,
  summary: 'Begin an assessment without an account',
  description: `For a page with a publishable key. The browser keeps the token: with it, and on the same sites only, the visitor saves, assesses and reads this one relationship for ${limits.visitDays} days. On the site of a firm it belongs to the firm; on the site of an association to nobody else.`,
  access: { scope: 'assessments:write', allow: { publishable: ['own'] } },
  body: { schema: z.strictObject({ record: RelationshipRecord.optional() }).meta({ id: 'NewVisit' }) },
  answer: {
    status: 201,
    description: 'The relationship and the token',
    schema: z.strictObject({ relationship: Id, token: z.string(), expiresAt: Instant }).meta({ id: 'Visit' }),
  },
  secretAnswer: true,
  write: async ({ principal, body: { record = {} }, now, service }, tx) => {
    refuseWrongSectors(record, service, '/record')
    const { firm: owner, origins } = principal as Extract<Principal, { kind: 'publishable' }>
    const firm = owner ?? (await tx.firms.create({ name: 'Visitor' })).id
    const { id: relationship } = await tx.relationships.create({ firm, record })
    const token = newKeyText('vt_', tx.tenant.id)
    const expiresAt = daysAfter(now, limits.visitDays)
    const hash = hashOfKey(token)
    const link = { purpose: 'embed', relationship, hash, label: 'Visitor', sharedFields: origins, expiresAt } as const
    await tx.links.create(link)
    const target = `relationship/${relationship}`
    return {
      body: { relationship, token, expiresAt },
      audit: { action: 'visit.start', target, firm, after: { expiresAt } },
    }
  },
})

export const visits = [startVisit]
