import type { Relationship } from '@joinery/core'
import type { Context, Hono } from 'hono'
import { askAs, refused, type Ask } from '../forms/ask.ts'
import { factsOf, type Fact } from './facts.ts'

type Power = 'confirm' | 'pulse' | 'plan'

interface Remark {
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
}

export interface Gap {
  readonly item: string
  readonly us: number
  readonly partner: number
  readonly flag: 'talk' | 'priority' | null
  readonly action: { readonly owner: string; readonly partnerOwner: string; readonly recheckAt: string } | null
}

export interface PulseNow {
  readonly waiting: { readonly answered: readonly string[]; readonly expiresAt: string } | null
  readonly opened: { readonly gaps: readonly Gap[]; readonly at: { readonly partner: string } } | null
}

export interface PlanNow {
  readonly version: string
  readonly approvedAt: string | null
  readonly holds: boolean
}

/** Everything that the page of a partner shows, each part as the API gives it to this link and to no other. */
export interface Invitation extends Told {
  readonly ask: Ask
  readonly token: string
  /** Address of the relationship in the API. */
  readonly path: string
  /** Of the record as it was read: what is confirmed is what was seen. */
  readonly etag: string
  readonly record: Relationship
  readonly facts: readonly Fact[]
  readonly pulse: PulseNow | undefined
  readonly plan: PlanNow | undefined
}

/** Opens what a link leads to; throws a Refusal where it leads nowhere. */
export async function openInvitation(app: Hono, context: Context): Promise<Invitation> {
  const token = context.req.param('token') ?? ''
  const ask = askAs(app, context, token)
  const { path, may } = await relationshipOf(ask)
  const { body: told } = await ask<Told>('GET', `${path}/invitation`)
  const seen = may('relationships:read') ? await ask<{ record: Relationship }>('GET', path) : undefined
  const record = seen?.body.record ?? {}
  return {
    ...told,
    ask,
    token,
    path,
    etag: seen?.etag ?? '',
    record,
    facts: may('confirmations:write') ? factsOf(record, told.fields, told.from) : [],
    pulse: may('pulses:read') ? (await ask<PulseNow>('GET', `${path}/pulse`)).body : undefined,
    plan: may('plans:read') ? (await ask<PlanNow>('GET', `${path}/plan/approval`)).body : undefined,
  }
}

/** What a link is for; of another kind of key there is no page. */
export async function relationshipOf(
  ask: Ask,
): Promise<{ readonly path: string; readonly may: (scope: string) => boolean }> {
  const { body } = await ask<{ kind: string; relationship: string | null; scopes: string[] }>('GET', '/v1/whoami')
  if (body.kind !== 'partner' || body.relationship === null) throw refused(404, 'not-found', 'This link leads nowhere.')
  return { path: `/v1/relationships/${body.relationship}`, may: (scope) => body.scopes.includes(scope) }
}
