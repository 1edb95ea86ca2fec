import type { Instant, Page, PageRequest } from './page.ts'

/** `secret` acts for a server, `publishable` may stand in a page. */
export type KeyKind = 'secret' | 'publishable'

/** What is kept of an API key: never the key, only its hash. */
export interface ApiKey {
  readonly id: string
  readonly kind: KeyKind
  /** SHA-256 of the key's text, in hex. */
  readonly hash: string
  /** Last characters of the key, so that its owner can tell it from others. */
  readonly hint: string
  readonly label: string
  readonly scopes: readonly string[]
  readonly origins: readonly string[]
  /** The firm it acts for; null for the association. */
  readonly firm: string | null
  readonly expiresAt: Instant | null
  readonly revokedAt: Instant | null
  readonly lastUsedAt: Instant | null
  readonly createdAt: Instant
}

export type NewKey = Pick<ApiKey, 'kind' | 'hash' | 'hint' | 'label' | 'scopes' | 'origins' | 'firm' | 'expiresAt'>

export interface KeyReads {
  get(id: string): Promise<ApiKey | undefined>
  list(page: PageRequest & { readonly firm?: string }): Promise<Page<ApiKey>>
  /** One more with every key made or revoked in the tenant: a cache of keys is good while it stands. */
  generation(): Promise<number>
}

export interface Keys extends KeyReads {
  /** Throws `duplicate` when the hash is known. */
  create(key: NewKey): Promise<ApiKey>
  /** Throws `absent`; revoking twice keeps the first moment. */
  revoke(id: string): Promise<ApiKey>
  /** Gives a key an end, as when it is replaced with an overlap. */
  expire(id: string, at: Instant): Promise<ApiKey>
  /** Many at once, now and then: the moment of last use need not be exact. */
  touch(uses: ReadonlyMap<string, Instant>): Promise<void>
  /** Erases keys that nobody ever used and that ended before a moment, up to so many; the audit log names the others. */
  sweep(endedBefore: Instant, limit: number): Promise<number>
}

/** `partner`: the partner sees and confirms. `embed`: a visitor fills it in. `badge`: anybody sees the level. */
export type LinkPurpose = 'partner' | 'embed' | 'badge'

/** A door to one relationship for somebody without an account. */
export interface Link {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly firm: string
  readonly relationship: string
  /** SHA-256 of the token, in hex. */
  readonly hash: string
  /** Sealed. */
  readonly label: string
  /** What it opens: fields of the record for a partner, sites for a visitor, the rule set for a badge. */
  readonly sharedFields: readonly string[]
  /** What a partner may do by it; null where nothing was said: everything. */
  readonly powers: readonly string[] | null
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  readonly used: number
  readonly createdAt: Instant
}

export type NewLink = Pick<Link, 'purpose' | 'relationship' | 'hash' | 'label' | 'sharedFields' | 'expiresAt'> &
  Partial<Pick<Link, 'powers'>>

export interface LinkReads {
  get(id: string): Promise<Link | undefined>
  /** Newest first. */
  list(page: PageRequest & { readonly relationship: string; readonly purpose?: LinkPurpose }): Promise<Page<Link>>
}

export interface Links extends LinkReads {
  /** Throws `absent` when there is no such relationship. */
  create(link: NewLink): Promise<Link>
  revoke(id: string): Promise<Link>
  /** Counts a use. Throws `refused` when it is revoked or over. */
  use(id: string): Promise<Link>
  /**
   * Erases badges, and links to partners that nobody ever used, that ended before a moment, up to so many; a visit is none of
   * them. What a partner did by a link names it, so the others stay. Returns how many went.
   */
  sweep(endedBefore: Instant, limit: number): Promise<number>
}

/** A visit whose token has ended: nobody can come back to it. */
export interface OverVisit {
  readonly link: string
  readonly firm: string
  readonly relationship: string
  /** Whether its firm was made for this visit, and has nothing else: no key, no other relationship, no other link. */
  readonly isAlone: boolean
}

export interface Visits {
  /** The oldest first, up to so many. */
  over(limit: number): Promise<readonly OverVisit[]>
  /** Removes the link of a visit that is over, and nothing else. */
  forget(link: string): Promise<void>
}

/** An answer that can be given again, byte for byte. */
export interface KeptResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface IdempotencyClaim {
  readonly principal: string
  readonly key: string
  /** Hash of method, path and body: the same key with another one is a mistake. */
  readonly fingerprint: string
  readonly expiresAt: Instant
  /** Whose data the answer holds: it is sealed with this firm's key, and erased with the firm. */
  readonly firm?: string
}

export type ClaimOutcome =
  | { readonly state: 'claimed' }
  | { readonly state: 'in-flight' }
  | { readonly state: 'other-request' }
  | { readonly state: 'done'; readonly response: KeptResponse }

export interface IdempotencyReads {
  /** What became of a claim; undefined when there is none, or it is over. */
  find(claim: Pick<IdempotencyClaim, 'principal' | 'key' | 'fingerprint'>): Promise<ClaimOutcome | undefined>
}

/**
 * Claim, effect and answer stand in one transaction: after a crash either all of it happened or nothing did. Two claims
 * at once: the second one waits for the first and gets its answer. `in-flight` is a claim committed without an answer.
 */
export interface Idempotency extends IdempotencyReads {
  claim(claim: IdempotencyClaim): Promise<ClaimOutcome>
  /** `firm` where it became known only now, as when the firm was created. */
  keep(claim: Pick<IdempotencyClaim, 'principal' | 'key' | 'firm'>, response: KeptResponse): Promise<void>
  /** Gives up a claim, so that the request may be tried again. */
  release(claim: Pick<IdempotencyClaim, 'principal' | 'key'>): Promise<void>
  /** Removes what is over; returns how many. */
  sweep(): Promise<number>
}
