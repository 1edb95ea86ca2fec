import type { Instant, Page, PageRequest } from './page.ts'

declare const issued: unique symbol

/**
 * The right to work inside one tenant. Only a store makes it, from a tenant, key or link that exists; a look-alike is
 * refused, so no text of a request ever chooses the tenant by itself.
 */
export interface TenantContext {
  readonly id: string
  /** First bytes of SHA-256(id) modulo 1024: where the tenant's rows would go if the tables were split. */
  readonly bucket: number
  readonly [issued]: true
}

/** The space of one association, or of one firm that belongs to none. */
export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly version: number
  readonly createdAt: Instant
}

export interface NewTenant {
  readonly name: string
  /** Lower case letters, digits and hyphens, 2 to 64; unique among all tenants. */
  readonly slug: string
  readonly settings?: Readonly<Record<string, unknown>>
}

/** What the operator may do across tenants; it gives no way to read inside one but through its context. */
export interface Platform {
  /** Throws `duplicate` when the slug is taken. */
  createTenant(tenant: NewTenant): Promise<TenantContext>
  listTenants(page: PageRequest): Promise<Page<Tenant>>
  tenantBySlug(slug: string): Promise<TenantContext | undefined>
  /** Every row of the tenant, its keys first. What was sealed stays unreadable even in old copies of the files. */
  eraseTenant(tenant: TenantContext): Promise<void>
}

export interface TenantReads {
  /** The tenant of this transaction. */
  get(): Promise<Tenant>
}

export interface Tenants extends TenantReads {
  /** Throws `conflict` unless the version is the stored one. */
  update(version: number, change: Partial<Pick<Tenant, 'name' | 'settings'>>): Promise<Tenant>
}

/** A member organisation. Name and contacts are sealed with the firm's own key. */
export interface Firm {
  readonly id: string
  readonly name: string
  /** Sector and size decide the benchmark cells that the firm adds to. */
  readonly sector: string | null
  readonly size: string | null
  /** Contacts and whatever else is kept of the firm. */
  readonly details: Readonly<Record<string, unknown>>
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface NewFirm {
  readonly id?: string
  readonly name: string
  readonly sector?: string | null
  readonly size?: string | null
  readonly details?: Readonly<Record<string, unknown>>
}

export interface FirmReads {
  get(id: string): Promise<Firm | undefined>
  list(page: PageRequest): Promise<Page<Firm>>
  /** Where these firms belong, by id, without opening anything of theirs; nothing of one that is not there. */
  places(firms: readonly string[]): Promise<ReadonlyMap<string, Pick<Firm, 'sector' | 'size'>>>
}

export interface Firms extends FirmReads {
  create(firm: NewFirm): Promise<Firm>
  /** Throws `absent`, or `conflict` unless the version is the stored one. */
  update(
    id: string,
    version: number,
    change: Partial<Pick<Firm, 'name' | 'sector' | 'size' | 'details'>>,
  ): Promise<Firm>
}

/** `benchmark`: figures may enter the association's aggregates. `answers`: the association may read the answers. */
export type ConsentPurpose = 'benchmark' | 'answers'

export interface Consent {
  readonly id: string
  readonly firm: string
  readonly purpose: ConsentPurpose
  readonly given: boolean
  /** Who said so; sealed. */
  readonly by: string
  readonly at: Instant
}

export interface ConsentReads {
  /** Whether the latest word on it is yes; no word is no consent. */
  holds(firm: string, purpose: ConsentPurpose): Promise<boolean>
  /** Those of the firms whose latest word is yes, for bulk work. */
  firmsWith(purpose: ConsentPurpose, firms: readonly string[]): Promise<ReadonlySet<string>>
  /** Every word given, newest first. */
  history(firm: string): Promise<readonly Consent[]>
}

export interface Consents extends ConsentReads {
  record(consent: Pick<Consent, 'firm' | 'purpose' | 'given' | 'by'>): Promise<Consent>
}
