import { checkRelationship, createFaults, type Relationship, type RuleSet } from '@joinery/core'
import { parseJsonBytes, readJsonFile, type JsonSource } from '../json/json-source.ts'
import { locate } from '../json/locate.ts'
import { inOrder, type LocatedFault } from '../located-fault.ts'

/** One relationship from a file or from a line of one, or what is wrong with it. */
export interface Input {
  readonly file: string
  /** In a file with one document a line. */
  readonly line?: number
  /** Undefined where it is faulty. */
  readonly relationship: Relationship | undefined
  readonly faults: readonly LocatedFault[]
}

/** Reads one relationship from a JSON file and checks it against the rule set. */
export function readRelationship(file: string, ruleSet: RuleSet): Input {
  return inputOf(readJsonFile(file), ruleSet)
}

/** The same from bytes that were read already. */
export function readRelationshipBytes(bytes: Uint8Array, file: string, ruleSet: RuleSet): Input {
  return inputOf(parseJsonBytes(bytes, file), ruleSet)
}

export function inputOf(source: JsonSource, ruleSet: RuleSet): Input {
  const { file, value } = source
  if (value === undefined) return { file, relationship: undefined, faults: source.faults }
  const faults = createFaults()
  checkRelationship(value, ruleSet, faults)
  const all = inOrder([...source.faults, ...faults.list.map((fault) => locate(source, fault))])
  return { file, relationship: all.length === 0 ? (value as Relationship) : undefined, faults: all }
}
