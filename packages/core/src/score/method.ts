import type { Scale } from '../schema/rule-set.ts'
import type { MethodParameters } from '../rule-set/methods.ts'
import type { IndicatorScore } from './indicator-score.ts'

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
  weakest: 'cap:weakest',
} as const

export interface ClauseInput {
  /** The indicators in scope, in the order of the rule set. */
  readonly indicators: readonly IndicatorScore[]
  readonly scale: Scale
  readonly parameters: MethodParameters
  /** Whether the partner confirmed something that the clause reads. */
  readonly confirmed: boolean
}

export interface ClauseScore {
  readonly score: number
  readonly potential: number
  readonly level: number
  readonly potentialLevel: number
  readonly contributions: readonly Points[]
  /** The lowest level that is not held yet, where the scale goes on. */
  readonly nextLevel: number | undefined
  /** Whether only the missing confirmation keeps the clause at its level. */
  readonly oneSided: boolean
}

/** A child of a principle or of the headline. */
export interface Child {
  readonly id: string
  readonly weight: number
  readonly score: number
  readonly potential: number
  readonly level: number
  readonly potentialLevel: number
}

export interface NodeScore {
  readonly score: number
  readonly potential: number
  readonly level: number
  readonly contributions: readonly Points[]
}

/** A named way of making scores; each node is a pure function of the nodes below it. */
export interface Method {
  /** Null where nothing in the clause is due. */
  readonly clause: (input: ClauseInput) => ClauseScore | null
  readonly principle: (children: readonly Child[], context: NodeContext) => NodeScore
  readonly headline: (children: readonly Child[], context: NodeContext) => NodeScore
}

export interface NodeContext {
  readonly scale: Scale
  readonly parameters: MethodParameters
}

/** The highest level of the scale that a score reaches. */
export function levelOf(score: number, scale: Scale): number {
  let reached = 0
  for (const { level } of scale.levels) if (score - level > -5e-10) reached = level
  return reached
}

/** The level after another; the top one stays. */
export function levelAfter(level: number, scale: Scale): number {
  return scale.levels.find((candidate) => candidate.level > level)?.level ?? level
}

export function weightedMean(items: readonly { readonly weight: number }[], pick: (index: number) => number): number {
  let sum = 0
  let weights = 0
  for (const [index, { weight }] of items.entries()) {
    sum += weight * pick(index)
    weights += weight
  }
  return sum / weights
}

/** Splits points over items by weight times share; evenly by weight where all shares are zero. */
export function split(
  points: number,
  items: readonly { readonly of: string; readonly weight: number; readonly share: number }[],
): Points[] {
  const total = items.reduce((sum, { weight, share }) => sum + weight * share, 0)
  if (total === 0)
    return points === 0
      ? []
      : split(
          points,
          items.map((item) => ({ ...item, share: 1 })),
        )
  return items
    .filter(({ share }) => share > 0)
    .map(({ of, weight, share }) => ({ of, points: (points * weight * share) / total }))
}
