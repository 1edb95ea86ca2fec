import {
  canonicalJson,
  checkRelationship,
  checkShape,
  createFaults,
  didYouMean,
  isPlainObject,
  pointerOf,
  relationshipShape,
  type Faults,
  type RuleSet,
  type Shape,
} from '@joinery/core'
import type { Case } from './case-shape.ts'

/** The short forms: relationships by the way in which one rule comes out. */
const ways = {
  valid: ['met'],
  invalid: ['unmet', 'partly'],
  unknown: ['unknown'],
} as const

type Way = keyof typeof ways

const relationships: Shape = { is: 'list', of: relationshipShape, most: 1_000 }

const tableShape: Shape = {
  is: 'object',
  required: ['name', 'asOf', 'rules'],
  fields: {
    $schema: { is: 'text' },
    name: { is: 'text', most: 200, least: 1 },
    description: { is: 'text', most: 4_000 },
    asOf: { is: 'date' },
    rules: {
      is: 'map',
      of: { is: 'object', fields: { valid: relationships, invalid: relationships, unknown: relationships } },
    },
  },
}

interface Table {
  readonly name: string
  readonly asOf: string
  readonly rules: Readonly<Record<string, Readonly<Partial<Record<Way, readonly unknown[]>>>>>
}

/** One case, and where it stands in its file. */
export interface PlacedCase {
  readonly case: Case
  /** Pointer of a line of a table; undefined where the file is one case. */
  readonly at: string | undefined
  /** The outcomes of the one rule that it is about, any of which will do. */
  readonly outcomes?: { readonly indicator: string; readonly any: readonly string[] }
}

/** Whether a file holds short forms rather than one case. */
export function isTable(value: unknown): boolean {
  return isPlainObject(value) && Object.hasOwn(value, 'rules')
}

/** Reads a file of short forms: each line of it is a case of its own. */
export function readTable(value: unknown, ruleSet: RuleSet, faults: Faults): PlacedCase[] {
  checkShape(tableShape, value, faults)
  if (faults.list.length > 0) return []
  const { name, asOf, rules } = value as Table
  const ids = ruleSet.indicators.flatMap(({ id, citation }) => [id, citation])
  const seen = new Map<string, string>()
  return Object.entries(rules).flatMap(([id, lines]) => {
    if (!ids.includes(id))
      faults.add({
        code: 'unknown-id',
        path: pointerOf('rules', id),
        value: id,
        message: `the rule set has no indicator "${id}"${didYouMean(id, ids)}`,
      })
    return (Object.keys(ways) as Way[]).flatMap((way) =>
      (lines[way] ?? []).map((given, index) => {
        const at = pointerOf('rules', id, way, index)
        checkLine(given, { at, id, ruleSet, seen, faults })
        const line: Case = { name: `${name}: ${id} ${way} ${index + 1}`, asOf, given, expect: {} }
        return { case: line, at, outcomes: { indicator: id, any: ways[way] } }
      }),
    )
  })
}

interface Line {
  readonly at: string
  readonly id: string
  readonly ruleSet: RuleSet
  readonly seen: Map<string, string>
  readonly faults: Faults
}

function checkLine(given: unknown, { at, id, ruleSet, seen, faults }: Line): void {
  const inner = createFaults()
  checkRelationship(given, ruleSet, inner)
  for (const fault of inner.list) faults.add({ ...fault, path: `${at}${fault.path}` })
  const key = `${id} ${canonicalJson(given)}`
  const before = seen.get(key)
  if (before === undefined) seen.set(key, at)
  else
    faults.add({
      code: 'duplicate',
      path: at,
      message: `the same relationship stands at ${before}; a rule comes out one way only, so say it once`,
    })
}
