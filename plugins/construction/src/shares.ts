import { notDue, type Derived } from '@joinery/core/plugin'

/**
 * Which share of the items that are due holds. Unknown without a list; where nothing is due yet, there is nothing to judge.
 */
export function shareOf<Item>(
  items: readonly Item[] | undefined,
  isDue: (item: Item) => boolean,
  holds: (item: Item) => boolean,
): Derived<number> {
  if (items === undefined) return undefined
  const due = items.filter(isDue)
  return due.length === 0 ? notDue : due.filter(holds).length / due.length
}
