import type { RelationshipHead } from '@joinery/store'
import { oldestFirst } from '../kernel/oldest-first.ts'

/** Scores that were made lately, as JSON: one text takes less than the objects it tells of. */
export interface RecentScores {
  /** Looked up, or made and kept. Whoever asks has been let in: nothing here knows whose scores they are. */
  readonly of: (scored: Scored, make: () => string) => string
  /** Lets go of everything about an association, as when something of it was erased. */
  readonly forget: (tenant: string) => void
}

/** All that decides the scores of a kept relationship. */
interface Scored {
  readonly tenant: string
  readonly head: RelationshipHead
  readonly basis: { readonly asOf: string; readonly digest: string }
}

/**
 * The same version of a record scores the same by the same rules on the same day, so nothing ever has to be taken out;
 * the oldest goes when there are too many.
 */
export function createRecentScores(most: number): RecentScores {
  const known = new Map<string, string>()
  const oldest = oldestFirst(() => known.keys())
  return {
    of: ({ tenant, head: { id, version, updatedAt }, basis: { asOf, digest } }, make) => {
      const place = `${tenant} ${id} ${version} ${updatedAt} ${digest} ${asOf}`
      const found = known.get(place)
      if (found !== undefined) return found
      const made = make()
      if (known.size >= most) known.delete(oldest.next())
      else oldest.rest()
      known.set(place, made)
      return made
    },
    forget: (tenant) => {
      for (const place of known.keys()) if (place.startsWith(`${tenant} `)) known.delete(place)
      oldest.rest()
    },
  }
}
