import type { Result } from '@joinery/core'

/** One relationship in the heat map. */
export interface Row {
  /** Empty where nobody has named it. */
  readonly name: string
  readonly day: string
  readonly cells: readonly Cell[]
}

interface Cell {
  readonly id: string
  readonly title: string
  readonly score: number | null
  /** 0 to 4: how dark it is; the figure stands in it as well. */
  readonly heat: number
}

export function rowOfResult(name: string, { principles, provenance }: Result): Row {
  return { name, day: provenance.asOf, cells: principles.map(({ id, title, score }) => cellOf(id, title, score)) }
}

/** By name, or by one principle with the weakest first; what is not known comes last. */
export function sorted(rows: readonly Row[], by: string): readonly Row[] {
  const key = (row: Row) => row.cells.find(({ id }) => id === by)?.score ?? Infinity
  return by === ''
    ? rows.toSorted((left, right) => left.name.localeCompare(right.name))
    : rows.toSorted((left, right) => (key(left) === key(right) ? 0 : key(left) - key(right)))
}

export function cellOf(id: string, title: string, score: number | null): Cell {
  return { id, title, score, heat: Math.max(0, Math.min(4, Math.floor(score ?? 0))) }
}
