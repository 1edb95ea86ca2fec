import type { Relationship } from '@joinery/core'
import type { Context, Hono } from 'hono'
import { askAs, refused, type Ask } from '../forms/ask.ts'
import { factsOf, type Fact } from './facts.ts'
import { partnerWords } from './words/speak.ts'
import type { PartnerWords } from './words/words.ts'

type Power = 'confirm' | 'pulse' | 'statements' | 'ratings' | 'plan'

export interface Remark {
  readonly field: string | null
  readonly comment: string
  readonly state: 'open' | 'closed'
}

interface Told {
  readonly from: string
  readonly to: string
  readonly powers: readonly Power[]
  readonly fields: readonly string[]
  readonly confirmed: readonly string[]
  readonly remarks: readonly Remark[]
  readonly expiresAt: string
  /** What is asked about how one person acts. */
  readonly asked: RatingQuestion | null
  /** The day on which that was last answered here. */
  readonly ratedAt: string | null
}

export interface RatingQuestion {
  readonly person: string
  readonly language: string
  readonly items: readonly {
    readonly item: string
    readonly title: string
    readonly low: string
    readonly mid: string
    readonly high: string
  }[]
}

interface Differing {
  readonly us: number
  readonly partner: number
  readonly flag: 'talk' | 'priority' | null
  readonly kind: 'blind-spot' | 'hidden-strength' | null
  readonly action: { readonly owner: string; readonly partnerOwner: string; readonly recheckAt: string } | null
}

export interface Gap extends Differing {
  readonly item: string
}

interface Waiting {
  readonly answered: readonly string[]
  readonly expiresAt: string
}

export interface PulseNow {
  readonly waiting: Waiting | null
  readonly opened: { readonly gaps: readonly Gap[]; readonly at: { readonly partner: string } } | null
}

export interface PrincipleGap extends Differing {
  readonly principle: string
  readonly title: string
  readonly statements: readonly { readonly indicator: string; readonly partner: string }[]
}

export interface StatementsNow {
  readonly language: string
  readonly scale: readonly { readonly value: string; readonly label: string }[]
  readonly asked: readonly {
    readonly indicator: string
    readonly principle: string
    readonly title: string
    readonly statement: string
  }[]
  readonly waiting: Waiting | null
  readonly opened: { readonly gaps: readonly PrincipleGap[]; readonly at: { readonly partner: string } } | null
}

export interface PlanNow {
  readonly version: string
  readonly approvedAt: string | null
  readonly holds: boolean
}

/** Everything that the page of a partner shows, each part as the API gives it to this link and to no other. */
export interface Invitation extends Told {
  readonly ask: Ask
  readonly words: PartnerWords
  /** Address of one of its pages, in the language that was asked for. */
  readonly at: (rest: string) => string
  /** Address of the relationship in the API. */
  readonly path: string
  /** Of the record as it was read: what is confirmed is what was seen. */
  readonly etag: string
  readonly record: Relationship
  readonly facts: readonly Fact[]
  readonly pulse: PulseNow | undefined
  readonly statements: StatementsNow | undefined
  readonly plan: PlanNow | undefined
  /** What was sent and could not be taken: it stands in the page again. */
  readonly sent?: URLSearchParams
}

/** Opens what a link leads to; throws a Refusal where it leads nowhere. */
export async function openInvitation(app: Hono, context: Context): Promise<Invitation> {
  const token = context.req.param('token') ?? ''
  const ask = askAs(app, context, token)
  const { path, may } = await relationshipOf(ask)
  const words = wordsFor(context)
  const { body: told } = await ask<Told>('GET', `${path}/invitation`)
  const seen = may('relationships:read') ? await ask<{ record: Relationship }>('GET', path) : undefined
  const record = seen?.body.record ?? {}
  const reader = { from: told.from, words }
  const get = async <Body>(rest: string): Promise<Body> => (await ask<Body>('GET', `${path}${rest}`)).body
  return {
    ...told,
    ask,
    words,
    at: (rest) => `/p/${token}${rest}${langQuery(context)}`,
    path,
    etag: seen?.etag ?? '',
    record,
    facts: may('confirmations:write') ? factsOf(record, told.fields, reader) : [],
    pulse: may('pulses:read') ? await get<PulseNow>('/pulse') : undefined,
    statements: may('statements:read') ? await get<StatementsNow>(`/statements?language=${words.language}`) : undefined,
    plan: may('plans:read') ? await get<PlanNow>('/plan/approval') : undefined,
  }
}

export function wordsFor(context: Context): PartnerWords {
  return partnerWords(context.req.query('lang'), context.req.header('accept-language'))
}

/** Keeps the language of an address that names one. */
function langQuery(context: Context): string {
  const { language } = wordsFor(context)
  return context.req.query('lang') === language ? `?lang=${language}` : ''
}

/** What a link is for; of another kind of key there is no page. */
export async function relationshipOf(
  ask: Ask,
): Promise<{ readonly path: string; readonly may: (scope: string) => boolean }> {
  const { body } = await ask<{ kind: string; relationship: string | null; scopes: string[] }>('GET', '/v1/whoami')
  if (body.kind !== 'partner' || body.relationship === null) throw refused(404, 'not-found', 'This link leads nowhere.')
  return { path: `/v1/relationships/${body.relationship}`, may: (scope) => body.scopes.includes(scope) }
}
