import { createHmac } from 'node:crypto'

/** Whom a count is about, and what its rounding hangs on. Plain data, so that threads can hand it on. */
export interface Cell {
  relationships: number
  readonly firms: string[]
  /** Sum of the random numbers of its relationships, modulo 2³². */
  key: number
}

export type Tally = Map<string, Cell>

/** A number for each relationship that nobody can guess who has not got the secret. */
export function randomOf(secret: string, relationship: string): number {
  return createHmac('sha256', secret).update(relationship).digest().readUInt32BE()
}

export interface Counted {
  readonly firm: string
  readonly random: number
}

export function count(tally: Tally, name: string, { firm, random }: Counted): void {
  add(tally, name, { relationships: 1, firms: [firm], key: random })
}

/** Adds the cells of another tally. */
export function merge(tally: Tally, other: Tally): void {
  for (const [name, cell] of other) add(tally, name, cell)
}

function add(tally: Tally, name: string, { relationships, firms, key }: Cell): void {
  const cell = tally.get(name)
  if (cell === undefined) {
    tally.set(name, { relationships, firms: [...new Set(firms)], key })
    return
  }
  cell.relationships += relationships
  cell.key = (cell.key + key) % 2 ** 32
  for (const firm of firms) if (!cell.firms.includes(firm)) cell.firms.push(firm)
}

/**
 * A count as it may be shown: null for fewer firms than `leastFirms`, none included; otherwise rounded to a multiple of five,
 * up or down by chance, so that on average it is right. The chance hangs on who is counted: asking again gives the same, and
 * the difference of two counts does not tell whether one more was in it.
 */
export function shownCount(cell: Cell | undefined, leastFirms: number): number | null {
  if (cell === undefined || cell.firms.length < leastFirms) return null
  return roundedByChance(cell.relationships, cell.key)
}

/** A multiple of five beside a count; `random` (below 2³²) decides which one. */
export function roundedByChance(value: number, random: number): number {
  const rest = value % 5
  return value - rest + (random / 2 ** 32 < rest / 5 ? 5 : 0)
}
