import type { Relationship, RuleSet } from '@joinery/core'
import type { PlacedCase } from '../cases/case-table.ts'
import type { CaseAssessor, Scoring } from '../cases/scoring.ts'
import { randomCase } from '../cross-check/random-relationship.ts'
import { vocabularyOf } from '../cross-check/vocabulary.ts'
import type { Mutant } from './mutants.ts'
import { oneClause } from './one-clause.ts'

/** Relationships that are made up for each clause, around the values that its conditions know. */
const madeUp = 1_500

interface Sample {
  readonly relationship: Relationship
  readonly asOf: string
  /** How the clause comes out without any change. */
  readonly before: string
}

/**
 * Tells whether some relationship comes out otherwise by a changed rule set: those of the cases are tried, and many that are
 * made up. Where none does, the change is the same rule in other words. Another number always counts as a difference: made-up
 * relationships seldom lie exactly between two thresholds, so finding none there means nothing.
 */
export function createDifferences(ruleSet: RuleSet, cases: readonly PlacedCase[], scoring: Scoring) {
  const known = new Map<string, readonly Sample[]>()
  return ({ clause, path, apply }: Mutant): boolean => {
    if (clause === undefined || path.endsWith('/value')) return true
    const samples = known.get(clause) ?? samplesFor(ruleSet, clause, { cases, scoring })
    known.set(clause, samples)
    const changed = scoring.assessor(scoring.parse(oneClause(apply(ruleSet.document), clause)))
    return samples.some(({ relationship, asOf, before }) => outcomes(changed, relationship, asOf) !== before)
  }
}

interface Source {
  readonly cases: readonly PlacedCase[]
  readonly scoring: Scoring
}

function samplesFor(whole: RuleSet, clause: string, { cases, scoring }: Source): Sample[] {
  const ruleSet = scoring.parse(oneClause(whole.document, clause))
  const vocabulary = vocabularyOf(ruleSet)
  const assessor = scoring.assessor(ruleSet)
  const lived = cases.map(({ case: { given, asOf } }) => ({ relationship: given as Relationship, asOf }))
  const random = Array.from({ length: madeUp }, (_, seed) => randomCase(ruleSet, vocabulary, seed + 1))
  return [...lived, ...random].map(({ relationship, asOf }) => ({
    relationship,
    asOf,
    before: outcomes(assessor, relationship, asOf),
  }))
}

function outcomes({ score }: CaseAssessor, relationship: Relationship, asOf: string): string {
  const result = score(relationship, { asOf })
  return JSON.stringify([
    result.clauses.map(({ level, score, potential }) => [level, score, potential]),
    result.traces().map(({ outcome, value, potential }) => [outcome, value, potential]),
  ])
}
