import type { Bar } from '../document/blocks.ts'
import { barCells } from '../words/bar-text.ts'
import type { Screen } from './screen.ts'

/** A bar whose three parts differ in shade, and in colour where there is some. */
export function paintBar(bar: Bar, width: number, { paint }: Screen): string {
  const [filled, possible, rest] = barCells(bar, width)
  return paint('accent', '█'.repeat(filled) + '▒'.repeat(possible)) + paint('quiet', '░'.repeat(rest))
}
