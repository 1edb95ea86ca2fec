import type { Evidence } from './evidence.ts'
import { supportOf, type IndicatorScore } from './indicator-score.ts'

/** How much is asked, known, true and supported; tallies of clauses add up to that of a principle, and so on. */
export interface Tally {
  parts: number
  known: number
  trueParts: number
  support: number
}

export function emptyTally(): Tally {
  return { parts: 0, known: 0, trueParts: 0, support: 0 }
}

export function tallyOf(indicators: readonly IndicatorScore[], states: Uint8Array, evidence: Evidence): Tally {
  let parts = 0
  let known = 0
  let trueParts = 0
  let support = 0
  for (const score of indicators) {
    parts += score.parts
    known += score.known
    trueParts += score.trueParts
    support += supportOf(score, states, evidence)
  }
  return { parts, known, trueParts, support }
}

export function addTo(sum: Tally, { parts, known, trueParts, support }: Tally): void {
  sum.parts += parts
  sum.known += known
  sum.trueParts += trueParts
  sum.support += support
}

/** Share of the parts that are known or declared; null where nothing is due. */
export function coverageOf({ parts, known }: Tally): number | null {
  return parts === 0 ? null : known / parts
}

/** Mean support of the parts that are true; null where none is. */
export function confidenceOf({ trueParts, support }: Tally): number | null {
  return trueParts === 0 ? null : support / trueParts
}
