import type { ApiKey, Idempotency, IdempotencyReads, KeyReads, Keys, Link, LinkReads, Links, Visits } from './access.ts'
import type { Audit, AuditReads } from './audit.ts'
import type { BenchmarkReads, Benchmarks } from './benchmarks.ts'
import type { CampaignReads, Campaigns, Queue } from './campaigns.ts'
import type { ExchangeReads, Exchanges } from './exchanges.ts'
import type { MailReads, Mails, Outbox } from './mails.ts'
import type { RelationshipReads, Relationships, ResultReads, Results, ScoreReads, Scores } from './relationships.ts'
import type { Rights, RightsReads } from './rights.ts'
import type { RuleSetReads, RuleSets } from './rule-sets.ts'
import type { Shipped } from './shipped.ts'
import type {
  ConsentReads,
  Consents,
  FirmReads,
  Firms,
  Platform,
  TenantContext,
  TenantReads,
  Tenants,
} from './tenants.ts'

export type Engine = 'sqlite' | 'postgres'

/** What a reading stood on. Means something only to the store that gave it. */
export type Stamp = number | string

/** A reading that was made about one relationship. */
export interface Reading {
  readonly tenant: TenantContext
  readonly relationship: string
  readonly stamp: Stamp
}

/** What can be read inside one tenant, from one snapshot. */
export interface ReadTx {
  readonly tenant: TenantContext
  /** What this reading stands on, for `holds`; known once something was read, and only where nothing is written. */
  readonly standsOn: Stamp | undefined
  readonly tenants: TenantReads
  readonly firms: FirmReads
  readonly consents: ConsentReads
  readonly relationships: RelationshipReads
  readonly results: ResultReads
  readonly scores: ScoreReads
  readonly ruleSets: RuleSetReads
  readonly campaigns: CampaignReads
  readonly benchmarks: BenchmarkReads
  readonly keys: KeyReads
  readonly links: LinkReads
  readonly mails: MailReads
  readonly exchanges: ExchangeReads
  readonly idempotency: IdempotencyReads
  readonly audit: AuditReads
  readonly rights: RightsReads
}

/** What can be read and changed inside one tenant, in one transaction. */
export interface Tx extends ReadTx {
  readonly tenants: Tenants
  readonly firms: Firms
  readonly consents: Consents
  readonly relationships: Relationships
  readonly results: Results
  readonly scores: Scores
  readonly ruleSets: RuleSets
  readonly campaigns: Campaigns
  readonly benchmarks: Benchmarks
  readonly keys: Keys
  readonly links: Links
  readonly mails: Mails
  readonly visits: Visits
  readonly exchanges: Exchanges
  readonly idempotency: Idempotency
  readonly audit: Audit
  readonly rights: Rights
}

export interface Health {
  readonly engine: Engine
  /** `SQLite 3.53.4`, `PostgreSQL 18.4`. */
  readonly version: string
  readonly writable: boolean
  /** Names of migrations that `migrate` would run. */
  readonly pending: readonly string[]
  /** Why it is not well, in a plain sentence; undefined when all is. */
  readonly problem: string | undefined
}

/** Counted since the store was opened. */
export interface StoreStats {
  readonly commits: number
  /** Pieces of work acknowledged; more than `commits` where several share one. */
  readonly writes: number
  readonly retries: number
  readonly rollbacks: number
  /** Milliseconds that commits took, all together. */
  readonly commitMs: number
  /** Pieces of work that wait for their turn now. */
  readonly waiting: number
}

export interface Backup {
  /** Digest of everything in each tenant, by id: the same in a faithful copy. */
  readonly tenants: Readonly<Record<string, string>>
  readonly bytes: number
}

/**
 * When a write is safe from a power cut: before it settles, or a moment after. `soon` is for what is made again by itself from
 * what is stored. A cut may take back the last of those writes, each as a whole, but none that came before a write that was
 * acknowledged as safe at once. A process that is killed takes back neither.
 */
export type Durability = 'at once' | 'soon'

export interface Store {
  readonly engine: Engine
  /** Brings the schema up to date; the second time does nothing. Nothing else works before. Returns what was run. */
  migrate(): Promise<readonly string[]>
  /** The context of a tenant that exists. */
  tenant(id: string): Promise<TenantContext | undefined>
  /** The key with this hash, revoked and over ones too; the key's text says the tenant. */
  findKey(tenant: string, hash: string): Promise<{ readonly tenant: TenantContext; readonly key: ApiKey } | undefined>
  findLink(tenant: string, hash: string): Promise<{ readonly tenant: TenantContext; readonly link: Link } | undefined>
  /**
   * Runs `work` on one snapshot of the tenant. It sees every write acknowledged before. Keep it short: what is not a
   * read of the store (a call, a file) belongs before or after it.
   */
  read<T>(tenant: TenantContext, work: (tx: ReadTx) => Promise<T>): Promise<T>
  /**
   * Runs `work` in one transaction and settles when it is durable, so that no crash can take it back (unless `soon` is good
   * enough); if `work` throws, nothing of it happened. It may run more than once: let it change nothing but `tx`, and await nothing else.
   */
  write<T>(tenant: TenantContext, work: (tx: Tx) => Promise<T>, durability?: Durability): Promise<T>
  /**
   * Tells whether a reading about one relationship would come out as it did when it stood on its stamp: the relationship, its
   * firm, consents and the rule sets at work, not results, links or keys. True only where every change acknowledged before the
   * question, by whichever process, is taken into account; false may also mean that nobody knows. At once on SQLite, before
   * this returns; on PostgreSQL too where the database was asked a moment ago, else with one question to it for all who wait.
   */
  holds(reading: Reading, tell: (holds: boolean) => void): void
  readonly platform: Platform
  readonly queue: Queue
  readonly outbox: Outbox
  readonly shipped: Shipped
  /** Writes a whole, checked copy to a new file while the store is in use; it holds what is sealed as it is. */
  backup(file: string): Promise<Backup>
  /** Fills an empty store from a backup made by either engine, with the same master key, and compares the digests. */
  restore(file: string): Promise<Backup>
  /** SHA-256 over every row of the tenant in the order of its keys. */
  digest(tenant: TenantContext): Promise<string>
  /** Moves the write-ahead log into the file and empties it; nothing to do on PostgreSQL. */
  checkpoint(): Promise<void>
  health(): Promise<Health>
  stats(): StoreStats
  /** Lets what was begun end, then lets go of files and connections. A second time does nothing. */
  close(): Promise<void>
}

export interface StoreOptions {
  /**
   * 32 bytes that wrap the key of every firm. Without it a SQLite store keeps one in `<file>.key` beside the data;
   * PostgreSQL needs it given. Whoever loses it loses all that is sealed.
   */
  readonly masterKey?: Uint8Array
  /** The present moment; the system's clock unless told. */
  readonly clock?: () => Date
  /** PostgreSQL: connections of this process, beside the one that `holds` asks over; 10 unless told. SQLite: connections for reads; 4 unless told. */
  readonly poolSize?: number
  /** PostgreSQL: longest time of one statement; 30,000 unless told. */
  readonly statementTimeoutMs?: number
}
