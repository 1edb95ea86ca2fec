import type { Clause, Principle } from '../rule-set/rule-set.ts'
import type { Tally } from './coverage.ts'
import type { Figures } from './figures.ts'
import type { IndicatorScore } from './indicator-score.ts'
import type { Child, ClauseScore, NodeScore } from './method.ts'

export type Applies = 'yes' | 'no' | 'unknown'

export interface ScoredClause {
  readonly clause: Clause
  readonly applies: Applies
  readonly indicators: readonly IndicatorScore[]
  readonly confirmed: boolean
  /** Null where the clause does not apply or nothing in it is due. */
  readonly score: ClauseScore | null
}

/** A clause with its figures, as they are where no evidence for it is graded. */
export interface CountedClause extends ScoredClause {
  readonly tally: Tally
  readonly figures: Figures
}

export interface ScoredPrinciple<Clauses extends ScoredClause = ScoredClause> {
  readonly principle: Principle
  readonly clauses: readonly Clauses[]
  /** Null where no clause counts. */
  readonly score: NodeScore | null
}

export interface CountedPrinciple extends ScoredPrinciple<CountedClause> {
  readonly tally: Tally
}

export interface PrincipleScore extends NodeScore {
  /** The clauses that count in the lower reading. */
  readonly counted: readonly Child[]
}

export interface ScoredTree {
  readonly principles: readonly CountedPrinciple[]
  /** The figures of all clauses, in order. */
  readonly clauses: readonly Figures[]
  /** Null where no principle counts. */
  readonly headline: NodeScore | null
}
