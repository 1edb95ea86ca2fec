import {
  checkShape,
  createFaults,
  readRuleSet,
  ruleSetShape,
  type AtHand,
  type Fault,
  type RuleSet,
  type RuleSetDocument,
} from '@joinery/core'
import { mend } from './mend.ts'

/** What core made of a document, with the faults of every stage. */
export interface Reading {
  readonly ruleSet: RuleSet | undefined
  /** The document with stand-ins where it is faulty; undefined where it is no object at all. */
  readonly mended: RuleSetDocument | undefined
  readonly faults: readonly Fault[]
}

/**
 * Reads a rule set and finds the faults of all stages in one go: where the structure is faulty, the rest is checked on a
 * mended copy, and what only follows from a fault that is known already is left out.
 */
export function readWhole(document: unknown, atHand: AtHand): Reading {
  const structure = createFaults()
  checkShape(ruleSetShape, document, structure)
  if (structure.list.length === 0) {
    const faults = createFaults()
    return { ruleSet: readRuleSet(document, atHand, faults), mended: document as RuleSetDocument, faults: faults.list }
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return { ruleSet: undefined, mended: undefined, faults: structure.list }
  const mended = mend(ruleSetShape, document) as RuleSetDocument
  const later = createFaults()
  readRuleSet(mended, atHand, later)
  const known = new Set(structure.list.map(({ path }) => path))
  return {
    ruleSet: undefined,
    mended,
    faults: [...structure.list, ...later.list.filter((fault) => !followsFrom(known, fault))],
  }
}

function followsFrom(known: ReadonlySet<string>, { path, value }: Fault): boolean {
  if (value === 'stand-in') return true
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (known.has(at)) return true
  return false
}
