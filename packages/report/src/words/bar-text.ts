import type { Bar } from '../document/blocks.ts'

/** The lengths of the three parts of a bar in whole cells: shown today, possible, the rest. */
export function barCells({ score, potential }: Bar, width: number): readonly [number, number, number] {
  const filled = cellsOf(score, width)
  const possible = Math.max(filled, cellsOf(potential, width))
  return [filled, possible - filled, width - possible]
}

/** A bar in characters that differ without colour: `████▒▒▒░`. */
export function barText(bar: Bar, width: number): string {
  const [filled, possible, rest] = barCells(bar, width)
  return '█'.repeat(filled) + '▒'.repeat(possible) + '░'.repeat(rest)
}

/** Something is never drawn as nothing, and what is not whole never as whole. */
function cellsOf(share: number, width: number): number {
  const cells = Math.round(share * width)
  if (share > 0 && cells === 0) return 1
  return share < 1 && cells >= width ? width - 1 : cells
}
