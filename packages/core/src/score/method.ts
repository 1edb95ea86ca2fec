import type { Tally } from './coverage.ts'
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
export interface Child extends NodeScore {
  readonly id: string
  readonly weight: number
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

/** All that a node needs to know of its children: sums by weight, and the lowest. */
export interface Sums extends Tally {
  weights: number
  score: number
  potential: number
  lowScore: number
  lowPotential: number
  lowLevel: number
  lowPotentialLevel: number
}

/** A named way of making scores; each node is a pure function of the nodes below it. */
export interface Method {
  /** Null where nothing in the clause is due. */
  readonly clause: (input: ClauseInput, context: MethodContext) => ClauseScore | null
  readonly principle: (children: Sums, context: MethodContext) => NodeScore
  readonly headline: (children: Sums, context: MethodContext) => NodeScore
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

export function emptySums(): Sums {
  const none = Number.POSITIVE_INFINITY
  return {
    parts: 0,
    known: 0,
    trueParts: 0,
    support: 0,
    weights: 0,
    score: 0,
    potential: 0,
    lowScore: none,
    lowPotential: none,
    lowLevel: none,
    lowPotentialLevel: none,
  }
}

// oxlint-disable-next-line max-params -- the innermost step of scoring: wrapped figures would be garbage for every clause
export function addChild(
  sums: Sums,
  weight: number,
  score: number,
  potential: number,
  level: number,
  potentialLevel: number,
): void {
  sums.weights += weight
  sums.score += weight * score
  sums.potential += weight * potential
  sums.lowScore = Math.min(sums.lowScore, score)
  sums.lowPotential = Math.min(sums.lowPotential, potential)
  sums.lowLevel = Math.min(sums.lowLevel, level)
  sums.lowPotentialLevel = Math.min(sums.lowPotentialLevel, potentialLevel)
}

export function sumsOf(children: readonly Child[]): Sums {
  const sums = emptySums()
  for (const { weight, score, potential, level, potentialLevel } of children)
    addChild(sums, weight, score, potential, level, potentialLevel)
  return sums
}

/** Weighted means of the scores and of the potentials of children. */
export function meansOf({ score, potential, weights }: Sums): { readonly score: number; readonly potential: number } {
  return { score: score / weights, potential: potential / weights }
}
