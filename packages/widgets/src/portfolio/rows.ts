import type { Result } from '@joinery/core'
import { scopeTop } from '../results/scope-top.ts'

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
  /** In a scope: what the score is a share of, as results tell it there. */
  readonly top: number | undefined
  /** 0 to 4: how dark it is; the figure stands in it as well. */
  readonly heat: number
}

export function rowOfResult(name: string, result: Result): Row {
  const cells = result.principles.map((principle) => cellOf({ ...principle, top: scopeTop(result, principle.id) }))
  return { name, day: result.provenance.asOf, cells }
}

/** By name, or by one principle with the weakest first; what is not known comes last. */
export function sorted(rows: readonly Row[], by: string): readonly Row[] {
  const key = (row: Row) => {
    const cell = row.cells.find(({ id }) => id === by)
    return cell === undefined ? Infinity : (inFours(cell) ?? Infinity)
  }
  return by === ''
    ? rows.toSorted((left, right) => left.name.localeCompare(right.name))
    : rows.toSorted((left, right) => (key(left) === key(right) ? 0 : key(left) - key(right)))
}

export function cellOf({ id, title, score, top }: Scored): Cell {
  return { id, title, score, top, heat: Math.max(0, Math.min(4, Math.floor(inFours({ score, top }) ?? 0))) }
}

interface Scored {
  readonly id: string
  readonly title: string
  readonly score: number | null
  readonly top?: number | undefined
}

/** Shares and scores on one scale. */
function inFours({ score, top = 4 }: Pick<Scored, 'score' | 'top'>): number | null {
  return score === null ? null : (score / top) * 4
}
