import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { hashOfKey, newKeyText } from '../access/key-text.ts'
import { ownRelationship } from '../access/ownership.ts'
import type { Principal } from '../access/principal.ts'
import { defineOperation } from '../kernel/operation.ts'
import { limits } from '../limits.ts'
import { Id, Instant } from '../schemas/common.ts'
import { Origin } from '../schemas/key.ts'
import { RelationshipRecord } from '../schemas/relationship.ts'
import { refuseWrongSectors } from '../sectors/check-record.ts'

const tag = 'Widgets'
const aMinute = 60_000
const aDay = 86_400_000

const openEmbed = defineOperation({
  id: 'openEmbedSession',
  method: 'post',
  path: '/v1/relationships/{relationship}/embed-sessions',
  tag,
  summary: 'Open a widget for one relationship',
  description:
    'For the server of the site: the token goes to the widget, which reads, saves and assesses this one relationship with it, on the listed sites, until it ends.',
  access: { scope: 'embeds:write', allow: { firm: ['own'] } },
  params: z.strictObject({ relationship: Id }),
  body: {
    schema: z
      .strictObject({
        origins: z.array(Origin).min(1).max(limits.origins).meta({ description: 'Sites on which the token works' }),
        minutes: z
          .int()
          .min(limits.embedMinutes.least)
          .max(limits.embedMinutes.most)
          .optional()
          .meta({ description: `How long; ${limits.embedMinutes.default} unless given` }),
      })
      .meta({ id: 'NewEmbedSession' }),
  },
  answer: {
    status: 201,
    description: 'The token',
    schema: z.strictObject({ token: z.string(), expiresAt: Instant }).meta({ id: 'EmbedSession' }),
  },
  secretAnswer: true,
  // whoever is no firm was refused before; whether the relationship is the firm's own, the transaction finds out
  prepare: async ({ params: { relationship }, principal, body, now, service }) => {
    const { tenant, firm } = principal as Extract<Principal, { kind: 'firm' }>
    const { origins, minutes = limits.embedMinutes.default } = body
    const grant = { tenant: tenant.id, firm, relationship, origins, id: randomUUID() }
    const token = await service.embedTokens.sign(grant, now, minutes)
    return { token, expiresAt: new Date(now.getTime() + minutes * aMinute).toISOString() }
  },
  write: async ({ params: { relationship }, principal, body: { origins } }, tx, { token, expiresAt }) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    const target = `relationship/${relationship}`
    return {
      body: { token, expiresAt },
      audit: { action: 'embed.open', target, firm, after: { origins, expiresAt } },
    }
  },
})

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
    const expiresAt = new Date(now.getTime() + limits.visitDays * aDay).toISOString()
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

export const embeds = [openEmbed, startVisit]
