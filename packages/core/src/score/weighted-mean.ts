import { meanPoints } from './gated.ts'
import {
  levelOf,
  weightedMean,
  type Child,
  type ClauseInput,
  type ClauseScore,
  type Method,
  type NodeContext,
  type NodeScore,
} from './method.ts'

/** Weighted means all the way up: no gates, no caps. A clause is the mean of its indicators times the top of the scale. */
export const weightedMeanV1: Method = { clause: meanClause, principle: meanNode, headline: meanNode }

function meanClause({ indicators, scale }: ClauseInput): ClauseScore | null {
  const due = indicators.filter(({ passed }) => !passed)
  if (due.length === 0) return null
  const items = due.map(({ indicator }) => ({ weight: indicator.weight }))
  const weights = items.reduce((sum, { weight }) => sum + weight, 0)
  const score = scale.top * weightedMean(items, (index) => due[index]!.value)
  const potential = scale.top * weightedMean(items, (index) => due[index]!.potential)
  return {
    score,
    potential,
    level: levelOf(score, scale),
    potentialLevel: levelOf(potential, scale),
    contributions: due.map(({ indicator, value }) => ({
      of: indicator.id,
      points: (scale.top * indicator.weight * value) / weights,
    })),
    nextLevel: scale.levels.find(({ level }) => level > score)?.level,
    oneSided: false,
  }
}

function meanNode(children: readonly Child[], { scale }: NodeContext): NodeScore {
  const score = weightedMean(children, (index) => children[index]!.score)
  return {
    score,
    potential: weightedMean(children, (index) => children[index]!.potential),
    level: levelOf(score, scale),
    contributions: meanPoints(children),
  }
}
