import type { Relationship, Result } from '@joinery/core'
import type { Instant, Page, PageRequest } from './page.ts'

/** One relationship of a firm: the whole record as JSON, sealed, with a version that counts its changes. */
export interface StoredRelationship {
  readonly id: string
  readonly firm: string
  /** Opened when it is first looked at: throws `damaged` then, where what is stored was changed. */
  readonly record: Relationship
  /** 1 when created, one more with every change. */
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** A relationship without its record: whose it is, and whether it has changed. */
export type RelationshipHead = Omit<StoredRelationship, 'record'>

export interface NewRelationship {
  readonly id?: string
  readonly firm: string
  readonly record: Relationship
  /** Makes `findByPartner` find it. Kept only as a keyed hash. */
  readonly partner?: string
}

export interface RelationshipReads {
  /** Cheap: the record is not read. */
  head(id: string): Promise<RelationshipHead | undefined>
  get(id: string): Promise<StoredRelationship | undefined>
  /** Oldest first; of one firm, or of the whole tenant. */
  list(page: PageRequest & { readonly firm?: string }): Promise<Page<StoredRelationship>>
  /** Those whose partner has this name, but for case and spaces. */
  findByPartner(firm: string, partner: string): Promise<readonly StoredRelationship[]>
  count(firm?: string): Promise<number>
  /**
   * Those of one chunk of a campaign: ids from `from` to `to`, both included, in their order; at most 500. Each record is opened
   * anew whenever it is looked at.
   */
  between(from: string, to: string): Promise<readonly StoredRelationship[]>
}

export interface Relationships extends RelationshipReads {
  /** Throws `absent` when there is no such firm. */
  create(relationship: NewRelationship): Promise<StoredRelationship>
  /** Throws `absent`, or `conflict` unless the version is the stored one. Without `partner` the index stays as it is. */
  update(id: string, version: number, change: Pick<NewRelationship, 'record' | 'partner'>): Promise<StoredRelationship>
  /** With its results, scores, links, exchanges and benchmark shares. Throws as `update` does. */
  delete(id: string, version: number): Promise<void>
}

/** The figures of one score, as a Result has them. */
export interface Figures {
  readonly score: number | null
  readonly potential: number | null
  readonly level: number | null
  readonly coverage: number | null
  readonly confidence: number | null
}

/** A result without its words: enough for lists, trends, campaigns and benchmarks. */
export interface CompactScores {
  readonly headline: Figures
  /** By id of the principle. */
  readonly principles: Readonly<Record<string, Figures>>
}

/** What a stored result was made from. */
export interface ResultOrigin {
  readonly relationship: string
  readonly ruleSet: string
  /** Semantic version of the rule set. */
  readonly ruleSetVersion: string
  /** Digest of the rule set: SHA-256 of its canonical JSON, in hex. */
  readonly digest: string
  readonly asOf: string
  readonly scope: string
  readonly inputHash: string
  readonly engine: string
  /** Version of the relationship it was made from. */
  readonly relationshipVersion: number
}

/** Never changed after it was stored; goes only with its relationship. */
export interface ResultSummary extends ResultOrigin {
  readonly id: string
  readonly firm: string
  readonly scores: CompactScores
  readonly createdAt: Instant
}

export interface StoredResult extends ResultSummary {
  /** The whole Result, sealed in the store. */
  readonly result: Result
  /** The record it was made from, as it was then; sealed with it. */
  readonly record: Relationship
}

export interface NewResult extends ResultOrigin {
  readonly scores: CompactScores
  readonly result: Result
  readonly record: Relationship
}

export interface ResultReads {
  get(id: string): Promise<StoredResult | undefined>
  /** The newest one made with the rule set, whatever its version. */
  latest(relationship: string, ruleSet: string): Promise<StoredResult | undefined>
  /** Newest first, without the words. */
  history(
    page: PageRequest & { readonly relationship: string; readonly ruleSet?: string },
  ): Promise<Page<ResultSummary>>
}

export interface Results extends ResultReads {
  /** Throws `absent` when there is no such relationship. */
  add(result: NewResult): Promise<ResultSummary>
}

/** Where a relationship stands now under one rule set. */
export interface CurrentScore {
  readonly relationship: string
  readonly firm: string
  readonly ruleSet: string
  readonly digest: string
  readonly relationshipVersion: number
  readonly asOf: string
  readonly scores: CompactScores
  readonly updatedAt: Instant
}

export type NewScore = Omit<CurrentScore, 'updatedAt'>

export interface ScoreReads {
  get(relationship: string, ruleSet: string): Promise<CurrentScore | undefined>
  /** Of these relationships; those without a score are left out. */
  getMany(relationships: readonly string[], ruleSet: string): Promise<ReadonlyMap<string, CurrentScore>>
  /** The same for the relationships of a chunk: by their ids, both ends included. */
  between(
    ruleSet: string,
    ids: { readonly from: string; readonly to: string },
  ): Promise<ReadonlyMap<string, CurrentScore>>
  /** Everything scored under the rule set, by relationship. */
  list(page: PageRequest & { readonly ruleSet: string; readonly firm?: string }): Promise<Page<CurrentScore>>
  /** How many scores of the rule set were made with this digest, and how many with another. */
  freshness(ruleSet: string, digest: string): Promise<{ readonly fresh: number; readonly stale: number }>
}

export interface Scores extends ScoreReads {
  /**
   * At most 500 at once. A score made from an older version of its relationship than the stored one is left out, and so
   * is one whose relationship has gone. Returns how many were taken.
   */
  put(scores: readonly NewScore[]): Promise<number>
}
