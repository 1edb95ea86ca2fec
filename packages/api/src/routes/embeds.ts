import { randomUUID } from 'node:crypto'
import type { Link, Tx } from '@joinery/store'
import * as z from 'zod'
import { hashOfKey } from '../access/key-text.ts'
import { notFound, ownRelationship } from '../access/ownership.ts'
import type { EmbedSession, Principal } from '../access/principal.ts'
import { unauthenticated } from '../kernel/exchange.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Problem } from '../kernel/problem.ts'
import { limits } from '../limits.ts'
import { Id, Instant } from '../schemas/common.ts'
import { Origin } from '../schemas/key.ts'

const tag = 'Widgets'
const aMinute = 60_000
const anHour = 60 * aMinute
const params = z.strictObject({ relationship: Id })

const Session = z
  .strictObject({
    id: Id.meta({ description: 'Names the session, to end it' }),
    token: z.string(),
    expiresAt: Instant.meta({ description: 'From when on the token is no longer good' }),
    renewableUntil: Instant.meta({
      description: 'Until when a token that is still good can be exchanged for a new one',
    }),
  })
  .meta({ id: 'EmbedSession' })

const openEmbed = defineOperation({
  id: 'openEmbedSession',
  method: 'post',
  path: '/v1/relationships/{relationship}/embed-sessions',
  tag,
  summary: 'Open a widget for one relationship',
  description:
    'For the server of the site: the token goes to the widget, which reads, saves and assesses this one relationship with it, on the listed sites, until it ends. Before it ends, the widget exchanges it for a new one, as long as the session lasts.',
  access: { scope: 'embeds:write', allow: { firm: ['own'] } },
  params,
  body: {
    schema: z
      .strictObject({
        origins: z.array(Origin).min(1).max(limits.origins).meta({ description: 'Sites on which the token works' }),
        minutes: z
          .int()
          .min(limits.embedMinutes.least)
          .max(limits.embedMinutes.most)
          .optional()
          .meta({ description: `How long a token is good; ${limits.embedMinutes.default} unless given` }),
        hours: z
          .int()
          .min(limits.embedHours.least)
          .max(limits.embedHours.most)
          .optional()
          .meta({
            description: `How long the widget gets new tokens; ${limits.embedHours.default} unless given, 0 for one token alone`,
          }),
      })
      .meta({ id: 'NewEmbedSession' }),
  },
  answer: { status: 201, description: 'The token', schema: Session },
  secretAnswer: true,
  // whoever is no firm was refused before; whether the relationship is the firm's own, the transaction finds out
  prepare: async ({ params: { relationship }, principal, body, now, service }) => {
    const { tenant, firm } = principal as Extract<Principal, { kind: 'firm' }>
    const { origins, minutes = limits.embedMinutes.default, hours = limits.embedHours.default } = body
    const lasts = now.getTime() + Math.max(hours * anHour, minutes * aMinute)
    const grant = { tenant: tenant.id, firm, relationship, origins, id: randomUUID(), lasts }
    const token = await service.embedTokens.sign(grant, now, minutes)
    return { hash: hashOfKey(grant.id), token, ...timesOf(now, minutes, lasts) }
  },
  write: async ({ params: { relationship }, principal, body: { origins } }, tx, { hash, token, ...times }) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    const link = await tx.links.create({
      purpose: 'embed',
      relationship,
      hash,
      label: principal.id,
      sharedFields: origins,
      expiresAt: times.renewableUntil,
    })
    const target = `relationship/${relationship}`
    return {
      body: { id: link.id, token, ...times },
      audit: { action: 'embed.open', target, firm, after: { session: link.id, origins, ...times } },
    }
  },
})

const renewEmbed = defineOperation({
  id: 'renewEmbedSession',
  method: 'post',
  path: '/v1/embed-sessions/renewal',
  tag,
  summary: 'Go on with an open widget',
  description:
    'For the widget itself: a token that is still good is exchanged for a new one of the same length. Not past the end of the session, not after it was ended, and not once the key that opened it was revoked.',
  access: { scope: 'embeds:renew', allow: { embed: ['own'] } },
  answer: { status: 201, description: 'The new token; the one before stays good until its own end', schema: Session },
  problems: ['conflict'],
  secretAnswer: true,
  prepare: async ({ principal, now, service }) => {
    const { tenant, firm, relationship, origins, session } = principal as Extract<Principal, { kind: 'embed' }>
    if (session === undefined) throw new Problem('conflict', 'This token cannot be renewed: ask for a new one instead.')
    const { id, lasts } = session
    const minutes = Math.min(session.minutes, (lasts - now.getTime()) / aMinute)
    const token = await service.embedTokens.sign(
      { tenant: tenant.id, firm, relationship, origins, id, lasts },
      now,
      minutes,
    )
    return { session, token, ...timesOf(now, minutes, lasts) }
  },
  write: async ({ now }, tx, { session, token, ...times }) => {
    const { firm, relationship } = await goingOn(tx, session, now)
    await tx.links.use(session.link)
    return {
      body: { id: session.link, token, ...times },
      audit: {
        action: 'embed.renew',
        target: `relationship/${relationship}`,
        firm,
        after: { session: session.link, ...times },
      },
    }
  },
})

const endEmbed = defineOperation({
  id: 'endEmbedSession',
  method: 'delete',
  path: '/v1/relationships/{relationship}/embed-sessions/{session}',
  tag,
  summary: 'End an open widget',
  description:
    'Its tokens are no longer good, and there are no new ones. Other processes of the service hear of it within seconds.',
  access: { scope: 'embeds:write', allow: { firm: ['own'] } },
  params: z.strictObject({ relationship: Id, session: Id }),
  conditional: false,
  answer: { status: 204, description: 'It has ended' },
  write: async ({ params: { relationship, session }, principal, service }, tx) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    const found = await tx.links.get(session)
    if (found?.purpose !== 'embed' || found.relationship !== relationship) throw notFound()
    await tx.links.revoke(session)
    return {
      audit: { action: 'embed.end', target: `relationship/${relationship}`, firm, after: { session } },
      committed: service.authenticate.forget,
    }
  },
})

export const embeds = [openEmbed, renewEmbed, endEmbed]

function timesOf(now: Date, minutes: number, lasts: number) {
  // a token counts whole seconds
  const until = Math.floor((now.getTime() + minutes * aMinute) / 1_000) * 1_000
  return { expiresAt: new Date(until).toISOString(), renewableUntil: new Date(lasts).toISOString() }
}

/** The session as it is now: neither ended, nor opened by a key that was revoked since. */
async function goingOn(tx: Tx, { link: id }: EmbedSession, now: Date): Promise<Link> {
  const link = await tx.links.get(id)
  const isOpen = link !== undefined && link.revokedAt === null && Date.parse(link.expiresAt) > now.getTime()
  if (!isOpen) throw unauthenticated('The session has ended.')
  const key = link.label.startsWith('key:') ? await tx.keys.get(link.label.slice('key:'.length)) : undefined
  if (key?.revokedAt != null) throw unauthenticated('The session has ended: the key that opened it was revoked.')
  return link
}
