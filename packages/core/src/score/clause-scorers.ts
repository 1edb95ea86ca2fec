import type { Evaluation } from '../evaluate/evaluation.ts'
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
  const shared = { ruleSet, answers: [undefined, ...ruleSet.answerValues.values()], left: mostKept }
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
  /** First that there is none. */
  readonly answers: readonly (Declared | undefined)[]
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
    const key = keyOf(evaluation, declarations) * 10 + state * 2 + (confirmed ? 1 : 0)
    const known = kept.get(key)
    if (known !== undefined) return known
    const indicators = scoped.indicators.map((indicator) =>
      scoreIndicator(indicator, declarations.byIndicator.get(indicator.index), evaluation),
    )
    const applies = appliesBy[state]!
    const score = applies === 'no' ? null : clauseScore(shared.ruleSet, { clause, indicators, confirmed })
    // what does not apply asks nothing
    const tally = applies === 'no' ? emptyTally() : tallyOf(indicators)
    const figures = figuresOf(clause, score, tally)
    const scored = { clause, applies, indicators, confirmed, score, tally, figures }
    if (!Number.isSafeInteger(key) || shared.left === 0) return scored
    shared.left--
    // it is handed to many
    Object.freeze(figures)
    kept.set(key, scored)
    return scored
  }
}

/** What a part adds to the sum of up to three of them, by its state: no other three parts have the same sum, 96 at most. */
const shares = [4, 1, 0, 13, 32] as const

/**
 * Makes a number of everything that the scores of some indicators follow from; too large a number stands for nothing. In which
 * order parts came out makes no difference, so they are counted by threes: fewer numbers, and more that is known already.
 */
function createKey({ indicators }: Scoped, { answers }: Shared) {
  const threes: number[][] = []
  for (const { parts, firstPart } of indicators)
    for (let part = 0; part < parts.length; part++) {
      if (part % 3 === 0) threes.push([])
      threes.at(-1)!.push(firstPart + part)
    }
  return ({ states, parts }: Evaluation, { byIndicator }: Declarations): number => {
    let key = 0
    // "does not apply" is none of the answers: it is -1
    if (byIndicator.size > 0)
      for (const { index } of indicators) key = key * (answers.length + 1) + answers.indexOf(byIndicator.get(index))
    for (const three of threes) {
      let sum = 0
      for (const part of three) sum += shares[states[parts[part]!]!]!
      key = key * 97 + sum
    }
    return key
  }
}
