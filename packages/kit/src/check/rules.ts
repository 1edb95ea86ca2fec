import { pointerOf } from '@joinery/core'
import { nodeOf, type Node } from './condition-nodes.ts'
import type { View } from './view.ts'

/** An indicator as it is judged in the end, with what the rule set itself says about it. */
export interface Rule {
  readonly id: string
  readonly clause: string
  readonly level: number | undefined
  readonly weight: number
  /** Undefined where it is only answered, or its condition cannot be read. */
  readonly node: Node | undefined
  /** Where the rule set itself writes the condition; undefined where it comes from what it extends. */
  readonly pointer: string | undefined
  /** Where the rule set itself writes a weight. */
  readonly weightPointer: string | undefined
}

/** Every indicator that counts, changes to what is extended put in. */
export function rulesOf({ own, whole }: View): Rule[] {
  const ownPlaces = new Map(
    (own.practice?.indicators ?? []).map(({ id }, index) => [id, pointerOf('practice', 'indicators', index)]),
  )
  const changes = new Map((own.overrides ?? []).map((override, index) => [override.target, { override, index }]))
  const context = { named: whole.named }
  return whole.indicators.map((indicator) => {
    const change = changes.get(indicator.id)
    const set = change?.override.set
    const changed = change === undefined ? '' : pointerOf('overrides', change.index, 'set')
    const place = ownPlaces.get(indicator.id)
    const placeOf = (field: 'conditions' | 'weight') => {
      if (set?.[field] !== undefined) return `${changed}/${field}`
      return place === undefined || indicator[field] === undefined ? undefined : `${place}/${field}`
    }
    const conditions = set?.conditions ?? indicator.conditions
    const pointer = placeOf('conditions')
    return {
      id: indicator.id,
      clause: indicator.clause,
      level: indicator.level,
      weight: set?.weight ?? indicator.weight ?? 1,
      node: conditions === undefined ? undefined : nodeOf(conditions, pointer ?? '', context),
      pointer,
      weightPointer: placeOf('weight'),
    }
  })
}

/** Items by what they have in common, in their order. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}
