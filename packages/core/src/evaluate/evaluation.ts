import type { Run } from '../facts/run.ts'
import type { StateCode } from '../operators/state.ts'

/** What a test looks at, and how: the same in every evaluation by a rule set. */
export interface NamedTest {
  readonly part: number
  readonly fact: string
  readonly of: string | undefined
  readonly operator: string
}

/** One test as it was carried out: the values as they were read, marks and all. */
export interface TestTrace {
  /** Shared by all evaluations. */
  readonly test: NamedTest
  readonly expected: unknown
  readonly observed: unknown
  readonly state: StateCode
}

/** What an evaluator finds out about one relationship. */
export interface Evaluation {
  /** What everything that was tested came out as. */
  readonly states: readonly StateCode[]
  /** The places in `states` of the parts of all indicators, one after the other; an indicator's own begin at its `firstPart`. */
  readonly parts: Uint32Array
  /** Whether a clause applies that has a condition for it; all others always do. */
  readonly appliesOf: (clause: string) => StateCode
  /** The tests behind the states, computed only when somebody asks. */
  readonly tracesOf: (indicator: number) => readonly TestTrace[]
  /** The same for a changed record: what comes from parts that are the same objects as before is not evaluated again. */
  readonly again?: (run: Run) => Evaluation
}

/** Evaluates the conditions of one rule set. Immutable and re-entrant; every evaluator finds the same. */
export interface Evaluator {
  readonly evaluate: (run: Run) => Evaluation
}
