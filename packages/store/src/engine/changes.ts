import type { Wall } from './engine.ts'
import { everything, placeOf, reachedBy, type Reached } from './reach.ts'
import type { Written } from './statement.ts'

/**
 * Knows which commit changed something last, so that what was read before can be known to hold. In doubt it says that it
 * does not.
 */
export interface Changes {
  /** Told of each statement that writes, before its commit. */
  note(wall: Wall, written: Written): void
  /** Whether nothing was changed since that could make a reading about this relationship come out differently. */
  holds(tenant: string, relationship: string, standsOn: number): boolean
}

/** Most places of which the last change is remembered one by one. */
export const mostKnown = 20_000

/** `next` is the number that the coming commit will have. */
export function createChanges(next: () => number): Changes {
  const last = new Map<Reached, number>()
  let ofAll = 0
  return {
    note: (wall, written) => {
      const reached = reachedBy(wall, written)
      if (reached === undefined) return
      if (reached === everything || last.size >= mostKnown) {
        last.clear()
        ofAll = next()
      }
      last.set(reached, next())
    },
    holds: (tenant, relationship, standsOn) =>
      standsOn >= ofAll &&
      standsOn >= (last.get(tenant) ?? 0) &&
      standsOn >= (last.get(placeOf(tenant, relationship)) ?? 0),
  }
}
