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
  if (place === undefined) return ''
  return `${pointer(place.parent)}/${String(place.key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Turns the steps of a path into a JSON pointer. */
export function pointerOf(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/**
 * A remedy for a misspelt word: `; did you mean "greaterThan"?`, or the empty text where nothing is near.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 100) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length * 0.4)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = previous[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[right.length]!
}

/** Keys that reach into JavaScript itself; refused wherever a document may choose its keys. */
export const dangerousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const mostShown = 60

/** A value, short enough to print in a message. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? `"${value.slice(0, mostShown)}"` : (JSON.stringify(sketch(value, 5)) ?? 'nothing')
  return text.length > mostShown ? `${text.slice(0, mostShown - 3)}…` : text
}

/** The beginning of a value: a document may be deeper than JSON can be written, and longer than is worth writing. */
function sketch(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, mostShown)
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.slice(0, mostShown).map((item) => sketch(item, depth - 1))
  const entries: [string, unknown][] = []
  for (const key in value) {
    if (entries.length === mostShown) break
    entries.push([key, sketch((value as Readonly<Record<string, unknown>>)[key], depth - 1)])
  }
  return Object.fromEntries(entries)
}
