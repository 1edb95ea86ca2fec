import type { Direction, Shift, Standing } from './impact.ts'

/** Two standings side by side. */
export function shiftOf(before: Standing | undefined, after: Standing | undefined): Shift {
  const [left, right] = [standing(before), standing(after)]
  return { before: left, after: right, direction: directionOf(left, right) }
}

function standing(value: Standing | undefined): Standing | null {
  return value === undefined ? null : { score: value.score, potential: value.potential, level: value.level }
}

function directionOf(before: Standing | null, after: Standing | null): Direction {
  const [left, right] = [before?.score ?? null, after?.score ?? null]
  if (left === null && right === null) return 'same'
  if (left === null) return 'new'
  if (right === null) return 'gone'
  if (left !== right) return left < right ? 'up' : 'down'
  const [low, high] = [before!.level ?? 0, after!.level ?? 0]
  if (low !== high) return low < high ? 'up' : 'down'
  return before!.potential === after!.potential ? 'same' : 'range'
}
