import type { Instant, Page, PageRequest } from './page.ts'

/** One thing that was done. Contents are kept as keyed hashes only: they prove, and tell nothing. */
export interface AuditEntry {
  readonly id: string
  /** Who, as an id and never as a name: `key:…`, `user:…`, `link:…`, `system`. */
  readonly actor: string
  /** `relationship.update`, `key.revoke` … */
  readonly action: string
  /** `relationship/018f…` */
  readonly target: string
  readonly beforeHash: string | null
  readonly afterHash: string | null
  readonly requestId: string | null
  readonly firm: string | null
  readonly at: Instant
  /** Number of the seal that holds it; null until it is sealed. */
  readonly seal: number | null
}

export interface NewAuditEntry {
  readonly actor: string
  readonly action: string
  readonly target: string
  /** What stood there before and after: hashed with the firm's key (the tenant's without a firm), never stored. */
  readonly before?: unknown
  readonly after?: unknown
  readonly requestId?: string
  readonly firm?: string
}

/** A sealed batch of entries, chained to the one before. */
export interface AuditSeal {
  readonly number: number
  readonly entries: number
  readonly previous: string
  /** SHA-256 over the previous seal and every entry, in hex. Publish it, and nobody can rewrite what came before. */
  readonly hash: string
  readonly at: Instant
}

export interface AuditFinding {
  readonly code: 'changed' | 'missing' | 'moved' | 'extra' | 'broken-chain' | 'forged-seal' | 'rolled-back'
  readonly seal: number | null
  readonly entry: string | null
  readonly message: string
}

export interface AuditVerdict {
  readonly entries: number
  readonly sealed: number
  readonly head: Pick<AuditSeal, 'number' | 'hash'> | null
  readonly findings: readonly AuditFinding[]
}

export interface AuditReads {
  /** Newest first. */
  list(
    page: PageRequest & { readonly target?: string; readonly firm?: string; readonly actor?: string },
  ): Promise<Page<AuditEntry>>
  seals(page: { readonly after?: number; readonly limit: number }): Promise<readonly AuditSeal[]>
  /** Reads the whole chain. `known` is a seal published earlier: a history rolled back behind it is found. */
  verify(known?: Pick<AuditSeal, 'number' | 'hash'>): Promise<AuditVerdict>
}

export interface Audit extends AuditReads {
  append(entry: NewAuditEntry): Promise<AuditEntry>
  /** Seals what is not sealed yet, at most 10,000 entries; undefined when there is nothing. */
  seal(): Promise<AuditSeal | undefined>
}
