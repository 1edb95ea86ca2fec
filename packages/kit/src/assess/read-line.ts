import { checkRelationship, createFaults, type Relationship, type RuleSet } from '@joinery/core'
import { parseJsonBytes, parseJsonText } from '../json/json-source.ts'
import { inputOf, type Input } from './read-relationship.ts'

/** Where a line stands. */
export interface LinePlace {
  readonly file: string
  /** Its number, counted from 1. */
  readonly line: number
}

/**
 * Reads the relationship on one line; the same as `readRelationshipBytes`, but most lines are sound, and those are not gone
 * through a second time to find out where things stand.
 */
export function readLine(line: string | Uint8Array, place: LinePlace, ruleSet: RuleSet): Input {
  const relationship = typeof line === 'string' ? soundRelationship(line, ruleSet) : undefined
  if (relationship !== undefined) return { ...place, relationship, faults: [] }
  const source =
    typeof line === 'string' ? parseJsonText(withoutEnds(line), place.file) : parseJsonBytes(line, place.file)
  const input = inputOf(source, ruleSet)
  const faults = input.faults.map((fault) => ({ ...fault, line: place.line + (fault.line ?? 1) - 1 }))
  return { ...input, line: place.line, faults }
}

function soundRelationship(text: string, ruleSet: RuleSet): Relationship | undefined {
  const value = parsed(text)
  if (value === undefined) return undefined
  const faults = createFaults()
  checkRelationship(value, ruleSet, faults)
  // JSON.parse keeps the last one of two equal keys: then fewer keys are left than there are colons behind keys
  return faults.list.length === 0 && countKeys(value) === countColons(text) ? (value as Relationship) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All keys of a value, however deep; the value was checked, so it is not deep. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) count += countKeys(value[index])
    return count
  }
  for (const key in value) count += 1 + countKeys((value as Readonly<Record<string, unknown>>)[key])
  return count
}

/** At least as many as there are keys: a colon inside a text may look as if it stood behind a key, never the other way round. */
function countColons(text: string): number {
  let count = 0
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1)
    if (before === 34 || before === 32 || before === 9 || before === 13) count++
  }
  return count
}

function withoutEnds(line: string): string {
  const start = line.startsWith('\uFEFF') ? 1 : 0
  return line.slice(start, line.endsWith('\r') ? -1 : undefined)
}
