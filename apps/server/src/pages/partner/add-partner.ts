import type { Context, Hono } from 'hono'
import { originOf } from '../origin.ts'
import { askAs, passOn } from '../forms/ask.ts'
import { readSent } from '../forms/read-sent.ts'
import { createRefusing, type Failed } from '../forms/refused-page.ts'
import { headersOf } from '../page.ts'
import { invitePage } from './invite-page.ts'
import { openInvitation, relationshipOf, type Invitation } from './open-invitation.ts'
import { partnerPage } from './partner-page.ts'
import { takeFacts, takePlan, takePulse, type Taken } from './take-sent.ts'

type Take = (invitation: Invitation, sent: URLSearchParams) => Promise<Taken>

/** What a partner sends, by the part of the page that it belongs to. */
const parts: Readonly<Record<string, Take>> = { facts: takeFacts, pulse: takePulse, plan: takePlan }
const planEndings: ReadonlySet<string> = new Set(['html', 'docx', 'md'])

/**
 * The partner's page. The address holds the token that the firm handed on, so there are no cookies and nothing to forge; the
 * page may do what the API lets the link do, and nothing more.
 */
export function addPartner(app: Hono, failed: Failed): void {
  const refusing = createRefusing(failed, gone)
  app.get(
    '/p/:token',
    refusing(async (context) => context.body(partnerPage(await openInvitation(app, context)), 200, headers)),
  )
  app.get(
    '/p/:token/invite',
    refusing((context) => showInvite(app, context)),
  )
  app.get(
    '/p/:token/copy.json',
    refusing((context) => showCopy(app, context)),
  )
  app.get(
    '/p/:token/:file{plan\\.[a-z]+}',
    refusing((context) => showPlan(app, context)),
  )
  app.post(
    '/p/:token/:part',
    refusing((context) => take(app, context)),
  )
}

const gone = {
  title: 'This link leads nowhere',
  advice:
    'It may be over, or taken back, or a part of the address got lost on the way. Ask whoever sent it to you for a new one.',
}

async function take(app: Hono, context: Context): Promise<Response> {
  const part = context.req.param('part') ?? ''
  const work = Object.hasOwn(parts, part) ? parts[part] : undefined
  if (work === undefined) return context.notFound()
  const sent = await readSent(context)
  const invitation = await openInvitation(app, context)
  const faults = await work(invitation, sent)
  if (faults.length > 0) return context.body(partnerPage(await openInvitation(app, context), faults), 422, headers)
  // going back or reloading sends nothing twice
  return context.body(null, 303, { ...headers, location: `/p/${invitation.token}#${part}` })
}

async function showInvite(app: Hono, context: Context): Promise<Response> {
  const { from, to, token } = await openInvitation(app, context)
  return context.body(invitePage({ from, to, address: `${originOf(context)}/p/${token}` }), 200, headers)
}

/** What the partner sees, for its own use: the same record that the API gives to this link. */
async function showCopy(app: Hono, context: Context): Promise<Response> {
  const { record, from } = await openInvitation(app, context)
  const type = {
    'content-type': 'application/json',
    'content-disposition': 'attachment; filename="joinery-shared.json"',
  }
  return context.body(`${JSON.stringify({ sharedBy: from, record }, undefined, 2)}\n`, 200, { ...headers, ...type })
}

async function showPlan(app: Hono, context: Context): Promise<Response> {
  const token = context.req.param('token') ?? ''
  const file = context.req.param('file') ?? ''
  if (!planEndings.has(file.split('.')[1] ?? '')) return context.notFound()
  const { path } = await relationshipOf(askAs(app, context, token))
  return passOn(app, context, {
    key: token,
    path: `${path}/${file}`,
    headers: { 'cache-control': 'no-store', ...noIndex },
  })
}

const noIndex = { 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }

/** Addresses of this page are secrets: it is not stored, indexed or told to another site. */
const headers: Record<string, string> = {
  ...headersOf({ more: ["form-action 'self'"] }),
  ...noIndex,
  'cache-control': 'no-store',
}
