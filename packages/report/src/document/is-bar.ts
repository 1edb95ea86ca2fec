import type { Bar, Cell } from './blocks.ts'

/** Whether a cell is drawn; the others are read. */
export function isBar(cell: Cell): cell is Bar {
  return typeof cell === 'object' && cell !== null && 'score' in cell
}
