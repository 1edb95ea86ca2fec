import type { IndicatorScore } from './indicator-score.ts'
import {
  levelOf,
  meansOf,
  type ClauseInput,
  type ClauseScore,
  type Method,
  type MethodContext,
  type NodeScore,
  type Sums,
} from './method.ts'

/** Weighted means all the way up: no gates, no caps. A clause is the mean of its indicators times the top of the scale. */
export const weightedMeanV1: Method = {
  clause: meanClause,
  principle: meanNode,
  headline: meanNode,
}

function meanClause({ clause, indicators }: ClauseInput, { scale }: MethodContext): ClauseScore | null {
  const due = indicators.filter(({ passed }) => !passed)
  if (due.length === 0) return null
  const score = scale.top * meanValue(due, 'value')
  const potential = scale.top * meanValue(due, 'potential')
  return {
    id: clause.id,
    weight: clause.weight,
    score,
    potential,
    level: levelOf(score, scale),
    potentialLevel: levelOf(potential, scale),
    nextLevel: scale.levels.find(({ level }) => level > score)?.level,
    oneSided: false,
  }
}

function meanValue(due: readonly IndicatorScore[], pick: 'value' | 'potential'): number {
  let sum = 0
  let weights = 0
  for (const score of due) {
    sum += score.indicator.weight * score[pick]
    weights += score.indicator.weight
  }
  return sum / weights
}

function meanNode(children: Sums, { scale }: MethodContext): NodeScore {
  const { score, potential } = meansOf(children)
  return { score, potential, level: levelOf(score, scale) }
}
