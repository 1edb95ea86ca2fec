import type { Child } from '../method.ts'
import { gatedPoints } from './gated-points.ts'
import type { MethodPoints, Points } from './points.ts'

export const weakestLinkPoints: MethodPoints = {
  clause: gatedPoints.clause,
  principle: weakestPoints,
  headline: weakestPoints,
}

function weakestPoints(children: readonly Child[]): Points[] {
  const score = Math.min(...children.map((child) => child.score))
  const link = children.find((child) => child.score === score)!
  return [{ of: link.id, points: score }]
}
