import type { ClauseInput, MethodContext } from '../method.ts'
import { meanPoints, type MethodPoints, type Points } from './points.ts'

export const weightedMeanPoints: MethodPoints = {
  clause: meanClausePoints,
  principle: meanPoints,
  headline: meanPoints,
}

function meanClausePoints({ indicators }: ClauseInput, { scale }: MethodContext): Points[] {
  const due = indicators.filter(({ passed }) => !passed)
  const weights = due.reduce((sum, { indicator }) => sum + indicator.weight, 0)
  return due.map(({ indicator, value }) => ({
    of: indicator.id,
    points: (scale.top * indicator.weight * value) / weights,
  }))
}
