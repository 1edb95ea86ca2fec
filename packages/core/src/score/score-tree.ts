import type { Evaluation } from '../evaluate/evaluation.ts'
import type { Run } from '../facts/run.ts'
import type { Clause, Principle, RuleSet } from '../rule-set/rule-set.ts'
import type { Declarations } from './answers.ts'
import type { Tally } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import type { Figures } from './figures.ts'
import type { IndicatorScore } from './indicator-score.ts'
import type { Child, ClauseInput, ClauseScore, NodeScore } from './method.ts'
import { scoringMethods } from './methods.ts'

/** Everything that scores are made from. */
export interface ScoreInput {
  readonly ruleSet: RuleSet
  readonly run: Run
  readonly evaluation: Evaluation
  readonly declarations: Declarations
  readonly evidence: Evidence
  /** How the clauses in scope are scored, principle by principle. */
  readonly scorers: readonly PrincipleScorers[]
  /** Ids of the indicators in scope; undefined in the full assessment. */
  readonly scope: ReadonlySet<string> | undefined
}

export interface PrincipleScorers {
  readonly principle: Principle
  readonly clauses: readonly ClauseScorer[]
}

/** Scores one clause from what was found. */
export type ClauseScorer = (input: ScoreInput) => CountedClause

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
  readonly score: PrincipleScore | null
}

export interface PrincipleScore extends NodeScore {
  /** The clauses that count in the lower reading. */
  readonly counted: readonly Child[]
}

export interface ScoredTree {
  readonly principles: readonly ScoredPrinciple<CountedClause>[]
  /** Null where no principle counts. */
  readonly headline: NodeScore | null
}

/** Scores clauses, principles and the whole; what lies outside the scope is left out. */
export function scoreTree(input: ScoreInput): ScoredTree {
  const { ruleSet, scorers } = input
  const principles = scorers.map(({ principle, clauses: own }) => {
    const clauses = own.map((score) => score(input))
    return { principle, clauses, score: principleScore(ruleSet, clauses) }
  })
  return { principles, headline: scoreHeadline(ruleSet, principles) }
}

/** The score of a clause from its indicators; also used to ask what a step would bring. */
export function clauseScore(ruleSet: RuleSet, scored: ClauseInput): ClauseScore | null {
  return scoringMethods[ruleSet.method.name].clause(scored, ruleSet.method)
}

/** At most this many clauses of a principle are tried with and without; more are counted as if they applied. */
const mostReadings = 8

/**
 * The score of a principle from its clauses. Where it is not known whether a clause applies, the score takes the lowest and
 * the potential the highest of all readings.
 */
export function principleScore(ruleSet: RuleSet, clauses: readonly ScoredClause[]): PrincipleScore | null {
  if (clauses.length === 0) return null
  const children: Child[] = []
  const doubtful: Child[] = []
  for (const { applies, score } of clauses) {
    if (score === null) continue
    children.push(score)
    if (applies === 'unknown' && doubtful.length < mostReadings) doubtful.push(score)
  }
  if (children.length === 0) return null
  return doubtful.length === 0 ? readingOf(ruleSet, children) : widestOf(ruleSet, children, doubtful)
}

function readingOf(ruleSet: RuleSet, counted: readonly Child[]): PrincipleScore {
  const { score, potential, level } = scoringMethods[ruleSet.method.name].principle(counted, ruleSet.method)
  return { score, potential, level, counted }
}

function widestOf(ruleSet: RuleSet, children: readonly Child[], doubtful: readonly Child[]): PrincipleScore | null {
  const readings = Array.from({ length: 2 ** doubtful.length }, (_, reading) => {
    const left = new Set(doubtful.filter((_child, index) => (reading >> index) % 2 === 1))
    return children.filter((child) => !left.has(child))
  })
  const scores = readings.filter((counted) => counted.length > 0).map((counted) => readingOf(ruleSet, counted))
  const lowest = scores.reduce((low, score) => (score.score < low.score ? score : low))
  return { ...lowest, potential: Math.max(...scores.map(({ potential }) => potential)) }
}

export function scoreHeadline(
  ruleSet: RuleSet,
  principles: readonly Pick<ScoredPrinciple, 'principle' | 'score'>[],
): NodeScore | null {
  const children = headlineChildren(principles)
  return children.length === 0 ? null : scoringMethods[ruleSet.method.name].headline(children, ruleSet.method)
}

export function headlineChildren(principles: readonly Pick<ScoredPrinciple, 'principle' | 'score'>[]): Child[] {
  const children: Child[] = []
  for (const { principle, score } of principles) {
    if (score === null) continue
    const { id, weight } = principle
    children.push({
      id,
      weight,
      score: score.score,
      potential: score.potential,
      level: score.level,
      potentialLevel: score.level,
    })
  }
  return children
}
