import type { Result } from '@joinery/core'

/** The scores of a result, without what explains them. */
export function compactResult({ formatVersion, headline, principles, clauses, provenance }: Result) {
  const { heldBackBy: _heldBackBy, contributions: _contributions, ...figures } = headline
  return {
    formatVersion,
    headline: figures,
    principles: principles.map(scoresOf),
    clauses: clauses.map(scoresOf),
    provenance,
  }
}

function scoresOf({ clause, score, potential, level }: Result['principles'][number] | Result['clauses'][number]) {
  return { clause, score, potential, level }
}
