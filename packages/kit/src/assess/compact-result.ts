import type { Result, ScoredResult } from '@joinery/core'

/** What a compact result is made of: a whole result will do. */
export type CompactSource = Pick<ScoredResult, 'headline' | 'principles' | 'clauses'> &
  Pick<Result, 'formatVersion' | 'provenance'>

/** What a compact result has beside the figures of the principles. */
export interface CompactOptions {
  /** With the figures of every clause too. */
  readonly clauses?: boolean
  /** With the hash of the record, by which a result can be tied to what it was made from. */
  readonly inputHash?: boolean
}

/**
 * The figures of a result, without what explains them: of the whole level, score, potential, percent to target, target, reached,
 * coverage and confidence; of each principle, and on request each clause, id, level, score, potential and coverage; and which
 * rule set, method, day and scope they come from.
 */
export function compactResult(
  { formatVersion, headline, principles, clauses, provenance }: CompactSource,
  { clauses: withClauses = false, inputHash: withHash = false }: CompactOptions = {},
) {
  const { level, score, potential, percentToTarget, target, reached, coverage, confidence } = headline
  const { ruleSet, version, hash, method, engine, asOf, scope } = provenance
  const made = { ruleSet, version, hash, method, engine, asOf, scope }
  return {
    formatVersion,
    headline: { level, score, potential, percentToTarget, target, reached, coverage, confidence },
    principles: principles.map(figuresOf),
    ...(withClauses ? { clauses: clauses.map(figuresOf) } : {}),
    provenance: withHash ? { ...made, inputHash: provenance.inputHash } : made,
  }
}

type Node = CompactSource['clauses'][number]

function figuresOf({ id, level, score, potential, coverage }: Node) {
  return { id, level, score, potential, coverage }
}
