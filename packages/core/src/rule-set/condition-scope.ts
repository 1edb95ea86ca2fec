import { dangerousKeys, didYouMean, isFull, pointer, type FaultCode, type Faults, type Place } from '../fault.ts'
import type { AddedOperators } from '../operators/operator.ts'
import type { FactCatalogue } from './facts-of.ts'
import type { Tree } from './tree.ts'

/** What a condition is read against. */
export interface ConditionScope {
  readonly faults: Faults
  /** Operators that plugins add. */
  readonly operators?: AddedOperators | undefined
  readonly catalogue: FactCatalogue
  readonly named: Readonly<Record<string, unknown>>
  /** Reads a condition inside this one. */
  readonly parse: (value: unknown, scope: ConditionScope, place: Place) => Tree | undefined
  /** The list whose items are judged; undefined where the record itself is. */
  readonly list?: string | undefined
  /** Named conditions being expanded, to find circles. */
  readonly expanding?: readonly string[]
  readonly depth?: number
  /** Nodes read so far, shared by the whole condition. */
  readonly count?: { nodes: number }
  /** Nodes read so far in all conditions of the document, references expanded. */
  readonly total?: { nodes: number }
  /** Only where a clause applies may a rule ask whether a fact was recorded at all. */
  readonly mayAskRecorded?: boolean
}

export type Say = (code: FaultCode, value: unknown, message: string) => undefined

/** Reports faults of a node, or of what it has at a key. */
export function reporter(faults: Faults, place: Place | undefined, key?: string): Say {
  return (code, value, message) => {
    faults.add({ code, path: pointer(key === undefined ? place : { parent: place, key }), value, message })
    return undefined
  }
}

/** Reports keys that a node does not know. */
export function refuseUnknownKeys(
  value: object,
  known: readonly string[],
  where: { place: Place; faults: Faults },
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    if (isFull(where.faults)) return
    const say = reporter(where.faults, where.place, key)
    if (dangerousKeys.has(key)) say('dangerous-key', undefined, `the key "${key}" is refused; remove it`)
    else
      say(
        'unknown-key',
        undefined,
        `unknown key "${key}"${didYouMean(key, known) || `; known keys: ${known.join(', ')}`}`,
      )
  }
}
