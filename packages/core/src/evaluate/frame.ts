import type { Run } from '../facts/run.ts'
import type { StateCode } from '../operators/state.ts'

/** The values of one evaluation, by slot, and what they are read from. */
export interface Frame {
  readonly run: Run
  readonly values: unknown[]
}

/** Reads the value of a slot; slots that it needs itself come before it. */
export type Read = (frame: Frame) => unknown
export type Judge = (frame: Frame) => StateCode

/**
 * Hands out slots while a rule set is compiled. The same reading, and the same shared test, gets the same slot, so that
 * each is read or carried out once for every evaluation.
 */
export interface Slots {
  /** How to fill each slot, in order. */
  readonly reads: Read[]
  readonly byReading: Map<string, number>
  readonly judges: Map<string, Judge>
  /** How often each tree occurs; those that occur more than once get a slot. */
  readonly uses: Map<string, number>
}

export function createSlots(): Slots {
  return { reads: [], byReading: new Map(), judges: new Map(), uses: new Map() }
}

/** A new slot behind all that exist. */
export function addSlot(slots: Slots, read: Read): number {
  return slots.reads.push(read) - 1
}

/** Fills every slot; `blank` is an empty value for each, copied because that is faster than growing a list. */
export function fillFrame(run: Run, { reads }: Slots, blank: readonly unknown[]): Frame {
  const frame: Frame = { run, values: blank.slice() }
  for (let slot = 0; slot < reads.length; slot++) frame.values[slot] = reads[slot]!(frame)
  return frame
}
