import type { ScoredClause } from './score-tree.ts'

export interface Tally {
  /** Share of the parts that are known or declared; null where nothing is due. */
  readonly coverage: number | null
  /** Mean support of the parts that are true; null where none is. */
  readonly confidence: number | null
}

/** How much is known, and how well what is true is supported; clauses that do not apply are left out. */
export function coverageOf(clauses: readonly ScoredClause[]): Tally {
  const indicators = clauses.filter(({ applies }) => applies !== 'no').flatMap((clause) => clause.indicators)
  const sum = (pick: 'known' | 'parts' | 'trueParts' | 'support') =>
    indicators.reduce((total, score) => total + score[pick], 0)
  const [parts, trueParts] = [sum('parts'), sum('trueParts')]
  return {
    coverage: parts === 0 ? null : sum('known') / parts,
    confidence: trueParts === 0 ? null : sum('support') / trueParts,
  }
}
