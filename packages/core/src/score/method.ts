import type { MethodParameters } from '../rule-set/methods.ts'
import type { Scale } from '../schema/rule-set.ts'
import type { IndicatorScore } from './indicator-score.ts'

export interface MethodContext {
  readonly scale: Scale
  readonly parameters: MethodParameters
}

/** A clause that is to be scored. */
export interface ClauseInput {
  readonly clause: { readonly id: string; readonly weight: number }
  /** The indicators in scope, in the order of the rule set. */
  readonly indicators: readonly IndicatorScore[]
  /** Whether the partner confirmed something that the clause reads. */
  readonly confirmed: boolean
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

export interface ClauseScore extends Child {
  /** The lowest level that is not held yet, where the scale goes on. */
  readonly nextLevel: number | undefined
  /** Whether only the missing confirmation keeps the clause at its level. */
  readonly oneSided: boolean
}

export interface NodeScore {
  readonly score: number
  readonly potential: number
  readonly level: number
}

/** A named way of making scores; each node is a pure function of the nodes below it. */
export interface Method {
  /** Null where nothing in the clause is due. */
  readonly clause: (input: ClauseInput, context: MethodContext) => ClauseScore | null
  readonly principle: (children: readonly Child[], context: MethodContext) => NodeScore
  readonly headline: (children: readonly Child[], context: MethodContext) => NodeScore
}

/** The highest level of the scale that a score reaches. */
export function levelOf(score: number, scale: Scale): number {
  const { levels } = scale
  for (let index = levels.length - 1; index > 0; index--)
    if (score - levels[index]!.level > -5e-10) return levels[index]!.level
  return 0
}

/** The level after another; the top one stays. */
export function levelAfter(level: number, scale: Scale): number {
  return scale.levels.find((candidate) => candidate.level > level)?.level ?? level
}

/** Weighted means of the scores and of the potentials of children. */
export function meansOf(children: readonly Child[]): { readonly score: number; readonly potential: number } {
  let score = 0
  let potential = 0
  let weights = 0
  for (const child of children) {
    score += child.weight * child.score
    potential += child.weight * child.potential
    weights += child.weight
  }
  return { score: score / weights, potential: potential / weights }
}
