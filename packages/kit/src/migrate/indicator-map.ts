import type { RuleSet } from '@joinery/core'

/** What became of indicators from one version of a rule set to another. */
export interface IndicatorMove {
  readonly kind: 'kept' | 'renamed' | 'split' | 'merged' | 'retired' | 'new'
  /** Ids before; none where it is new. */
  readonly from: readonly string[]
  /** Ids after; none where it is retired. */
  readonly to: readonly string[]
}

/**
 * What became of every indicator: by its id, and by what the later version says under `formerly`. Where one is split and
 * merged at the same time, all that hang together are one move and count as merged.
 */
export function indicatorMap(before: RuleSet, after: RuleSet): IndicatorMove[] {
  const [old, fresh] = [before, after].map(({ indicators }) => new Set(indicators.map(({ id }) => id)))
  const links = linksOf(after, (id) => old!.has(id))
  const moves = before.indicators.flatMap(({ id }): IndicatorMove[] => {
    if (links.successors.has(id)) {
      const move = moveOf(id, links)
      // all that hang together are told once, with the first of them
      return move.from[0] === id ? [move] : []
    }
    return fresh!.has(id) ? [{ kind: 'kept', from: [id], to: [id] }] : [{ kind: 'retired', from: [id], to: [] }]
  })
  const come = after.indicators.filter(({ id }) => !old!.has(id) && !links.predecessors.has(id))
  return [...moves, ...come.map(({ id }): IndicatorMove => ({ kind: 'new', from: [], to: [id] }))]
}

interface Links {
  readonly successors: ReadonlyMap<string, readonly string[]>
  readonly predecessors: ReadonlyMap<string, readonly string[]>
}

function linksOf({ indicators }: RuleSet, isOld: (id: string) => boolean): Links {
  const successors = new Map<string, string[]>()
  const predecessors = new Map<string, string[]>()
  for (const { id, document } of indicators) {
    const earlier = (document.formerly ?? []).filter(isOld)
    if (earlier.length === 0) continue
    // one that was there already and takes another one in takes the place of both
    const all = isOld(id) ? [id, ...earlier] : earlier
    predecessors.set(id, all)
    for (const from of all) successors.set(from, [...(successors.get(from) ?? []), id])
  }
  return { successors, predecessors }
}

function moveOf(start: string, { successors, predecessors }: Links): IndicatorMove {
  const [from, to] = [new Set([start]), new Set<string>()]
  // both sets grow while they are walked, until nothing new hangs on them
  for (const id of from)
    for (const later of successors.get(id) ?? []) {
      to.add(later)
      for (const earlier of predecessors.get(later) ?? []) from.add(earlier)
    }
  const kind = from.size > 1 ? 'merged' : to.size > 1 ? 'split' : 'renamed'
  // the same order whichever of them it is asked for
  return { kind, from: [...from].toSorted(), to: [...to] }
}
