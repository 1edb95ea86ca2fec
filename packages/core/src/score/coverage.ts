import type { IndicatorScore } from './indicator-score.ts'

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

/** With the support that there is where no evidence is graded. */
export function tallyOf(indicators: readonly IndicatorScore[]): Tally {
  const tally = emptyTally()
  for (const indicator of indicators) addTo(tally, indicator)
  return tally
}

export function addTo(sum: Tally, { parts, known, trueParts, support }: Readonly<Tally>): void {
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
