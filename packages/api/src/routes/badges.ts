import { daysAfter } from '../kernel/days.ts'
import { createHash } from 'node:crypto'
import type { Link, ReadTx, ResultSummary } from '@joinery/store'
import * as z from 'zod'
import { basisOf } from '../assess/basis.ts'
import { everybody } from '../access/everybody.ts'
import { hashOfKey, newKeyText, parseKeyText } from '../access/key-text.ts'
import { notFound, ownRelationship } from '../access/ownership.ts'
import { Badge, badgeOf } from '../badge/badge.ts'
import { renderBadge } from '../badge/render-badge.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import type { Service } from '../kernel/service.ts'
import { limits } from '../limits.ts'
import { RuleSetId } from '../schemas/assessment.ts'
import { etagHeader, Id, Instant, pageOf, pageQuery } from '../schemas/common.ts'

const tag = 'Badges'
const ofRelationship = z.strictObject({ relationship: Id })
const ofToken = z.strictObject({ token: z.string().max(100) })

const KeptBadge = z
  .strictObject({ id: Id, ruleSet: RuleSetId, expiresAt: Instant, revokedAt: Instant.nullable(), createdAt: Instant })
  .meta({ id: 'KeptBadge', description: 'A badge of a relationship; its address is shown when it is made' })

const listBadges = defineOperation({
  id: 'listBadges',
  method: 'get',
  path: '/v1/relationships/{relationship}/badges',
  tag,
  summary: 'List the badges of a relationship',
  access: { scope: 'links:read', allow: { firm: ['own'] } },
  params: ofRelationship,
  query: z.strictObject(pageQuery),
  answer: { status: 200, description: 'One page of badges', schema: pageOf(KeptBadge) },
  read: async (call, tx) => {
    const { relationship } = call.params
    await ownRelationship(call.principal, relationship, tx)
    const page = await tx.links.list({ ...pageRequest(call), relationship, purpose: 'badge' })
    return { body: pageReply(call, page, shownBadge) }
  },
})

const createBadge = defineOperation({
  id: 'createBadge',
  method: 'post',
  path: '/v1/relationships/{relationship}/badges',
  tag,
  summary: 'Make a badge',
  description: `Anybody who knows its address sees the level of the latest whole result, the month, and that it is self-assessed: no name, no score, no answer. It ends after ${limits.badgeDays} days, or when it is revoked.`,
  access: { scope: 'links:write', allow: { firm: ['own'] } },
  params: ofRelationship,
  body: { schema: z.strictObject({ ruleSet: RuleSetId }).meta({ id: 'NewBadge' }) },
  answer: {
    status: 201,
    description: 'The badge, and its addresses',
    schema: z.strictObject({ badge: KeptBadge, svg: z.string(), json: z.string() }).meta({ id: 'MadeBadge' }),
  },
  secretAnswer: true,
  write: async ({ principal, params: { relationship }, body: { ruleSet }, now, service }, tx) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    await basisOf({ ruleSet }, { service, now, place: 'body' }, tx)
    const token = newKeyText('bd_', tx.tenant.id)
    const badge = await tx.links.create({
      purpose: 'badge',
      relationship,
      hash: hashOfKey(token),
      label: 'Badge',
      sharedFields: [ruleSet],
      expiresAt: daysAfter(now, limits.badgeDays),
    })
    const at = `/v1/badges/${token}/badge`
    return {
      body: { badge: shownBadge(badge), svg: `${at}.svg`, json: `${at}.json` },
      audit: { action: 'badge.create', target: `link/${badge.id}`, firm, after: { ruleSet } },
    }
  },
})

const revokeBadge = defineOperation({
  id: 'revokeBadge',
  method: 'delete',
  path: '/v1/relationships/{relationship}/badges/{badge}',
  tag,
  summary: 'Take a badge back',
  description: 'Its address leads nowhere from then on; copies that are under way last for five minutes.',
  access: { scope: 'links:write', allow: { firm: ['own'] } },
  params: z.strictObject({ relationship: Id, badge: Id }),
  conditional: false,
  answer: { status: 200, description: 'The badge, revoked', schema: KeptBadge },
  write: async ({ params: { relationship, badge: id }, principal }, tx) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    const found = await tx.links.get(id)
    if (found?.relationship !== relationship || found.purpose !== 'badge') throw notFound()
    const badge = await tx.links.revoke(id)
    return { body: shownBadge(badge), audit: { action: 'badge.revoke', target: `link/${id}`, firm } }
  },
})

const open = { scope: 'public', allow: everybody } as const

const badgePicture = defineOperation({
  id: 'getBadge',
  method: 'get',
  path: '/v1/badges/{token}/badge.svg',
  tag,
  summary: 'The badge as a picture',
  access: open,
  params: ofToken,
  answer: { status: 200, description: 'The picture', mediaType: 'image/svg+xml', headers: etagHeader },
  plain: async ({ params, now, service }) => {
    const badge = await badgeBehind(params.token, now, service)
    return { etag: tagOf(badge), headers: shared, text: () => renderBadge(badge) }
  },
})

const badgeFigures = defineOperation({
  id: 'getBadgeJson',
  method: 'get',
  path: '/v1/badges/{token}/badge.json',
  tag,
  summary: 'The badge as data',
  access: open,
  params: ofToken,
  answer: { status: 200, description: 'What the badge says', schema: Badge, headers: etagHeader },
  plain: async ({ params, now, service }) => {
    const badge = await badgeBehind(params.token, now, service)
    return { etag: tagOf(badge), headers: shared, body: badge }
  },
})

export const badges = [listBadges, createBadge, revokeBadge, badgePicture, badgeFigures]

const shared = {
  'cache-control': 'public, max-age=300',
  'content-security-policy': "default-src 'none'",
  'cross-origin-resource-policy': 'cross-origin',
}

function tagOf(badge: Badge): string {
  return `"${createHash('sha256').update(JSON.stringify(badge)).digest('base64url').slice(0, 22)}"`
}

/** What a badge says now; not found for whatever is no badge, was revoked, or is over. */
async function badgeBehind(token: string, now: Date, service: Service): Promise<Badge> {
  const parsed = parseKeyText(token)
  if (parsed?.prefix !== 'bd_') throw notFound()
  const found = await service.store.findLink(parsed.tenant, hashOfKey(token))
  if (found === undefined || !isOpen(found.link, now)) throw notFound()
  const { relationship, sharedFields } = found.link
  const [ruleSet] = sharedFields
  return service.store.read(found.tenant, async (tx) => {
    const latest = await latestWhole(relationship, ruleSet!, tx)
    const basis = await basisOf({ ruleSet: ruleSet! }, { service, now, place: 'query' }, tx)
    const made = latest && (await service.catalogue.load(tx, latest.digest))
    return badgeOf(made?.ruleSet ?? basis.ruleSet, latest)
  })
}

function isOpen({ purpose, revokedAt, expiresAt }: Link, now: Date): boolean {
  return purpose === 'badge' && revokedAt === null && Date.parse(expiresAt) > now.getTime()
}

/** The newest result of the whole rule set; a look at a part of it has no level. */
async function latestWhole(relationship: string, ruleSet: string, tx: ReadTx): Promise<ResultSummary | undefined> {
  const { items } = await tx.results.history({ relationship, ruleSet, limit: 100 })
  return items.find(({ scope }) => scope === 'full')
}

function shownBadge({ id, sharedFields, expiresAt, revokedAt, createdAt }: Link): z.input<typeof KeptBadge> {
  return { id, ruleSet: sharedFields[0]!, expiresAt, revokedAt, createdAt }
}
