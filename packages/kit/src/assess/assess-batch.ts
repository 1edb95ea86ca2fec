import * as crypto from 'node:crypto'
import { canonicalJson, createAssessor, type Relationship, type RuleSet } from '@joinery/core'
import type { LocatedFault } from '../located-fault.ts'
import type { Batch } from './batches.ts'
import { createCompactWriter } from './compact-text.ts'
import { inputsOf } from './read-lines.ts'
import type { Input } from './read-relationship.ts'

/** What a line of results holds: everything, the figures of the whole and the principles, or those of the clauses too. */
export const lineFields = ['all', 'scores', 'clauses'] as const

/** How every line of a file is assessed. */
export interface BatchAssessorOptions {
  readonly ruleSet: RuleSet
  readonly asOf: string
  readonly scope?: string | undefined
  readonly fields: (typeof lineFields)[number]
  /** With the hash of each record; a complete result always has it. */
  readonly inputHash: boolean
  /** Whether a faulty document leaves `{"error": …}` in its place. */
  readonly leavesErrors: boolean
}

/** What a batch gave. */
export interface AssessedBatch {
  /** One line of JSON for each document, in order. */
  readonly text: string
  readonly documents: number
  /** The faults of each faulty document. */
  readonly faulty: readonly (readonly LocatedFault[])[]
}

/** Makes an assessor that goes from relationships to lines of results (NDJSON); the same bytes however they are cut up. */
export function createBatchAssessor(options: BatchAssessorOptions): (batch: Batch) => AssessedBatch {
  const { ruleSet, leavesErrors } = options
  const lineOf = createLineWriter(options)
  return (batch) => {
    const faulty: (readonly LocatedFault[])[] = []
    let [text, documents] = ['', 0]
    for (const input of inputsOf(batch, ruleSet)) {
      documents++
      if (input.relationship !== undefined) text += `${lineOf(input.relationship)}\n`
      else {
        faulty.push(input.faults)
        if (leavesErrors) text += `${JSON.stringify(errorRecord(input))}\n`
      }
    }
    return { text, documents, faulty }
  }
}

/** What stands in the place of a result that could not be had. */
export function errorRecord({ file, line, faults }: Input) {
  return { error: line === undefined ? { file, faults } : { line, faults } }
}

function createLineWriter({ ruleSet, asOf, scope, fields, inputHash }: BatchAssessorOptions) {
  const assessor = createAssessor(ruleSet)
  const options = scope === undefined ? { asOf } : { asOf, scope }
  if (fields === 'all') return (relationship: Relationship) => JSON.stringify(assessor.assess(relationship, options))
  // who made the result is the same for every relationship; one empty record says it
  const write = createCompactWriter(ruleSet, assessor.assess({}, options), { clauses: fields === 'clauses' })
  return (relationship: Relationship) =>
    write(assessor.score(relationship, options), inputHash ? hashOf(relationship) : undefined)
}

/** As core hashes, only faster. */
function hashOf(relationship: Relationship): string {
  return crypto.createHash('sha256').update(canonicalJson(relationship)).digest('hex')
}
