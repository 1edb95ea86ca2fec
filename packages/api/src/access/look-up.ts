import { timingSafeEqual } from 'node:crypto'
import type { ApiKey, Link, Store, TenantContext } from '@joinery/store'
import type { EmbedTokens, ReadGrant } from './embed-token.ts'
import { hashOfKey, parseKeyText } from './key-text.ts'
import type { PersonClaims, VerifyBearer } from './oidc.ts'
import type { Principal } from './principal.ts'
import { scopesOf, scopesOfLink, scopesOfVisitor } from './granted-scopes.ts'
import type { Scope } from './scopes.ts'

export interface LookUpOptions {
  readonly store: Store
  readonly embedTokens: EmbedTokens
  readonly oidc: VerifyBearer | undefined
  /** SHA-256 of the operator's keys, in hex. */
  readonly operatorKeys: readonly string[]
}

/** A principal, and the moment from which its credential is no longer good (in milliseconds). */
interface Found {
  readonly principal: Principal
  readonly until: number
}

type LookUp = (credential: string, now: Date) => Promise<Found | undefined>

/** Looks a credential up: keys and links in the store, tokens by their signature. */
export function createLookUp(options: LookUpOptions): LookUp {
  return async (credential, now) => {
    const key = parseKeyText(credential)
    if (key === undefined) return credential.split('.').length === 3 ? tokenHolder(options, credential, now) : undefined
    switch (key.prefix) {
      case 'op_':
        return operator(credential, options.operatorKeys)
      case 'pl_':
        return partner(options.store, await options.store.findLink(key.tenant, hashOfKey(credential)), now)
      case 'vt_':
        return visitor(await options.store.findLink(key.tenant, hashOfKey(credential)), now)
      case 'bd_':
        // it stands in addresses that anybody sees, so it proves nothing about who is asking
        return undefined
      case 'pk_':
      case 'sk_live_':
      case 'sk_test_':
        return keyHolder(options.store, await options.store.findKey(key.tenant, hashOfKey(credential)), now)
    }
  }
}

function operator(credential: string, operatorKeys: readonly string[]): Found | undefined {
  const digest = Buffer.from(hashOfKey(credential), 'hex')
  const isKnown = operatorKeys.some((known) => timingSafeEqual(Buffer.from(known, 'hex'), digest))
  if (!isKnown) return undefined
  const id = `operator:${digest.toString('hex').slice(0, 8)}`
  return { principal: { kind: 'operator', id, scopes: scopesOf.operator }, until: Infinity }
}

type FoundKey = { readonly tenant: TenantContext; readonly key: ApiKey } | undefined

function keyHolder(store: Store, found: FoundKey, now: Date): Found | undefined {
  if (found === undefined || !isGood(found.key, now)) return undefined
  const { tenant, key } = found
  noteUse(store, found, now)
  const until = key.expiresAt === null ? Infinity : Date.parse(key.expiresAt)
  const known = { id: `key:${key.id}`, tenant }
  if (key.kind === 'publishable')
    return {
      principal: { ...known, kind: 'publishable', firm: key.firm, origins: key.origins, scopes: scopesOf.publishable },
      until,
    }
  if (key.firm === null)
    return { principal: { ...known, kind: 'association', scopes: allowed(key.scopes, scopesOf.association) }, until }
  return { principal: { ...known, kind: 'firm', firm: key.firm, scopes: allowed(key.scopes, scopesOf.firm) }, until }
}

function isGood({ expiresAt, revokedAt }: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now.getTime())
}

function allowed(named: readonly string[], possible: ReadonlySet<Scope>): ReadonlySet<Scope> {
  return new Set([...possible].filter((scope) => named.includes(scope)))
}

const anHour = 3_600_000

/** Once an hour is enough to see which keys are in use; an answer never waits for it, and never fails by it. */
function noteUse(store: Store, { tenant, key }: NonNullable<FoundKey>, now: Date): void {
  if (key.lastUsedAt !== null && now.getTime() - Date.parse(key.lastUsedAt) < anHour) return
  store.write(tenant, (tx) => tx.keys.touch(new Map([[key.id, now.toISOString()]]))).catch(() => undefined)
}

type FoundLink = { readonly tenant: TenantContext; readonly link: Link } | undefined

function partner(store: Store, found: FoundLink, now: Date): Found | undefined {
  if (found === undefined || found.link.purpose !== 'partner' || !isGood(found.link, now)) return undefined
  const { tenant, link } = found
  store.write(tenant, (tx) => tx.links.use(link.id)).catch(() => undefined)
  return {
    principal: {
      kind: 'partner',
      id: `link:${link.id}`,
      tenant,
      firm: link.firm,
      relationship: link.relationship,
      fields: link.sharedFields,
      scopes: scopesOfLink(link.powers),
    },
    until: Date.parse(link.expiresAt),
  }
}

/** Somebody without an account, who comes back to what was begun on a page. */
function visitor(found: FoundLink, now: Date): Found | undefined {
  if (found === undefined || found.link.purpose !== 'embed' || !isGood(found.link, now)) return undefined
  const { tenant, link } = found
  const { firm, relationship, sharedFields: origins } = link
  return {
    principal: { kind: 'embed', id: `link:${link.id}`, tenant, firm, relationship, origins, scopes: scopesOfVisitor },
    until: Date.parse(link.expiresAt),
  }
}

async function tokenHolder(options: LookUpOptions, token: string, now: Date): Promise<Found | undefined> {
  if (await isEmbedToken(token)) return widget(options, token, now)
  const person = await options.oidc?.(token, now)
  return person === undefined ? undefined : personOf(options.store, person)
}

async function isEmbedToken(token: string): Promise<boolean> {
  const { decodeProtectedHeader } = await import('jose')
  try {
    return decodeProtectedHeader(token).typ === 'joinery-embed+jwt'
  } catch {
    return false
  }
}

async function widget({ store, embedTokens }: LookUpOptions, token: string, now: Date): Promise<Found | undefined> {
  const grant = await embedTokens.verify(token, now)
  if (grant === undefined) return undefined
  const place = await placeOf(store, grant, now)
  if (place === undefined) return undefined
  const { id, firm, relationship, origins, until } = grant
  return {
    principal: { kind: 'embed', id: `embed:${id}`, ...place, firm, relationship, origins, scopes: scopesOf.embed },
    until,
  }
}

type Place = Pick<Extract<Principal, { kind: 'embed' }>, 'session' | 'tenant'>

/** Where a grant is good: in its tenant, while its session has not been ended. Of a grant that cannot be renewed none is kept. */
async function placeOf(store: Store, { tenant: id, ...grant }: ReadGrant, now: Date): Promise<Place | undefined> {
  if (grant.lasts === undefined) {
    const tenant = await store.tenant(id)
    return tenant && { tenant, session: undefined }
  }
  const found = await store.findLink(id, hashOfKey(grant.id))
  if (found === undefined || !isGood(found.link, now)) return undefined
  const { tenant, link } = found
  return { tenant, session: { id: grant.id, link: link.id, minutes: grant.minutes, lasts: grant.lasts } }
}

async function personOf(store: Store, { id, role, scopes, until }: PersonClaims): Promise<Found | undefined> {
  if (role.kind === 'operator') return { principal: { kind: 'operator', id, scopes }, until }
  const tenant = await store.tenant(role.tenant)
  if (tenant === undefined) return undefined
  if (role.kind === 'association') return { principal: { kind: 'association', id, tenant, scopes }, until }
  return { principal: { kind: 'firm', id, tenant, firm: role.firm, scopes }, until }
}
