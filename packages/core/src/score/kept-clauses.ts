import { addChild, type Sums } from './method.ts'
import type { Figures } from './figures.ts'
import type { CountedClause } from './scored.ts'

/**
 * Clauses as they came out. What is added up of each stands in a row of 64 bytes, which a processor fetches at once: with
 * thousands of rules, looking into objects here and there is what takes the time.
 */
export interface KeptClauses {
  /** Row by row: score, potential, level, potential level; parts, known ones, true ones, support. */
  readonly rows: Float64Array
  /** By row; the first one is for a clause that is not kept. */
  readonly clauses: CountedClause[]
  readonly figures: Figures[]
}

/** Room for the clauses of so many indicators; at most for 30,000, which take some fifteen megabytes. */
export function createKept(indicators: number): KeptClauses {
  return { rows: new Float64Array(8 * Math.min(30_000, 100 * indicators)), clauses: [], figures: [] }
}

/** Gives a clause the next row while there is room; the first one, if it is not to be kept. */
export function keep({ rows, clauses, figures }: KeptClauses, clause: CountedClause, isToKeep: boolean): number {
  const row = isToKeep && clauses.length * 8 < rows.length ? clauses.length || 1 : 0
  const { score, tally } = clause
  if (score !== null) rows.set([score.score, score.potential, score.level, score.potentialLevel], row * 8)
  rows.set([tally.parts, tally.known, tally.trueParts, tally.support], row * 8 + 4)
  clauses[row] = clause
  figures[row] = clause.figures
  return row
}

/** Adds the clause in a row to its principle, but for its support. */
// oxlint-disable-next-line max-params -- the innermost step of scoring: what is wrapped is garbage for every clause
export function addRow(sums: Sums, weight: number, { rows }: KeptClauses, row: number): void {
  const at = row * 8
  const parts = rows[at + 4]!
  // where nothing is asked there is no score
  if (parts > 0) addChild(sums, weight, rows[at]!, rows[at + 1]!, rows[at + 2]!, rows[at + 3]!)
  sums.parts += parts
  sums.known += rows[at + 5]!
  sums.trueParts += rows[at + 6]!
}
