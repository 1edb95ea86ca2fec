import type { TenantContext } from '@joinery/store'
import type { Scope } from './scopes.ts'

/** Who is asking. The kind decides what may be asked at all, the scopes what of it, the ids about whom. */
export type Principal =
  | Anonymous
  | Operator
  | (AssociationPrincipal & Known)
  | (FirmPrincipal & Known)
  | (PartnerPrincipal & Known)
  | (EmbedPrincipal & Known)
  | (PublishablePrincipal & Known)

export type PrincipalKind = Principal['kind']

interface Anonymous {
  readonly kind: 'anonymous'
  readonly id: 'anonymous'
  readonly scopes: ReadonlySet<Scope>
}

/** Runs the service: makes tenants, sees no data of theirs. */
interface Operator {
  readonly kind: 'operator'
  readonly id: string
  readonly scopes: ReadonlySet<Scope>
}

interface Known {
  /** Names the key, link or person in the audit log. */
  readonly id: string
  /** Made by the store when the key, link or token was checked: no text of a request chooses it. */
  readonly tenant: TenantContext
  readonly scopes: ReadonlySet<Scope>
}

/** An association in its own space: publishes, sees aggregates, and answers only with consent. */
interface AssociationPrincipal {
  readonly kind: 'association'
}

/** A member firm: owns its relationships and answers. */
interface FirmPrincipal {
  readonly kind: 'firm'
  readonly firm: string
}

/** The partner in one relationship, by link: sees the fields the firm chose among those marked shared. */
interface PartnerPrincipal {
  readonly kind: 'partner'
  readonly firm: string
  readonly relationship: string
  readonly fields: readonly string[]
}

/** A widget working on one relationship of a firm: for some minutes, or as a visitor for weeks. */
interface EmbedPrincipal {
  readonly kind: 'embed'
  /** What is kept of the session; undefined for a visitor, who needs no other token. */
  readonly session?: EmbedSession | undefined
  readonly firm: string
  readonly relationship: string
  readonly origins: readonly string[]
}

/** The time that a firm's server gave to one page. */
export interface EmbedSession {
  /** What the token calls it, and what the store does. */
  readonly id: string
  readonly link: string
  /** How long each token is good, and until when (in milliseconds) there are new ones. */
  readonly minutes: number
  readonly lasts: number
}

/** A page of a listed site; its key is public and can do nothing that would matter if it were copied. */
interface PublishablePrincipal {
  readonly kind: 'publishable'
  /** The firm whose site it is; null for one of the association. */
  readonly firm: string | null
  readonly origins: readonly string[]
}

/** Somebody who sends no key. */
export const anonymous: Anonymous = { kind: 'anonymous', id: 'anonymous', scopes: new Set() }

/** A principal that belongs to a tenant: everybody but strangers and the operator. */
export type TenantPrincipal = Exclude<Principal, Anonymous | Operator>
