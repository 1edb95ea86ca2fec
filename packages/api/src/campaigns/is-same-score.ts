import type { CompactScores, Figures } from '@joinery/store'

/** Whether two scores say the same. */
export function isSameScore(left: CompactScores, right: CompactScores): boolean {
  const ids = new Set([...Object.keys(left.principles), ...Object.keys(right.principles)])
  return (
    isSame(left.headline, right.headline) && [...ids].every((id) => isSame(left.principles[id], right.principles[id]))
  )
}

function isSame(left: Figures | undefined, right: Figures | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  return (
    left.score === right.score &&
    left.potential === right.potential &&
    left.level === right.level &&
    left.coverage === right.coverage &&
    left.confidence === right.confidence
  )
}
