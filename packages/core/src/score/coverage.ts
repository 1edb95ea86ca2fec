import type { Evidence } from './evidence.ts'
import { declaredTrue, knownParts, supportOf, type IndicatorScore } from './indicator-score.ts'

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
  const tally = emptyTally()
  for (const score of indicators) {
    if (score.passed) continue
    tally.parts += score.parts
    tally.known += knownParts(score)
    tally.trueParts += score.yes + declaredTrue(score)
    tally.support += supportOf(score, states, evidence)
  }
  return tally
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
