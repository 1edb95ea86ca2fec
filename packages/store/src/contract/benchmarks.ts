import type { Instant } from './page.ts'

/** What a cell is about. `principle` may be `headline`. */
export interface CellKey {
  readonly ruleSet: string
  readonly sector: string
  readonly size: string
  readonly principle: string
  /** `2026-Q4`. */
  readonly quarter: string
}

/** Additive figures of one cell: two cells are joined by adding every number. */
export interface Cell extends CellKey {
  readonly count: number
  readonly sum: number
  readonly sumOfSquares: number
  /** 41 counts: scores 0 to 4 in steps of 0.1, each rounded to the nearest. */
  readonly bins: readonly number[]
}

/** How much of a cell each firm made; for the rule that no firm may be more than a quarter of it. */
export interface CellShares {
  readonly firms: number
  /** Share of the count that the largest firm has, 0 to 1. */
  readonly largest: number
}

/** What one relationship adds to its cells. It replaces what it added before in the same quarter. */
export interface Contribution {
  readonly relationship: string
  readonly firm: string
  readonly ruleSet: string
  readonly sector: string
  readonly size: string
  readonly quarter: string
  /** Score 0 to 4 by principle; a principle without a score is left out. */
  readonly scores: Readonly<Record<string, number>>
}

/** A published table of benchmarks: never changed, so that differences of two readings tell nothing. */
export interface Snapshot {
  readonly id: string
  readonly ruleSet: string
  readonly quarter: string
  readonly body: unknown
  readonly createdAt: Instant
}

export type CellFilter = Pick<CellKey, 'ruleSet' | 'quarter'> & Partial<CellKey>

export interface BenchmarkReads {
  cells(filter: CellFilter): Promise<readonly (Cell & CellShares)[]>
  /** Count of relationships by firm in the cells of one sector and size, joined over those left out. */
  shares(filter: CellFilter): Promise<ReadonlyMap<string, number>>
  snapshot(ruleSet: string, quarter: string): Promise<Snapshot | undefined>
  snapshots(ruleSet: string): Promise<readonly Omit<Snapshot, 'body'>[]>
}

export interface Benchmarks extends BenchmarkReads {
  /** At most 500 at once. The caller has checked the firms' consent. */
  contribute(contributions: readonly Contribution[]): Promise<void>
  /** Takes everything of the firm out of all open cells, as when consent is withdrawn. Frozen snapshots stay. */
  withdraw(firm: string): Promise<void>
  /** Throws `duplicate` when the quarter is frozen already. */
  freeze(snapshot: Pick<Snapshot, 'ruleSet' | 'quarter' | 'body'>): Promise<Snapshot>
}
