import { dangerousKeys, isFull, orKnown, type Spot } from '../fault.ts'
import type { AddedOperators } from '../operators/operator.ts'
import type { FactCatalogue } from './facts-of.ts'
import type { Tree } from './tree.ts'

/** What a condition is read against. */
export interface ConditionScope {
  /** Operators that plugins add. */
  readonly operators?: AddedOperators | undefined
  readonly catalogue: FactCatalogue
  readonly named: Readonly<Record<string, unknown>>
  /** Reads a condition inside this one. */
  readonly parse: (value: unknown, scope: ConditionScope, spot: Spot) => Tree | undefined
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

/** Reports keys that a node does not know. */
export function refuseUnknownKeys(value: object, known: readonly string[], spot: Spot): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    if (isFull(spot.faults)) return
    const { say } = spot.at(key)
    if (dangerousKeys.has(key)) say('dangerous-key', undefined, `the key "${key}" is refused; remove it`)
    else say('unknown-key', undefined, `unknown key "${key}"${orKnown(key, known)}`)
  }
}
