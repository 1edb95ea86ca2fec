import type { Run } from '../facts/run.ts'
import { getOrInsert } from '../get-or-insert.ts'
import type { AddedOperators } from '../operators/operator.ts'
import type { StateCode } from '../operators/state.ts'

/** One evaluation at work: what is read, the values by slot, and the states of tests and branches by place. */
export interface Frame {
  readonly run: Run
  /** The parts of the record that anything is read from; undefined where one is not there. */
  readonly parts: readonly unknown[]
  readonly values: unknown[]
  // plain lists: a typed one takes longer to make than to fill
  readonly states: StateCode[]
}

/** Reads the value of a slot; slots that it needs itself come before it. */
export type Read = (frame: Frame) => unknown

/**
 * Hands out slots while a rule set is compiled. The same reading gets the same slot, so that each is read once for every
 * evaluation.
 */
export interface Slots {
  /** How to fill each slot, in order. */
  readonly reads: Read[]
  readonly byReading: Map<string, number>
  /** The places of the parts of the record that anything is read from, by name. */
  readonly parts: Map<string, number>
  /** What values come from: a slot, the place of a part, and how much news of it the value outlasts; slots in order. */
  readonly watched: number[]
  /** Operators that plugins add. */
  readonly operators: AddedOperators | undefined
}

export function createSlots(operators: AddedOperators | undefined): Slots {
  return { reads: [], byReading: new Map(), parts: new Map(), watched: [], operators }
}

/** The place of a part of the record. */
export function partAt({ parts }: Slots, name: string): number {
  return getOrInsert(parts, name, () => parts.size)
}
