import { canonicalJson, type Relationship } from '@joinery/core'
import { factOf, isComplete, withComplete, withFact } from '@joinery/widgets/asking'

/** What was written under one heading: as it was opened, and as it is now. */
export interface Edits {
  readonly opened: Relationship
  readonly draft: Relationship
  /** The facts that the heading asks for. */
  readonly facts: readonly string[]
  readonly today: string
}

/** Two sides have changed the same fact; whose change is right, a person has to say. */
export class ChangedMeanwhile extends Error {
  readonly fact: string
  constructor(fact: string) {
    super(fact)
    this.fact = fact
  }
}

export function changedFacts({ opened, draft, facts }: Omit<Edits, 'today'>): readonly string[] {
  return facts.filter(
    (fact) =>
      !isSame(written(draft, fact), factOf(opened, fact)) || isComplete(draft, fact) !== isComplete(opened, fact),
  )
}

/**
 * The record as it is now with what was written. Only what was changed is touched; where somebody else has changed the same
 * fact since it was opened, nothing is written over: it throws.
 */
export function withEdits(record: Relationship, edits: Edits): Relationship {
  const { opened, draft, today } = edits
  return changedFacts(edits).reduce((now, fact) => {
    if (!isSame(factOf(record, fact), factOf(opened, fact))) throw new ChangedMeanwhile(fact)
    const day = isComplete(draft, fact) ? (opened.complete?.[fact] ?? today) : undefined
    return withComplete(withFact(now, fact, written(draft, fact)), fact, day)
  }, record)
}

/** The fact without entries that were opened and left empty. */
function written(draft: Relationship, fact: string): unknown {
  const value = factOf(draft, fact)
  if (!Array.isArray(value)) return value
  const kept = value.filter((item) => typeof item !== 'object' || item === null || Object.keys(item).length > 0)
  return kept.length === 0 && value.length > 0 ? undefined : kept
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null)
}
