/** How a test came out, as small numbers: millions of them are kept in typed arrays. */
export const FALSE = 0
export const TRUE = 1
export const UNKNOWN = 2
export const NOT_DUE = 3
export const ERROR = 4

export type StateCode = typeof FALSE | typeof TRUE | typeof UNKNOWN | typeof NOT_DUE | typeof ERROR

export const stateNames = ['false', 'true', 'unknown', 'notDue', 'error'] as const

/** Kleene's `all`: false wins, then error, then unknown; operands that are not due are left out. */
export function allOf(states: readonly StateCode[]): StateCode {
  return fold(states, FALSE, TRUE)
}

/** Kleene's `any`: true wins, then error, then unknown; operands that are not due are left out. */
export function anyOf(states: readonly StateCode[]): StateCode {
  return fold(states, TRUE, FALSE)
}

export function notOf(state: StateCode): StateCode {
  if (state === TRUE) return FALSE
  return state === FALSE ? TRUE : state
}

export function stateOf(holds: boolean): StateCode {
  return holds ? TRUE : FALSE
}

function fold(states: readonly StateCode[], decisive: StateCode, otherwise: StateCode): StateCode {
  let result: StateCode = NOT_DUE
  for (const state of states) {
    if (state === decisive) return decisive
    result = heavier(result, state, otherwise)
  }
  return result
}

/** Of two operands that decide nothing: error before unknown before the ordinary outcome before not due. */
function heavier(left: StateCode, right: StateCode, ordinary: StateCode): StateCode {
  if (left === ERROR || right === ERROR) return ERROR
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN
  return left === ordinary || right === ordinary ? ordinary : NOT_DUE
}
