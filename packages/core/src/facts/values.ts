/**
 * What reading a fact can give: a JSON value, `undefined` where nothing is known, or one of the marks below. The marks carry
 * symbols, so no document can forge one. The symbol is shared by all copies of this module: a plugin in a page may bring its own.
 */
const kind: unique symbol = Symbol.for('joinery.kind')

/** A number known only to lie between two ends, for example a count over a list that may be longer. */
export interface Interval {
  readonly [kind]: 'interval'
  readonly least: number
  readonly most: number
}

export interface NotDue {
  readonly [kind]: 'notDue'
}

interface Mark {
  readonly [kind]: 'notDue' | 'unknown'
}

interface Failure {
  readonly [kind]: 'failure'
  readonly message: string
}

/** Nothing to judge: a share over no items at all. */
export const notDue: NotDue = Object.freeze({ [kind]: 'notDue' as const })

/** Inside a list item: not known because something outside the item is not known. */
export const unknownOutside: Mark = Object.freeze({ [kind]: 'unknown' as const })

/** A number, or the interval where the ends differ. */
export function between(least: number, most: number): number | Interval {
  return least === most ? least : { [kind]: 'interval', least, most }
}

/** The mark of a fact whose own code failed. */
export function failure(message: string): Failure {
  return { [kind]: 'failure', message }
}

/** The mark `notDue`, of this copy of the module or of another. */
export function isNotDue(value: unknown): value is NotDue {
  return isMarked(value) && value[kind] === 'notDue'
}

export function isInterval(value: unknown): value is Interval {
  return isMarked(value) && value[kind] === 'interval'
}

export function isFailure(value: unknown): value is Failure {
  return isMarked(value) && value[kind] === 'failure'
}

function isMarked(value: unknown): value is Interval | Mark | Failure {
  return typeof value === 'object' && value !== null && kind in value
}
