export { didYouMean, nearest, orKnown, shown } from './wording.ts'

/** What is wrong with a document; stable, so that programs can act on it. */
export type FaultCode =
  | 'bad-date'
  | 'bad-format'
  | 'bad-path'
  | 'circular'
  | 'conflict'
  | 'dangerous-key'
  | 'duplicate'
  | 'missing'
  | 'no-effect'
  | 'no-source'
  | 'not-allowed'
  | 'not-monotone'
  | 'out-of-range'
  | 'shadowed'
  | 'too-deep'
  | 'too-many'
  | 'unknown-answer'
  | 'unknown-condition'
  | 'unknown-fact'
  | 'unknown-id'
  | 'unknown-key'
  | 'unknown-method'
  | 'unknown-operator'
  | 'unreachable'
  | 'unreadable'
  | 'unused'
  | 'wrong-type'

/** One fault of a document: where it is, what stands there, and what would be right. */
export interface Fault {
  readonly code: FaultCode
  /** JSON pointer into the document. */
  readonly path: string
  /** The offending value, as it stands in the document. */
  readonly value?: unknown
  readonly message: string
  /** A warning does not keep the document from being used. */
  readonly severity: 'error' | 'warning'
}

/** Thrown by every parser of core; carries all faults of the document at once. */
export class DocumentError extends Error {
  readonly faults: readonly Fault[]

  constructor(document: string, faults: readonly Fault[]) {
    super(`${document}: ${faults.map((fault) => `${fault.path || '/'}: ${fault.message}`).join('; ')}`)
    this.name = 'DocumentError'
    this.faults = faults
  }
}

/** Collects faults while a document is read. */
export interface Faults {
  readonly list: Fault[]
  add(fault: Omit<Fault, 'severity'>): void
}

/** Past this many faults a document is rubbish; more would only bury the first ones. */
const mostFaults = 500

/** A list of faults to add to; past the first 500 it takes no more. */
export function createFaults(): Faults {
  const list: Fault[] = []
  return {
    list,
    add: (fault) => {
      if (list.length < mostFaults) list.push({ ...fault, severity: 'error' })
    },
  }
}

/** Whether no further fault would be kept: reading on would only cost time. */
export function isFull({ list }: Faults): boolean {
  return list.length >= mostFaults
}

/** The steps from the root of a document to a place in it. */
export interface Place {
  readonly parent: Place | undefined
  readonly key: string | number
}

export function pointer(place: Place | undefined): string {
  return place === undefined ? '' : pointer(place.parent) + pointerOf(place.key)
}

/** A place in a document that is being read. */
export interface Spot {
  readonly faults: Faults
  readonly place: Place | undefined
  /** A place inside this one. */
  readonly at: (...steps: readonly (string | number)[]) => Spot
  /** Tells a fault of this place. */
  readonly say: (code: FaultCode, value: unknown, message: string) => undefined
}

export function spotOf(faults: Faults, place?: Place): Spot {
  return {
    faults,
    place,
    at: (...steps) =>
      spotOf(
        faults,
        steps.reduce<Place | undefined>((parent, key) => ({ parent, key }), place),
      ),
    say: (code, value, message) => {
      faults.add({ code, path: pointer(place), value, message })
    },
  }
}

/** Turns the steps of a path into a JSON pointer. */
export function pointerOf(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** Keys that reach into JavaScript itself; refused wherever a document may choose its keys. */
export const dangerousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
