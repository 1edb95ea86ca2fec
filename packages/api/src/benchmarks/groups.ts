/** Count of relationships by firm. */
export type Firms = ReadonlyMap<string, number>

/** The smallest group that figures are kept for: the firms of one size in one sector. */
export interface Leaf {
  readonly sector: string
  readonly size: string
  readonly firms: Firms
}

/** A group that figures may be shown for: null stands for all sectors, or all sizes. */
export interface Group {
  readonly sector: string | null
  readonly size: string | null
}

/** No firm may be more than this share of a group. */
const largestShare = 0.25

/** Whether nobody in a group can be told apart: enough firms, and none that is too much of it. */
export function isSafe(firms: Firms, leastFirms: number): boolean {
  if (firms.size < leastFirms) return false
  const counts = [...firms.values()]
  const total = counts.reduce((sum, count) => sum + count, 0)
  return Math.max(...counts) <= total * largestShare
}

/**
 * The groups to show, so that nobody can work out one that is hidden. Groups lie inside each other like boxes: a size in its
 * sector, a sector in the whole. What a reader can work out by taking shown boxes out of a shown box is what is left in it;
 * so what is left must be safe too, or nothing. Where it is not, the smallest box inside is hidden, until it is.
 */
export function shownGroups(leaves: readonly Leaf[], leastFirms: number): Group[] {
  const safe = (parts: readonly Leaf[]) => isSafe(join(parts), leastFirms)
  const sectors = [...Map.groupBy(leaves, ({ sector }) => sector)].map(([sector, inside]) => {
    const boxes = inside
      .filter((leaf) => safe([leaf]))
      .map((leaf): Box => ({ sector, size: leaf.size, leaves: [leaf], inner: [] }))
    return close({ sector, size: null, leaves: inside, inner: boxes }, safe)
  })
  const whole = close({ sector: null, size: null, leaves, inner: sectors.flat() }, safe)
  return whole.flatMap(flat).map(({ sector, size }) => ({ sector, size }))
}

interface Box extends Group {
  readonly leaves: readonly Leaf[]
  /** The boxes shown directly inside. */
  readonly inner: readonly Box[]
}

/** The box with as many inner ones as may be shown beside it; or these alone, where it may not be shown itself. */
function close(box: Box, safe: (parts: readonly Leaf[]) => boolean): readonly Box[] {
  if (!safe(box.leaves)) return box.inner
  let inner = box.inner
  for (;;) {
    const shown = new Set(inner.flatMap(({ leaves }) => leaves))
    const rest = box.leaves.filter((leaf) => !shown.has(leaf))
    if (rest.length === 0 || safe(rest)) return [{ ...box, inner }]
    const smallest = inner.toSorted((left, right) => sizeOf(left) - sizeOf(right))[0]
    // nothing is left to hide: the box is all that is shown of itself, and it is safe
    if (smallest === undefined) return [{ ...box, inner: [] }]
    inner = inner.filter((one) => one !== smallest).concat(smallest.inner)
  }
}

function flat(box: Box): Box[] {
  return [box, ...box.inner.flatMap(flat)]
}

function sizeOf({ leaves }: Box): number {
  return join(leaves).size
}

function join(leaves: readonly Leaf[]): Map<string, number> {
  const firms = new Map<string, number>()
  for (const leaf of leaves) for (const [firm, count] of leaf.firms) firms.set(firm, (firms.get(firm) ?? 0) + count)
  return firms
}
