import { scoreClause } from './clause-scorers.ts'
import type { PrincipleInScope } from './score-input.ts'
import { supportFor } from './evidence.ts'
import { figuresOf, type Figures } from './figures.ts'
import { supportOf } from './indicator-score.ts'
import { addRow } from './kept-clauses.ts'
import { emptySums } from './method.ts'
import { nodeScore, principleScore, scoreHeadline } from './score-tree.ts'
import type { ScoreInput } from './score-input.ts'
import type { CountedClause, CountedPrinciple, ScoredTree } from './scored.ts'

/** Scores clauses, principles and the whole; what lies outside the scope is left out. */
export function scoreScope(input: ScoreInput): ScoredTree {
  const figures: Figures[] = []
  const principles = input.scorers.principles.map((own) => scorePrinciple(own, input, figures))
  return { principles, clauses: figures, headline: scoreHeadline(input.ruleSet, principles) }
}

/** Adds up the clauses of a principle; their own figures go to the end of the list. */
function scorePrinciple(
  { principle, clauses: own }: PrincipleInScope,
  input: ScoreInput,
  figures: Figures[],
): CountedPrinciple {
  const { ruleSet, scorers, evidence } = input
  const { kept } = scorers
  const tally = emptySums()
  const clauses: CountedClause[] = []
  let isSure = true
  for (const one of own) {
    const row = scoreClause(one, input)
    const clause = kept.clauses[row]!
    clauses.push(clause)
    addRow(tally, one.clause.weight, kept, row)
    if (clause.applies === 'unknown') isSure = false
    const support = evidence.support.size === 0 ? undefined : gradedSupport(clause, input)
    tally.support += support ?? kept.rows[row * 8 + 7]!
    figures.push(
      support === undefined ? kept.figures[row]! : figuresOf(one.clause, clause.score, { ...clause.tally, support }),
    )
  }
  const score = isSure ? nodeScore(ruleSet, 'principle', tally) : principleScore(ruleSet, clauses)
  return { principle, clauses, score, tally }
}

/** The support of a clause from graded evidence; undefined where there is none for what it reads. */
function gradedSupport({ clause, indicators }: CountedClause, input: ScoreInput): number | undefined {
  const { evaluation, evidence } = input
  if (supportFor(evidence, clause.confirmedBy) === undefined) return undefined
  let support = 0
  for (const score of indicators) support += supportOf(score, evaluation, evidence)
  return support
}
