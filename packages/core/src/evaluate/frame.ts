import type { Run } from '../facts/run.ts'
import type { AddedOperators } from '../operators/operator.ts'

/** One evaluation at work: what is read, the values by slot, and the states of tests and branches by place. */
export interface Frame {
  readonly run: Run
  readonly values: unknown[]
  readonly states: Uint8Array
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
  /** For each slot, the parts of the record that its value comes from; undefined where it is always read anew. */
  readonly sources: (readonly string[] | undefined)[]
  /** Operators that plugins add. */
  readonly operators: AddedOperators | undefined
}

export function createSlots(operators: AddedOperators | undefined): Slots {
  return { reads: [], byReading: new Map(), sources: [], operators }
}

/** A new slot behind all that exist. */
export function addSlot(slots: Slots, read: Read, sources: readonly string[] | undefined): number {
  slots.sources.push(sources)
  return slots.reads.push(read) - 1
}
