import type { Engine, Store } from '@joinery/store'
import { createApi, hashOfKey, newKeyText, type Api, type ApiOptions } from '../src/index.ts'
import { scopesOf } from '../src/access/granted-scopes.ts'
import type { Scope } from '../src/access/scopes.ts'
import { closeStore, openStoreFor } from './store.ts'

/** A service on a real store, with two associations, three firms and somebody of every kind to ask for things. */
export interface World {
  readonly api: Api
  readonly store: Store
  /** The moment at which the service believes to be; can be set. */
  readonly clock: { now: Date }
  readonly credentials: Credentials
  /** Harbour Joinery: has consented to showing its answers. */
  readonly own: Firm
  /** Quay Cabinets, in the same association: has not. */
  readonly sibling: Firm
  /** A firm of another association. */
  readonly foreign: Firm
  readonly ask: Ask
  readonly close: () => Promise<void>
}

export interface Firm {
  readonly firm: string
  readonly relationship: string
  readonly link: string
  /** The secret key of its server, and the id of that key. */
  readonly key: string
  readonly keyId: string
}

interface Credentials {
  readonly operator: string
  readonly association: string
  readonly otherAssociation: string
  readonly firm: string
  readonly partner: string
  readonly embed: string
  readonly publishable: string
}

/** Tests look into answers of every shape. */
// oxlint-disable-next-line typescript/no-explicit-any
type AnyBody = any

export interface Asked {
  readonly status: number
  readonly headers: Headers
  /** The body as JSON, where it is some; otherwise its text. */
  readonly body: AnyBody
}

export type Ask = (method: string, path: string, more?: AskMore) => Promise<Asked>

export interface AskMore {
  readonly as?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const secret = new Uint8Array(32).fill(42)
export interface WorldOptions extends Partial<ApiOptions> {
  readonly engine?: Engine
}

const origin = 'https://harbour-joinery.example'
const manyRequests = { key: 1e9, address: 1e9, tenant: 1e9 }

export async function createWorld({ engine = 'sqlite', ...options }: WorldOptions = {}): Promise<World> {
  const clock = { now: new Date('2026-11-24T10:00:00.000Z') }
  const store = await openStoreFor(engine, () => clock.now)
  const operator = newKeyText('op_')
  const operatorKeys = [hashOfKey(operator)]
  const api = createApi({ store, secret, clock: () => clock.now, rates: manyRequests, operatorKeys, ...options })
  const ask = asker(api)
  const association = await found(ask, operator, 'woodworkers')
  const otherAssociation = await found(ask, operator, 'metalworkers')
  const own = await settle(ask, association, 'Harbour Joinery')
  const sibling = await settle(ask, association, 'Quay Cabinets')
  const foreign = await settle(ask, otherAssociation, 'Anvil Works')
  await ask('PUT', `/v1/firms/${own.firm}/consents/answers`, { as: own.key, body: { given: true, by: 'Ada Harbour' } })
  const token = await made(ask('POST', `/v1/relationships/${own.relationship}/links`, { as: own.key, body: aLink }))
  const page = await made(ask('POST', '/v1/keys', { as: association, body: aPage }))
  const widget = await made(
    ask('POST', `/v1/relationships/${own.relationship}/embed-sessions`, { as: own.key, body: aWidget }),
  )
  const credentials = {
    operator,
    association,
    otherAssociation,
    firm: own.key,
    partner: token.token,
    embed: widget.token,
    publishable: page.secret,
  }
  return { api, store, clock, credentials, own, sibling, foreign, ask, close: () => closeStore(store) }
}

const aLink = { label: 'Castell & Rowe', fields: ['rmp', 'rel'], expiresAt: '2027-11-24T10:00:00.000Z' }
const aWidget = { origins: [origin], minutes: 60 }
const aPage = { kind: 'publishable', label: 'Our site', origins: [origin] }

export const aRecord = {
  org: { name: 'Harbour Joinery', headcount: 7 },
  rel: { partnerName: 'Castell & Rowe', kind: 'customer', revenueShare: 0.4 },
  rmp: { owner: 'Ada Harbour' },
}

/** Sends requests to the service, in this process. */
export function asker(api: Pick<Api, 'request'>): Ask {
  return async (method, path, { as, body, headers = {} } = {}) => {
    const response = await api.request(path, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /[/+]json$/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : text }
  }
}

async function made(asked: Promise<Asked>): Promise<AnyBody> {
  const { status, body } = await asked
  if (status !== 201) throw new Error(`expected 201, got ${status}: ${JSON.stringify(body)}`)
  return body
}

async function found(ask: Ask, operator: string, slug: string): Promise<string> {
  return (await made(ask('POST', '/v1/associations', { as: operator, body: { name: slug, slug } }))).secret
}

/** A firm as it comes about: added, invited, with a key it made itself, and a relationship with a link to it. */
async function settle(ask: Ask, association: string, name: string): Promise<Firm> {
  const { id: firm } = await made(ask('POST', '/v1/firms', { as: association, body: { name } }))
  const invitation = await made(
    ask('POST', '/v1/keys', { as: association, body: { kind: 'secret', label: 'Invitation', firm } }),
  )
  const scopes: Scope[] = [...scopesOf.firm]
  const { secret: key, key: kept } = await made(
    ask('POST', '/v1/keys', { as: invitation.secret, body: { kind: 'secret', label: 'Our server', scopes } }),
  )
  const { id: relationship } = await made(
    ask('POST', `/v1/firms/${firm}/relationships`, { as: key, body: { record: aRecord } }),
  )
  const { link } = await made(ask('POST', `/v1/relationships/${relationship}/links`, { as: key, body: aLink }))
  return { firm, relationship, link: link.id, key, keyId: kept.id }
}
