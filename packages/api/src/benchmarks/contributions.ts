import type { CompactScores, Contribution, Firm, ReadTx } from '@joinery/store'

/** Who among these firms adds to the benchmarks: those that have consented, with where they belong. */
export async function contributors(tx: ReadTx, firms: readonly string[]): Promise<ReadonlyMap<string, Cohort>> {
  const [consenting, places] = await Promise.all([tx.consents.firmsWith('benchmark', firms), tx.firms.places(firms)])
  const theirs = [...places].filter(([id]) => consenting.has(id))
  return new Map(theirs.map(([id, place]) => [id, cohortOf(place)]))
}

/** Where a firm belongs in the benchmarks. */
export interface Cohort {
  readonly sector: string
  readonly size: string
}

/** Firms that have not said stand together. */
function cohortOf({ sector, size }: Pick<Firm, 'sector' | 'size'>): Cohort {
  return { sector: sectorOf(sector), size: size ?? 'unknown' }
}

/** A sector is written by people: spaces and capitals do not make another one. */
export function sectorOf(sector: string | null): string {
  const plain = (sector ?? '').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  return plain === '' ? 'unknown' : plain
}

export function contributionOf(
  { headline, principles }: CompactScores,
  about: Omit<Contribution, 'scores'>,
): Contribution | undefined {
  const entries = [['headline', headline] as const, ...Object.entries(principles)]
  const scored = entries.flatMap(([id, { score }]) => (score === null ? [] : [[id, score] as const]))
  return scored.length === 0 ? undefined : { ...about, scores: Object.fromEntries(scored) }
}
