import type { Instant, Page, PageRequest } from './page.ts'

/**
 * `pulse`: a round of the four questions. `statements`: a round of statements that both sides answer. `remark`: what the
 * partner says about a field. `approval`: of the plan. `rating`: what the partner is asked about how one person acts, and said.
 */
export type ExchangeKind = (typeof exchangeKinds)[number]
export const exchangeKinds = ['pulse', 'statements', 'remark', 'approval', 'rating'] as const

/** `sealed`: nobody may read it yet, not even its own firm. `open`: to be dealt with. `closed`: done. */
export type ExchangeState = 'sealed' | 'open' | 'closed'

/** Something the two sides of a relationship have to do with each other that is not a fact of its record. */
export interface Exchange {
  readonly id: string
  readonly kind: ExchangeKind
  readonly state: ExchangeState
  readonly firm: string
  readonly relationship: string
  /** Sealed in the store. */
  readonly content: unknown
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export type NewExchange = Pick<Exchange, 'kind' | 'state' | 'relationship' | 'content'>

export interface ExchangeReads {
  get(id: string): Promise<Exchange | undefined>
  /** Newest first. */
  list(page: PageRequest & { readonly relationship: string; readonly kind: ExchangeKind }): Promise<Page<Exchange>>
  /** What nobody may read yet and was begun before a moment, of all relationships, up to so many. */
  sealedBefore(begunBefore: Instant, limit: number): Promise<readonly Omit<Exchange, 'content'>[]>
}

export interface Exchanges extends ExchangeReads {
  /** Throws `absent` when there is no such relationship. */
  add(exchange: NewExchange): Promise<Exchange>
  /** Throws `absent`, or `conflict` unless the version is the stored one. */
  update(id: string, version: number, change: Pick<Exchange, 'state' | 'content'>): Promise<Exchange>
}
