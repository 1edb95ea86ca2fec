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

/** The same as JSON, put together piece by piece: the objects in between would be the garbage of every answer. */
export function scoresText({ headline, principles }: Scored): string {
  // an id of a rule set is made of letters, digits, dots and lines
  const parts = principles.map((principle) => `"${principle.id}":${figuresText(principle)}`)
  return `{"headline":${figuresText(headline)},"principles":{${parts.join(',')}}}`
}

function figuresText({ score, potential, level, coverage, confidence }: Figures): string {
  return `{"score":${score},"potential":${potential},"level":${level},"coverage":${coverage},"confidence":${confidence}}`
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
