import type { Child, ClauseInput, MethodContext } from '../method.ts'

/** Points of a score by what made them; caps are entries of their own, below zero. */
export interface Points {
  readonly of: string
  readonly points: number
}

/** The names of the caps in contributions. */
export const caps = {
  nextLevel: 'cap:next-level',
  oneSided: 'cap:one-sided',
  lowestClause: 'cap:lowest-clause',
} as const

/** What made the scores of a method, adding up to them. */
export interface MethodPoints {
  readonly clause: (input: ClauseInput, context: MethodContext) => Points[]
  readonly principle: (children: readonly Child[], context: MethodContext) => Points[]
  readonly headline: (children: readonly Child[], context: MethodContext) => Points[]
}

/** The share that each child has in a weighted mean. */
export function meanPoints(children: readonly Child[]): Points[] {
  const weights = children.reduce((sum, { weight }) => sum + weight, 0)
  return children.map(({ id, weight, score }) => ({ of: id, points: (weight * score) / weights }))
}

interface Share {
  readonly of: string
  readonly weight: number
  readonly share: number
}

/** Splits points over items by weight times share; evenly by weight where all shares are zero. */
export function split(points: number, items: readonly Share[]): Points[] {
  const total = items.reduce((sum, { weight, share }) => sum + weight * share, 0)
  if (total === 0)
    return points === 0
      ? []
      : split(
          points,
          items.map(({ of, weight }) => ({ of, weight, share: 1 })),
        )
  return items
    .filter(({ share }) => share > 0)
    .map(({ of, weight, share }) => ({ of, points: (points * weight * share) / total }))
}
