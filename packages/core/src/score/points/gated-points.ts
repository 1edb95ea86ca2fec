import { climb, gatedClause, gatedPrinciple, levelValue, valueOf } from '../gated.ts'
import { meansOf, sumsOf, type Child, type ClauseInput, type MethodContext } from '../method.ts'
import { caps, meanPoints, split, type MethodPoints, type Points } from './points.ts'

export const gatedPoints: MethodPoints = {
  clause: gatedClausePoints,
  principle: gatedPrinciplePoints,
  headline: meanPoints,
}

/** Each held level gives the points up to it to its indicators; the next one its value; caps take away. */
function gatedClausePoints(input: ClauseInput, context: MethodContext): Points[] {
  const scored = gatedClause(input, context)
  if (scored === null) return []
  const open = climb(input.indicators, context, valueOf)
  const points: Points[] = []
  let held = 0
  for (const { level } of context.scale.levels) {
    const due = input.indicators.filter(({ indicator, passed }) => indicator.level === level && !passed)
    if (due.length === 0 || level > (open.nextLevel ?? open.held)) continue
    const items = due.map(({ indicator, value }) => ({ of: indicator.id, weight: indicator.weight, share: value }))
    if (level === open.nextLevel) points.push(...nextLevelPoints(input, items, open.score - held))
    else points.push(...split(level - held, items))
    if (level <= open.held) held = level
  }
  const lost = scored.score - open.score
  return lost === 0 ? points : [...points, { of: caps.oneSided, points: lost }]
}

function nextLevelPoints({ indicators }: ClauseInput, items: Parameters<typeof split>[1], counted: number): Points[] {
  const level = indicators.find(({ indicator }) => indicator.id === items[0]!.of)!.indicator.level!
  const value = levelValue(indicators, level, valueOf)!
  const points = split(value, items)
  return value - counted > 1e-12 ? [...points, { of: caps.nextLevel, points: counted - value }] : points
}

function gatedPrinciplePoints(children: readonly Child[], context: MethodContext): Points[] {
  const sums = sumsOf(children)
  const lost = gatedPrinciple(sums, context).score - meansOf(sums).score
  const points = meanPoints(children)
  return lost === 0 ? points : [...points, { of: caps.lowestClause, points: lost }]
}
