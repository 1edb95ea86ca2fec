import type { Store, TenantContext } from '@joinery/store'
import type { Authenticate } from '../access/authenticate.ts'
import type { EmbedTokens } from '../access/embed-token.ts'
import type { RecentScores } from '../assess/recent-scores.ts'
import type { Witness } from '../assess/witness.ts'
import type { AnswerMemory, SourceMemory } from './answer-memory.ts'
import type { Cursors } from './cursor.ts'
import type { Mailer } from './mailer.ts'
import type { Metrics } from './metrics.ts'
import type { RateLimiter } from './rate-limit.ts'
import type { Sealer } from './sealer.ts'
import type { Catalogue } from '../rule-sets/catalogue.ts'
import type { Workshop } from '../rule-sets/workshop.ts'
import type { SectorRooms } from '../sectors/sectors.ts'

/** What the operations work with; made once by `createApi`. */
export interface Service {
  readonly store: Store
  readonly now: () => Date
  readonly authenticate: Authenticate
  readonly cursors: Cursors
  readonly embedTokens: EmbedTokens
  readonly sealer: Sealer
  /** What partners confirmed through their links. */
  readonly witness: Witness
  readonly recentScores: RecentScores
  /** Answers that can be given again while nothing changes. */
  readonly answers: AnswerMemory
  /** What other answers were made from: they are made again without another reading. */
  readonly sources: SourceMemory
  readonly rates: { readonly key: RateLimiter; readonly address: RateLimiter; readonly tenant: RateLimiter }
  readonly metrics: Metrics
  /** None where nobody set up mail. */
  readonly mailer: Mailer | undefined
  /** Idempotency keys whose first request this process is still working on. */
  readonly inFlight: Set<string>
  readonly catalogue: Catalogue
  readonly workshop: Workshop
  readonly sectors: SectorRooms
  readonly check: CheckLimits
  /** What the rounding of counts hangs on; secret, and the same in every process. */
  readonly countSecret: string
  /** Origins of pages whose users sign in; sites with widgets are listed by their keys. */
  readonly origins: ReadonlySet<string>
  /** Where a request comes from; the same text for the same caller. */
  readonly addressOf: (request: Request, env: unknown) => string
  readonly log: (entry: LogEntry) => void
}

/** Something of this association was erased, or may be seen no longer: nothing of it stays in memory. */
export function forgetReadings({ answers, sources, recentScores }: Service, tenant: TenantContext): void {
  answers.forget(tenant)
  sources.forget(tenant)
  recentScores.forget(tenant.id)
}

/** How thoroughly a draft is compared on both evaluators. */
export interface CheckLimits {
  readonly random: number
  readonly seconds: number
}

/** One line of the log: never an answer, a key or a body. */
export interface LogEntry {
  readonly level: 'info' | 'error'
  readonly requestId: string
  readonly operation: string
  readonly status: number
  readonly principal: string
  /** Id of the tenant; undefined for whoever belongs to none. */
  readonly tenant: string | undefined
  readonly milliseconds: number
  /** Of an error that is ours. */
  readonly error?: unknown
}

/** The other end of the connection, as Node's server knows it. */
export function peerAddress(_request: Request, env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? 'unknown'
}
