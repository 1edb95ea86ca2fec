import type { AssessOptions, Outcome, Path, Relationship, Result, ScoredResult } from '@joinery/core'

/** What is shown while somebody answers. */
export interface Live extends Pick<ScoredResult, 'headline' | 'principles' | 'clauses'> {
  /** By indicator. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** Indicators that the record settles by itself, whatever was answered. */
  readonly settled: ReadonlySet<string>
}

/** The complete result, with the cheapest ways to the next levels. */
export interface Assessed {
  readonly result: Result
  readonly paths: readonly Path[]
}

/**
 * Scores a record: in this page, or by a service. In the page the answer is there at once; elements wait for either.
 */
export interface Scorer {
  /** `sha256` of the resolved rule set. */
  readonly hash: string
  readonly live: (record: Relationship, options: AssessOptions) => Live | Promise<Live>
  readonly assess: (record: Relationship, options: AssessOptions) => Assessed | Promise<Assessed>
  /** Of the indicators nobody has settled, those whose answer would narrow the range most come first. */
  readonly worthAsking: (record: Relationship, options: AssessOptions) => Promise<readonly string[]>
}
