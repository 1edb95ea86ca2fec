import type { Run } from '../facts/run.ts'
import type { StateCode } from '../operators/state.ts'

/** The values of one evaluation: each distinct fact is read, and each shared test carried out, at most once. */
export interface Frame {
  readonly run: Run
  readonly values: unknown[]
  /** States of shared tests; `UNJUDGED` where nobody asked yet. */
  readonly states: Uint8Array
}

/** A slot that has not been read yet. */
export const unread: unique symbol = Symbol('unread')

/** A shared test that was not carried out yet. */
export const UNJUDGED = 255

export type Reader = (frame: Frame) => unknown
export type Judge = (frame: Frame) => StateCode

/** Hands out slots while a rule set is compiled: the same reading, and the same test, gets the same slot. */
export interface Slots {
  readonly readers: Map<string, Reader>
  readonly judges: Map<string, Judge>
  /** How often each tree occurs; those that occur more than once are remembered. */
  readonly uses: Map<string, number>
  values: number
  states: number
}

export function createSlots(): Slots {
  return { readers: new Map(), judges: new Map(), uses: new Map(), values: 0, states: 0 }
}
