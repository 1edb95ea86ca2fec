import type { Result, ScoredResult } from '@joinery/core'
import type { CompactScores, Figures, NewResult, StoredRelationship } from '@joinery/store'

type Scored = Pick<ScoredResult, 'headline' | 'principles'>

/** A result without its words. */
export function compactScores({ headline, principles }: Scored): CompactScores {
  return {
    headline: figuresOf(headline),
    principles: Object.fromEntries(principles.map((principle) => [principle.id, figuresOf(principle)])),
  }
}

function figuresOf({ score, potential, level, coverage, confidence }: Figures): Figures {
  return { score, potential, level, coverage, confidence }
}

/** What is kept of a result: all of it, and what it was made from. */
export function newResult(result: Result, { id, record, version }: StoredRelationship): NewResult {
  const { ruleSet, version: ruleSetVersion, hash, asOf, scope, inputHash, engine } = result.provenance
  return {
    relationship: id,
    ruleSet,
    ruleSetVersion,
    digest: hash,
    asOf,
    scope,
    inputHash,
    engine,
    relationshipVersion: version,
    scores: compactScores(result),
    result,
    record,
  }
}
