import { shareableFields } from '@joinery/core'
import { mailStates, type Link as StoredLink, type MailState } from '@joinery/store'
import * as z from 'zod'
import { linkPowers } from '../access/granted-scopes.ts'
import { hashOfKey, newKeyText } from '../access/key-text.ts'
import { notFound, ownRelationship } from '../access/ownership.ts'
import { mailLanguages, type LinkMail, type Mailer } from '../kernel/mailer.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import { limits } from '../limits.ts'
import { Id, Instant, pageOf, pageQuery, text } from '../schemas/common.ts'

const tag = 'Partner links'
const params = z.strictObject({ relationship: Id })
const label = text('Whom the link is for', { most: limits.label })
const Shareable = z
  .enum(shareableFields)
  .meta({ id: 'ShareableField', description: 'A field of the record that may be shared with the partner' })
const fields = z.array(Shareable).max(400).meta({
  description:
    'Fields of the record to share: an entity, a list or a field, such as "rmp" or "risks.title"; none where the link is for the pulse, the statements or the ratings alone',
})
const powers = z.array(z.enum(linkPowers)).min(1).max(linkPowers.length).meta({
  description: 'What the link is for: confirming and correcting, the pulse, the statements, the ratings, the plan',
})

const Link = z
  .strictObject({
    id: Id,
    label,
    fields: z.array(z.string()),
    powers: z.array(z.enum(linkPowers)),
    expiresAt: Instant,
    revokedAt: Instant.nullable(),
    used: z.int().meta({ description: 'How often it was seen in use; once in half a minute at most' }),
    mail: z.enum(mailStates).nullable().meta({
      description:
        'How far the mail with the link is; null where none was asked for. A failed one was given up, or nobody knows whether it arrived',
    }),
    createdAt: Instant,
  })
  .meta({ id: 'PartnerLink', description: 'A door for the partner to one relationship' })

const Mail = z
  .strictObject({
    to: z.email().max(254).meta({ description: 'Address of the partner' }),
    language: z.enum(mailLanguages).default('en').meta({ description: 'Of the mail, and of the page behind the link' }),
  })
  .meta({ id: 'LinkMail', description: 'Sends the link by mail, where the service has been given a mail server' })

const listLinks = defineOperation({
  id: 'listPartnerLinks',
  method: 'get',
  path: '/v1/relationships/{relationship}/links',
  tag,
  summary: 'List the links that the partner has',
  access: { scope: 'links:read', allow: { firm: ['own'] } },
  params,
  query: z.strictObject(pageQuery),
  answer: { status: 200, description: 'One page of links', schema: pageOf(Link) },
  read: async (call, tx) => {
    const { relationship } = call.params
    await ownRelationship(call.principal, relationship, tx)
    const page = await tx.links.list({ ...pageRequest(call), relationship, purpose: 'partner' })
    const mails = await tx.mails.states(page.items.map(({ id }) => id))
    return { body: pageReply(call, page, (link) => shownLink(link, mails.get(link.id))) }
  },
})

const createLink = defineOperation({
  id: 'createPartnerLink',
  method: 'post',
  path: '/v1/relationships/{relationship}/links',
  tag,
  summary: 'Give the partner a link',
  description:
    'The token is shown once. The partner sees the chosen fields, of those that may be shared at all, and may do what the link is for: everything unless told.',
  access: { scope: 'links:write', allow: { firm: ['own'] } },
  params,
  body: {
    schema: z
      .strictObject({ label, fields, powers: powers.optional(), expiresAt: Instant, mail: Mail.optional() })
      .meta({ id: 'NewPartnerLink' }),
  },
  answer: {
    status: 201,
    description: 'The link',
    schema: z.strictObject({ link: Link, token: z.string() }).meta({ id: 'MadePartnerLink' }),
  },
  secretAnswer: true,
  write: async ({ params: { relationship }, principal, body, now, service: { mailer } }, tx) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    checkLink(body, now)
    if (body.mail !== undefined) checkMail(mailer, await tx.mails.waiting())
    const asking = await tx.firms.get(firm)
    const token = newKeyText('pl_', tx.tenant.id)
    const expiresAt = new Date(body.expiresAt).toISOString()
    const link = await tx.links.create({
      purpose: 'partner',
      relationship,
      hash: hashOfKey(token),
      label: body.label,
      sharedFields: body.fields,
      powers: body.powers ?? linkPowers,
      expiresAt,
    })
    const audit = { action: 'link.create', target: `link/${link.id}`, firm, after: { fields: body.fields, expiresAt } }
    if (body.mail === undefined) return { body: { link: shownLink(link, undefined), token }, audit }
    const mail: LinkMail = { ...body.mail, label: body.label, token, firm: asking?.name ?? '' }
    await tx.mails.add(link.id, mail)
    return { body: { link: shownLink(link, 'waiting'), token }, audit, committed: () => mailer?.wake() }
  },
})

const revokeLink = defineOperation({
  id: 'revokePartnerLink',
  method: 'delete',
  path: '/v1/relationships/{relationship}/links/{link}',
  tag,
  summary: 'Take a link back',
  access: { scope: 'links:write', allow: { firm: ['own'] } },
  params: z.strictObject({ relationship: Id, link: Id }),
  conditional: false,
  answer: { status: 200, description: 'The link, revoked', schema: Link },
  write: async ({ params: { relationship, link: id }, principal, service }, tx) => {
    const { firm } = await ownRelationship(principal, relationship, tx)
    const found = await tx.links.get(id)
    if (found?.relationship !== relationship) throw notFound()
    const link = await tx.links.revoke(id)
    const audit = { action: 'link.revoke', target: `link/${id}`, firm }
    const mails = await tx.mails.states([id])
    return { body: shownLink(link, mails.get(id)), audit, committed: service.authenticate.forget }
  },
})

export const links = [listLinks, createLink, revokeLink]

/** What a partner can answer without seeing anything of the record. */
const needsNoField: ReadonlySet<string> = new Set(['pulse', 'statements', 'ratings'])

interface Asked {
  readonly fields: readonly string[]
  readonly powers?: readonly string[] | undefined
  readonly expiresAt: string
}

function checkLink({ fields: chosen, powers: may = linkPowers, expiresAt }: Asked, now: Date): void {
  const errors: RequestFault[] = []
  const fault = (pointer: string, message: string) => errors.push({ in: 'body', pointer, code: 'conflict', message })
  if (Date.parse(expiresAt) <= now.getTime()) fault('/expiresAt', 'lies in the past; give a later moment')
  if (chosen.length === 0 && may.some((power) => !needsNoField.has(power)))
    fault(
      '/fields',
      'is empty; choose what the partner sees, or make the link for the pulse, the statements and the ratings alone',
    )
  if (errors.length > 0) throw new Problem('invalid-request', 'This link cannot be made as asked.', { errors })
}

/** More than this of one association waits for a mail server that takes nothing. */
const mostWaiting = 1_000

function checkMail(mailer: Mailer | undefined, waiting: number): void {
  const why =
    mailer === undefined
      ? 'cannot be sent: this service has no mail server; leave it out, and hand the link on yourself'
      : 'cannot be sent: too many mails wait; try again in a few minutes, or hand the link on yourself'
  if (mailer !== undefined && waiting < mostWaiting) return
  const errors: RequestFault[] = [{ in: 'body', pointer: '/mail', code: 'conflict', message: why }]
  throw new Problem('invalid-request', 'The mail cannot be sent.', { errors })
}

function shownLink(link: StoredLink, mail: MailState | undefined): z.input<typeof Link> {
  const { id, label: of, sharedFields, powers: may, expiresAt, revokedAt, used, createdAt } = link
  return {
    id,
    label: of,
    fields: [...sharedFields],
    powers: linkPowers.filter((power) => may === null || may.includes(power)),
    expiresAt,
    revokedAt,
    used,
    mail: mail ?? null,
    createdAt,
  }
}
