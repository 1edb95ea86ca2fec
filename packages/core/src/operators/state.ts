/** How a test came out, as small numbers: millions of them are kept in typed arrays. */
export const FALSE = 0
export const TRUE = 1
export const UNKNOWN = 2
export const NOT_DUE = 3
export const ERROR = 4

export type StateCode = typeof FALSE | typeof TRUE | typeof UNKNOWN | typeof NOT_DUE | typeof ERROR

export const stateNames = ['false', 'true', 'unknown', 'notDue', 'error'] as const

/** A way of joining states: the decisive one wins at once; where no operand decides, the ordinary one is what remains. */
export interface Join {
  readonly decisive: StateCode
  readonly ordinary: StateCode
}

/** Kleene's `all` and `any`. */
export const joins: Readonly<Record<'all' | 'any', Join>> = {
  all: { decisive: FALSE, ordinary: TRUE },
  any: { decisive: TRUE, ordinary: FALSE },
}

/**
 * What an operand that does not decide makes of the result so far, which begins as not due: an error wins over unknown,
 * unknown over the ordinary state; operands that are not due are left out.
 */
export function joined(result: StateCode, state: StateCode, ordinary: StateCode): StateCode {
  if (state === ERROR || result === ERROR) return ERROR
  if (state === UNKNOWN || result === UNKNOWN) return UNKNOWN
  return state === ordinary ? ordinary : result
}

/** Joins any number of states. */
export function joinOf(states: readonly StateCode[], { decisive, ordinary }: Join): StateCode {
  let result: StateCode = NOT_DUE
  for (const state of states) {
    if (state === decisive) return decisive
    result = joined(result, state, ordinary)
  }
  return result
}

export function notOf(state: StateCode): StateCode {
  if (state === TRUE) return FALSE
  return state === FALSE ? TRUE : state
}

export function stateOf(holds: boolean): StateCode {
  return holds ? TRUE : FALSE
}
