import type { RuleSet } from '@joinery/core'
import type { Hono } from 'hono'
import { days, members, type Member } from './members.ts'
import { recordOf } from './record.ts'

/** Keys to try the API with, as anybody of the demonstration would have them. */
export interface DemonstrationKeys {
  readonly association: string
  readonly firm: string
  /** For pages of the association's site: a visitor's answers are kept by the service. */
  readonly pages: string
  /** Address of the badge of the first firm, on this service. */
  readonly badge: string
}

/** An association with members, consents and relationships, made as its users would make it: through the API. */
export async function fillDemonstration(app: Hono, operatorKey: string, ruleSet: RuleSet): Promise<DemonstrationKeys> {
  const made = await send<{ secret: string }>(app, {
    key: operatorKey,
    path: '/v1/associations',
    body: { name: 'Larkmoor Builders and Makers Association', slug: demonstrationSlug, test: true },
  })
  const added: AddedMember[] = []
  for (const member of members) added.push(await addMember({ app, association: made.secret, ruleSet }, member))
  // the workers of the service collect what the members share
  await send(app, { key: made.secret, path: `/v1/benchmarks/${ruleSet.id}/quarters`, body: {} })
  const { key, relationship } = added[0]!
  const path = `/v1/relationships/${relationship}/badges`
  const badge = await send<{ svg: string }>(app, { key, path, body: { ruleSet: ruleSet.id } })
  const pages = await send<{ secret: string }>(app, { key: made.secret, path: '/v1/keys', body: forPages })
  return {
    association: made.secret,
    firm: key,
    pages: pages.secret,
    badge: new URL(badge.svg, 'http://demonstration').pathname,
  }
}

const forPages = {
  kind: 'publishable',
  label: 'Our site',
  origins: ['http://localhost:4400', 'http://127.0.0.1:4400'],
}

export const demonstrationSlug = 'larkmoor'

interface Filling {
  readonly app: Hono
  readonly association: string
  readonly ruleSet: RuleSet
}

interface AddedMember {
  readonly key: string
  readonly relationship: string
}

async function addMember({ app, association, ruleSet }: Filling, member: Member): Promise<AddedMember> {
  const { name, sector, size } = member
  const firm = await send<{ id: string }>(app, { key: association, path: '/v1/firms', body: { name, sector, size } })
  const key = await keyOfFirm(app, association, firm.id)
  if (member.compares)
    await send(app, {
      key,
      method: 'PUT',
      path: `/v1/firms/${firm.id}/consents/benchmark`,
      body: { given: true, by: 'The owner' },
    })
  return { key, relationship: await addRelationship({ app, key, firm: firm.id, ruleSet }, member) }
}

/** The association invites, and the firm makes its own key with the invitation. */
async function keyOfFirm(app: Hono, association: string, firm: string): Promise<string> {
  const invitation = await send<{ secret: string }>(app, {
    key: association,
    path: '/v1/keys',
    body: { kind: 'secret', label: 'Invitation', firm },
  })
  const own = await send<{ secret: string }>(app, {
    key: invitation.secret,
    path: '/v1/keys',
    body: { kind: 'secret', label: 'The office', scopes: firmScopes },
  })
  return own.secret
}

const firmScopes = [
  'firms:read',
  'relationships:read',
  'relationships:write',
  'assessments:read',
  'assessments:write',
  'rule-sets:read',
  'benchmarks:read',
  'consents:read',
  'consents:write',
  'export:read',
  'links:read',
  'links:write',
] as const

interface OfFirm {
  readonly app: Hono
  readonly key: string
  readonly firm: string
  readonly ruleSet: RuleSet
}

/** A record that changes from day to day, and the result of each day. */
async function addRelationship({ app, key, firm, ruleSet }: OfFirm, member: Member): Promise<string> {
  const records = member.course.map((reached) => recordOf(member, reached, ruleSet))
  const { id } = await send<{ id: string }>(app, {
    key,
    path: `/v1/firms/${firm}/relationships`,
    body: { record: records[0] },
  })
  for (const [index, asOf] of days.entries()) {
    if (index > 0)
      await send(app, {
        key,
        method: 'PUT',
        path: `/v1/relationships/${id}`,
        body: { record: records[index] },
        ifMatch: '*',
      })
    await send(app, { key, path: `/v1/relationships/${id}/results`, body: { ruleSet: ruleSet.id, asOf } })
  }
  return id
}

interface Message {
  readonly key: string
  readonly path: string
  readonly body: unknown
  readonly method?: 'POST' | 'PUT'
  readonly ifMatch?: string
}

async function send<Answer>(app: Hono, { key, path, body, method = 'POST', ifMatch }: Message): Promise<Answer> {
  const response = await app.request(`http://demonstration${path}`, {
    method,
    body: JSON.stringify(body),
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
  })
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}
