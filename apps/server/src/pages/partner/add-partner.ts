import { planLanguages, type PlanLanguageId } from '@joinery/report/plan'
import type { Context, Hono } from 'hono'
import { originOf } from '../origin.ts'
import { askAs, passOn } from '../forms/ask.ts'
import { readSent } from '../forms/read-sent.ts'
import { createRefusing, type Failed } from '../forms/refused-page.ts'
import { headersOf } from '../page.ts'
import { copyOf } from './copy-of.ts'
import { copyPage } from './copy-page.ts'
import { languagesView } from './frame.ts'
import { invitePage } from './invite-page.ts'
import { openInvitation, relationshipOf, wordsFor, type Invitation } from './open-invitation.ts'
import { partnerPage } from './partner-page.ts'
import { statementsPage } from './statements-page.ts'
import { takeFacts, takePlan, takePulse, takeRatings, takeStatements, type Taken } from './take-sent.ts'

interface Sendable {
  readonly take: (invitation: Invitation, sent: URLSearchParams) => Promise<Taken>
  readonly show: (invitation: Invitation, faults: Taken) => string
  /** Where its form stands. */
  readonly place: string
}

/** What a partner sends, by the part of the page that it belongs to. */
const parts: Readonly<Record<string, Sendable>> = {
  facts: { take: takeFacts, show: partnerPage, place: '#facts' },
  pulse: { take: takePulse, show: partnerPage, place: '#pulse' },
  ratings: { take: takeRatings, show: partnerPage, place: '#ratings' },
  plan: { take: takePlan, show: partnerPage, place: '#plan' },
  statements: { take: takeStatements, show: shownStatements, place: '/statements' },
}
const planEndings: ReadonlySet<string> = new Set(['html', 'docx', 'md'])

/**
 * The partner's page. The address holds the token that the firm handed on, so there are no cookies and nothing to forge; the
 * page may do what the API lets the link do, and nothing more.
 */
export function addPartner(app: Hono, failed: Failed): void {
  const refusing = createRefusing(failed, { nowhere: (context) => wordsFor(context).gone })
  for (const [rest, show] of Object.entries(shown))
    app.get(
      `/p/:token${rest}`,
      refusing((context) => show(app, context)),
    )
  app.post(
    '/p/:token/:part',
    refusing((context) => take(app, context)),
  )
}

type Show = (app: Hono, context: Context) => Promise<Response>

/** What is shown, by the end of its address. */
const shown: Readonly<Record<string, Show>> = {
  '': async (app, context) => context.body(partnerPage(await openInvitation(app, context)), 200, headers),
  '/invite': showInvite,
  '/statements': showStatements,
  '/copy.html': async (app, context) =>
    context.body(copyPage(await openInvitation(app, context), today()), 200, headers),
  '/copy.json': showCopy,
  '/:file{plan\\.[a-z]+}': showPlan,
}

async function showStatements(app: Hono, context: Context): Promise<Response> {
  const invitation = await openInvitation(app, context)
  return invitation.statements === undefined
    ? context.notFound()
    : context.body(shownStatements(invitation), 200, headers)
}

function shownStatements(invitation: Invitation, faults: Taken = []): string {
  return invitation.statements === undefined
    ? partnerPage(invitation, faults)
    : statementsPage(invitation, invitation.statements, faults)
}

async function take(app: Hono, context: Context): Promise<Response> {
  const part = context.req.param('part') ?? ''
  const work = Object.hasOwn(parts, part) ? parts[part] : undefined
  if (work === undefined) return context.notFound()
  const sent = await readSent(context)
  const invitation = await openInvitation(app, context)
  const faults = await work.take(invitation, sent)
  if (faults.length > 0) {
    const again = { ...(await openInvitation(app, context)), sent }
    return context.body(work.show(again, faults), 422, headers)
  }
  // going back or reloading sends nothing twice
  return context.body(null, 303, { ...headers, location: placeIn(invitation, work.place) })
}

async function showInvite(app: Hono, context: Context): Promise<Response> {
  const invitation = await openInvitation(app, context)
  const { from, to, at, words } = invitation
  const address = `${originOf(context)}${at('')}`
  const languages = languagesView(invitation, '/invite')
  return context.body(invitePage({ from, to, address, words, languages }), 200, headers)
}

function placeIn({ at }: Invitation, place: string): string {
  return place.startsWith('/') ? at(place) : `${at('')}${place}`
}

/** What the partner sees and said, for its own use. */
async function showCopy(app: Hono, context: Context): Promise<Response> {
  const copy = copyOf(await openInvitation(app, context), today())
  const type = {
    'content-type': 'application/json',
    'content-disposition': 'attachment; filename="joinery-shared.json"',
  }
  return context.body(`${JSON.stringify(copy, undefined, 2)}\n`, 200, { ...headers, ...type })
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

async function showPlan(app: Hono, context: Context): Promise<Response> {
  const token = context.req.param('token') ?? ''
  const file = context.req.param('file') ?? ''
  if (!planEndings.has(file.split('.')[1] ?? '')) return context.notFound()
  const { path } = await relationshipOf(askAs(app, context, token))
  return passOn(app, context, {
    key: token,
    path: `${path}/${file}?language=${planLanguageFor(context)}`,
    headers: { 'cache-control': 'no-store', ...noIndex },
  })
}

/** That of the page, where a plan can be made in it. */
function planLanguageFor(context: Context): PlanLanguageId {
  const { language } = wordsFor(context)
  return planLanguages.find((id) => id === language) ?? 'en'
}

const noIndex = { 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }

/** Addresses of this page are secrets: it is not stored, indexed or told to another site. */
const headers: Record<string, string> = {
  ...headersOf({ more: ["form-action 'self'"] }),
  ...noIndex,
  'cache-control': 'no-store',
}
