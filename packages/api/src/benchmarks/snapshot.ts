import type { Cell, ReadTx } from '@joinery/store'
import { shownGroups, type Group, type Leaf } from './groups.ts'

/** The figures of one principle in one group. */
interface Spread {
  readonly firms: number
  readonly relationships: number
  /** A quarter of the scores are at or below `lower`, half at or below `median`, three quarters at or below `upper`. */
  readonly lower: number
  readonly median: number
  readonly upper: number
}

export interface ShownGroup extends Group {
  /** By id of the principle; the whole score under `headline`. What may not be shown is left out. */
  readonly principles: Readonly<Record<string, Spread>>
}

/** A table of benchmarks as it is frozen. Only what may be shown is in it. */
export interface SnapshotBody {
  readonly asOf: string
  readonly leastFirms: number
  readonly groups: readonly ShownGroup[]
}

export interface SnapshotOf {
  readonly ruleSet: string
  readonly quarter: string
  readonly asOf: string
  readonly leastFirms: number
}

/** Makes the table of a quarter from its open cells. */
export async function makeSnapshot(
  tx: ReadTx,
  { ruleSet, quarter, asOf, leastFirms }: SnapshotOf,
): Promise<SnapshotBody> {
  const cells = (await tx.benchmarks.cells({ ruleSet, quarter })).filter(({ count }) => count > 0)
  const groups = new Map<string, Group & { readonly principles: Record<string, Spread> }>()
  for (const [principle, own] of Map.groupBy(cells, (cell) => cell.principle)) {
    const leaves: (Leaf & { readonly cell: Cell })[] = []
    for (const cell of own) {
      const { sector, size } = cell
      const firms = await tx.benchmarks.shares({ ruleSet, quarter, sector, size, principle })
      leaves.push({ sector, size, firms, cell })
    }
    for (const group of shownGroups(leaves, leastFirms)) {
      const inside = leaves.filter((leaf) => isIn(leaf, group))
      const key = JSON.stringify([group.sector, group.size])
      if (!groups.has(key)) groups.set(key, { ...group, principles: Object.create(null) as Record<string, Spread> })
      groups.get(key)!.principles[principle] = spreadOf(inside)
    }
  }
  return { asOf, leastFirms, groups: [...groups.values()] }
}

function isIn(leaf: Leaf, { sector, size }: Group): boolean {
  return (sector === null || leaf.sector === sector) && (size === null || leaf.size === size)
}

function spreadOf(leaves: readonly (Leaf & { readonly cell: Cell })[]): Spread {
  const bins = Array.from({ length: 41 }, (_, bin) => leaves.reduce((sum, { cell }) => sum + (cell.bins[bin] ?? 0), 0))
  const relationships = bins.reduce((sum, bin) => sum + bin, 0)
  return {
    firms: new Set(leaves.flatMap(({ firms }) => [...firms.keys()])).size,
    relationships,
    lower: quantile(bins, relationships / 4),
    median: quantile(bins, relationships / 2),
    upper: quantile(bins, (relationships * 3) / 4),
  }
}

/** The lowest score at or below which so many lie. */
function quantile(bins: readonly number[], wanted: number): number {
  let below = 0
  const index = bins.findIndex((bin) => (below += bin) >= wanted)
  return index / 10
}

/** The narrowest group that is shown around a firm of a sector and size. */
export function narrowest({ groups }: SnapshotBody, { sector, size }: Group): ShownGroup | undefined {
  const find = (wanted: Group) => groups.find((group) => group.sector === wanted.sector && group.size === wanted.size)
  return find({ sector, size }) ?? find({ sector, size: null }) ?? find({ sector: null, size: null })
}
