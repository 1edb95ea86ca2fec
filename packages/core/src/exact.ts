/**
 * Arithmetic that decides like exact arithmetic does. Scores are sums of fractions with small denominators, so two of
 * them are either equal or further apart than the noise of floating point; snapping removes the noise before anything is
 * compared, floored or rounded.
 */
export function snap(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

/** Whether left is at least right, the noise aside. */
export function atLeast(left: number, right: number): boolean {
  return left - right >= -5e-10
}

/** Four decimals, half up: what results carry. */
export function fourDecimals(value: number): number {
  return Math.round(value * 1e4 + 5e-10) / 1e4
}

/**
 * Rounds parts to four decimals so that they add up to the rounded total exactly: each part is rounded down, and the
 * missing ten-thousandths go to the parts that lost most. `whole` is what the parts add up to, noise aside, in four
 * decimals: where the sum lies half-way, the noise of adding must not decide which way it is rounded.
 */
export function apportion(parts: readonly number[], whole: number): number[] {
  const units = parts.map((part) => snap(part * 1e4))
  const total = Math.round(whole * 1e4)
  const floors = units.map((unit) => Math.floor(unit))
  const missing = total - floors.reduce((sum, unit) => sum + unit, 0)
  const byLoss = units
    .map((unit, index) => ({ index, loss: unit - floors[index]! }))
    .toSorted((a, b) => b.loss - a.loss || a.index - b.index)
  for (const { index } of byLoss.slice(0, missing)) floors[index]! += 1
  return floors.map((unit) => unit / 1e4 + 0)
}
