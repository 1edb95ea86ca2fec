import type { Evaluation } from '../evaluate/evaluation.ts'
import type { Run } from '../facts/run.ts'
import type { Clause, Indicator, Principle, RuleSet } from '../rule-set/rule-set.ts'
import type { Declarations, Declared } from './answers.ts'
import type { Evidence } from './evidence.ts'
import type { KeptClauses } from './kept-clauses.ts'

/** Everything that scores are made from. */
export interface ScoreInput {
  readonly ruleSet: RuleSet
  readonly run: Run
  readonly evaluation: Evaluation
  readonly declarations: Declarations
  readonly evidence: Evidence
  /** How what is in scope is scored. */
  readonly scorers: Scorers
  /** Ids of the indicators in scope; undefined in the full assessment. */
  readonly scope: ReadonlySet<string> | undefined
}

/**
 * How the clauses of a scope are scored. A clause comes out in few ways, however many records there are: each is worked out
 * once and handed out again, so that scoring allocates next to nothing.
 */
export interface Scorers {
  readonly principles: readonly PrincipleInScope[]
  readonly kept: KeptClauses
  /** First that there is none. */
  readonly answers: readonly (Declared | undefined)[]
}

export interface PrincipleInScope {
  readonly principle: Principle
  readonly clauses: readonly ClauseInScope[]
}

export interface ClauseInScope {
  readonly clause: Clause
  readonly indicators: readonly Indicator[]
  /** The parts of its indicators. */
  readonly parts: readonly number[]
  /** How many times its share each part adds to that number; last, what answers begin with. */
  readonly units: readonly number[]
  /** Which row of what is kept it has, by a number made of everything that it follows from. */
  readonly rows: Map<number, number>
}
