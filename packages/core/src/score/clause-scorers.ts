import { TRUE } from '../operators/state.ts'
import type { Clause, Indicator, RuleSet } from '../rule-set/rule-set.ts'
import type { Declarations, Declared } from './answers.ts'
import { emptyTally, tallyOf } from './coverage.ts'
import { confirms } from './evidence.ts'
import { figuresOf } from './figures.ts'
import { scoreIndicator } from './indicator-score.ts'
import {
  clauseScore,
  type Applies,
  type ClauseScorer,
  type CountedClause,
  type PrincipleScorers,
} from './score-tree.ts'

/** At most this many scored clauses are kept for one scope of a rule set: some twenty megabytes. */
const mostKept = 30_000

/**
 * Makes scorers for the clauses of a rule set that are in scope. A clause comes out in few ways, however many records there
 * are: each is worked out once and handed out again, so that scoring allocates next to nothing.
 */
export function createScorers(ruleSet: RuleSet, scope: ReadonlySet<string> | undefined): PrincipleScorers[] {
  const shared = { ruleSet, answers: [...ruleSet.answerValues.values()], left: mostKept }
  return ruleSet.principles.flatMap((principle) => {
    const clauses = principle.clauses.flatMap((clause) => {
      const indicators = scope === undefined ? clause.indicators : clause.indicators.filter(({ id }) => scope.has(id))
      return indicators.length === 0 ? [] : [clauseScorer({ clause, indicators }, shared)]
    })
    return clauses.length === 0 ? [] : [{ principle, clauses }]
  })
}

interface Scoped {
  readonly clause: Clause
  readonly indicators: readonly Indicator[]
}

interface Shared {
  readonly ruleSet: RuleSet
  readonly answers: readonly Declared[]
  /** How many more may be kept. */
  left: number
}

const appliesBy: readonly Applies[] = ['no', 'yes', 'unknown', 'no', 'unknown']

function clauseScorer(scoped: Scoped, shared: Shared): ClauseScorer {
  const { clause } = scoped
  const kept = new Map<number, CountedClause>()
  const keyOf = createKey(scoped, shared)
  return (input) => {
    const { evaluation, declarations, evidence } = input
    const state = clause.appliesWhen === undefined ? TRUE : evaluation.appliesOf(clause.id)
    const confirmed = confirms(evidence, clause.confirmedBy)
    const key = keyOf(evaluation.states, declarations) * 10 + state * 2 + (confirmed ? 1 : 0)
    const known = kept.get(key)
    if (known !== undefined) return known
    const indicators = scoped.indicators.map((indicator) =>
      scoreIndicator(indicator, declarations.byIndicator.get(indicator.index), evaluation.states),
    )
    const applies = appliesBy[state]!
    const score = applies === 'no' ? null : clauseScore(shared.ruleSet, { clause, indicators, confirmed })
    // what does not apply asks nothing
    const tally = applies === 'no' ? emptyTally() : tallyOf(indicators)
    const figures = figuresOf(clause, score, tally)
    const scored = { clause, applies, indicators, confirmed, score, tally, figures }
    if (key > Number.MAX_SAFE_INTEGER || shared.left === 0) return scored
    shared.left--
    // it is handed to many
    Object.freeze(figures)
    kept.set(key, scored)
    return scored
  }
}

/** Makes a number of everything that the scores of some indicators follow from; too large a number stands for nothing. */
function createKey({ indicators }: Scoped, { answers }: Shared) {
  const parts = Uint32Array.from(
    indicators.flatMap(({ parts: own, firstPart }) => own.map((_part, index) => firstPart + index)),
  )
  return (states: Uint8Array, { byIndicator }: Declarations): number => {
    let key = 0
    // "does not apply" is none of the scale
    if (byIndicator.size > 0)
      for (const { index } of indicators) {
        const declared = byIndicator.get(index)
        key = key * (answers.length + 2) + (declared === undefined ? 0 : answers.indexOf(declared) + 2)
      }
    for (let part = 0; part < parts.length; part++) key = key * 5 + states[parts[part]!]!
    return key
  }
}
