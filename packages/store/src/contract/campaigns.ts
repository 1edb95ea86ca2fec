import type { Instant, Page, PageRequest } from './page.ts'
import type { TenantContext } from './tenants.ts'

export type CampaignStatus = 'running' | 'paused' | 'cancelled' | 'done'

/** Background work over many relationships of one tenant, cut into chunks. */
export interface Campaign {
  readonly id: string
  /** What the worker should do: `rescore`, `import` … */
  readonly kind: string
  /** What it needs to know: rule set, digest … */
  readonly input: Readonly<Record<string, unknown>>
  readonly status: CampaignStatus
  readonly progress: Progress
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** Chunks by state, and relationships by what became of them. */
export interface Progress {
  readonly chunks: { readonly waiting: number; readonly running: number; readonly done: number; readonly dead: number }
  readonly relationships: { readonly total: number; readonly done: number } & ChunkCounts
}

/** What became of the relationships of a chunk, or of all chunks: whose score changed, and which way it went. */
export interface ChunkCounts {
  readonly changed: number
  readonly up: number
  readonly down: number
}

/** One chunk that was given up after its last attempt. */
export interface DeadChunk {
  readonly campaign: string
  readonly chunk: number
  readonly attempts: number
  readonly error: string
}

export interface CampaignReads {
  get(id: string): Promise<Campaign | undefined>
  /** Newest first. */
  list(page: PageRequest): Promise<Page<Campaign>>
  /** The newest one of a kind whose input is this; chunks are counted of no other one. */
  newest(kind: string, fits: (input: Campaign['input']) => boolean): Promise<Campaign | undefined>
  dead(id: string): Promise<readonly DeadChunk[]>
}

export interface Campaigns extends CampaignReads {
  /** Cuts all relationships of the tenant into chunks and queues them, in this transaction. */
  start(campaign: {
    readonly kind: string
    readonly input: Readonly<Record<string, unknown>>
    /** Relationships in a chunk, 1 to 500; 500 unless told. */
    readonly chunkSize?: number
  }): Promise<Campaign>
  /** running ⇄ paused; running or paused → cancelled. Chunks at work end first. Throws `conflict` or `refused`. */
  setStatus(id: string, version: number, status: 'running' | 'paused' | 'cancelled'): Promise<Campaign>
  /** Queues the dead chunks once more. */
  retryDead(id: string): Promise<number>
  /**
   * The chunk is done, in the transaction of its effect: so each chunk takes effect exactly once. Throws `lease-lost`
   * when somebody else has the chunk by now or has done it; then nothing of this transaction happens.
   */
  complete(lease: Lease, counts: ChunkCounts): Promise<void>
}

/** One chunk of a campaign, lent to one worker until `until`. */
export interface Lease {
  readonly tenant: TenantContext
  readonly campaign: string
  readonly chunk: number
  readonly kind: string
  readonly input: Readonly<Record<string, unknown>>
  /** The relationships of the chunk: ids from `from` to `to`, both included. */
  readonly from: string
  readonly to: string
  readonly attempt: number
  readonly until: Instant
  /** Tells this loan from every other one of the same chunk. */
  readonly token: string
}

export interface ClaimOptions {
  readonly worker: string
  /** At most this many chunks. */
  readonly limit: number
  /** How long without a heartbeat before another worker may have it. */
  readonly leaseMs: number
}

/** Where workers of every process find chunks to do. A killed worker's chunk comes back when its lease runs out. */
export interface Queue {
  /** Fair between tenants: oldest first, at most four of one tenant at work. */
  claim(options: ClaimOptions): Promise<readonly Lease[]>
  /** Throws `lease-lost` when the chunk is no longer this worker's, or its campaign was cancelled. */
  heartbeat(lease: Lease, leaseMs: number): Promise<Lease>
  /** Gives it back; after the fifth attempt it is dead. */
  fail(lease: Lease, error: string): Promise<'retry' | 'dead'>
  /** What waits and runs over all tenants, for metrics. */
  depth(): Promise<{ readonly waiting: number; readonly running: number; readonly dead: number }>
}
