import { TRUE } from '../operators/state.ts'
import type { Indicator, Principle, RuleSet } from '../rule-set/rule-set.ts'
import { tallyOf } from './coverage.ts'
import { confirms } from './evidence.ts'
import { figuresOf } from './figures.ts'
import { scoreIndicator } from './indicator-score.ts'
import { createKept, keep } from './kept-clauses.ts'
import { clauseScore } from './score-tree.ts'
import type { ClauseInScope, ScoreInput, Scorers } from './score-input.ts'
import type { Applies } from './scored.ts'

/** Lays out the clauses of a rule set that are in scope. */
export function createScorers(ruleSet: RuleSet, scope: ReadonlySet<string> | undefined): Scorers {
  const clausesOf = (principle: Principle) =>
    principle.clauses
      .map((clause): ClauseInScope => {
        const indicators = clause.indicators.filter(({ id }) => scope?.has(id) ?? true)
        return { clause, indicators, rows: new Map(), ...unitsOf(indicators) }
      })
      .filter(({ indicators }) => indicators.length > 0)
  return {
    principles: ruleSet.principles
      .map((principle) => ({ principle, clauses: clausesOf(principle) }))
      .filter(({ clauses }) => clauses.length > 0),
    kept: createKept(ruleSet.indicators.length),
    answers: [undefined, ...ruleSet.answerValues.values()],
  }
}

const appliesBy: readonly Applies[] = ['no', 'yes', 'unknown', 'no', 'unknown']

/** The row of a clause as it came out, from what was found. */
export function scoreClause(own: ClauseInScope, input: ScoreInput): number {
  const { clause, rows } = own
  const { ruleSet, scorers, evaluation, declarations, evidence } = input
  const { kept } = scorers
  const state = clause.appliesWhen === undefined ? TRUE : evaluation.appliesOf(clause.id)
  const confirmed = confirms(evidence, clause.confirmedBy)
  const key = keyOf(own, input) + state * 2 + (confirmed ? 1 : 0)
  const known = rows.get(key)
  if (known !== undefined) return known
  const indicators = own.indicators.map((indicator) =>
    scoreIndicator(indicator, declarations.byIndicator.get(indicator.index), evaluation),
  )
  const applies = appliesBy[state]!
  // what does not apply asks nothing
  const asked = applies === 'no' ? [] : indicators
  const score = clauseScore(ruleSet, { clause, indicators: asked, confirmed })
  const tally = tallyOf(asked)
  // they are handed to many
  const figures = Object.freeze(figuresOf(clause, score, tally))
  const row = keep(kept, { clause, applies, indicators, confirmed, score, tally, figures }, Number.isSafeInteger(key))
  if (row > 0) rows.set(key, row)
  return row
}

/** What a part adds to the sum of up to three of them, by its state: no other three parts have the same sum, 96 at most. */
const shares = [4, 1, 0, 13, 32] as const

/**
 * In which order the parts of an indicator came out makes no difference, so they are counted by threes: fewer numbers, and more
 * that is known already.
 */
function unitsOf(indicators: readonly Indicator[]): Pick<ClauseInScope, 'parts' | 'units'> {
  const parts: number[] = []
  // below it there is room for whether the clause applies, and whether it is confirmed
  const units = [10]
  for (const { parts: own, firstPart } of indicators)
    for (let part = 0; part < own.length; part++) {
      const isLast = part % 3 === 2 || part === own.length - 1
      units.push(units[parts.length]! * (isLast ? 97 : 1))
      parts.push(firstPart + part)
    }
  return { parts, units }
}

/** A number made of everything that the scores of some indicators follow from; too large a number stands for nothing. */
function keyOf(
  { indicators, parts: own, units }: ClauseInScope,
  { scorers, evaluation, declarations }: ScoreInput,
): number {
  const { answers } = scorers
  const { states, parts } = evaluation
  const { byIndicator } = declarations
  let key = 0
  for (let part = 0; part < own.length; part++) key += units[part]! * shares[states[parts[own[part]!]!]!]!
  let unit = units[own.length]!
  if (byIndicator.size > 0)
    for (const { index } of indicators) {
      // "does not apply" is none of the answers: it is -1
      key += unit * answers.indexOf(byIndicator.get(index))
      unit *= answers.length + 1
    }
  return key
}
