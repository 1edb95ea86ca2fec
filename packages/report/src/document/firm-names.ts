import type { Relationship } from '@joinery/core'

/** The names of the two firms of a relationship, ours first; one that is not recorded is left out. */
export function firmNames({ org, rel }: Pick<Relationship, 'org' | 'rel'>): string[] {
  return [org?.name, rel?.partnerName].flatMap((name) => (name === undefined || name.trim() === '' ? [] : [name]))
}
