import { dayOf, notDue } from '@joinery/core/plugin'

/** Days from one date to another, below 0 where the second is first; NaN, with which every comparison is false, where one is missing. */
export function daysBetween(from: string | undefined, to: string | undefined): number {
  return (dayOf(to) ?? Number.NaN) - (dayOf(from) ?? Number.NaN)
}

/** Whether something happened on that day or before; what has no date did not. */
export function isBy(date: string | undefined, last: string | undefined): boolean {
  return daysBetween(date, last) >= 0
}

/** Which share of what is due holds: unknown without a list, and nothing to judge where nothing is due. */
export function shareThat<Item>(
  due: readonly Item[] | undefined,
  holds: (item: Item) => boolean,
): number | typeof notDue | undefined {
  if (due === undefined) return undefined
  return due.length === 0 ? notDue : due.filter(holds).length / due.length
}
