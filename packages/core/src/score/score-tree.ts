import type { Evaluation } from '../evaluate/evaluation.ts'
import type { Run } from '../facts/run.ts'
import type { Clause, Principle, RuleSet } from '../rule-set/rule-set.ts'
import type { Declarations } from './answers.ts'
import type { Scorers } from './clause-scorers.ts'
import type { Tally } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import type { Figures } from './figures.ts'
import type { IndicatorScore } from './indicator-score.ts'
import {
  addChild,
  emptySums,
  sumsOf,
  type Child,
  type ClauseInput,
  type ClauseScore,
  type NodeScore,
  type Sums,
} from './method.ts'
import { scoringMethods } from './methods.ts'

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
  const children: Child[] = []
  const doubtful: Child[] = []
  for (const { applies, score } of clauses) {
    if (score === null) continue
    children.push(score)
    if (applies === 'unknown' && doubtful.length < mostReadings) doubtful.push(score)
  }
  if (children.length === 0) return null
  const readings = Array.from({ length: 2 ** doubtful.length }, (_, reading) =>
    // the place of a child that is not doubtful is -1, and no reading has such a digit
    children.filter((child) => (reading >> doubtful.indexOf(child)) % 2 === 0),
  )
  const scores = readings.filter((counted) => counted.length > 0).map((counted) => readingOf(ruleSet, counted))
  const lowest = scores.reduce((low, score) => (score.score < low.score ? score : low))
  return { ...lowest, potential: Math.max(...scores.map(({ potential }) => potential)) }
}

function readingOf(ruleSet: RuleSet, counted: readonly Child[]): PrincipleScore {
  return { ...nodeScore(ruleSet, 'principle', sumsOf(counted))!, counted }
}

/** The score of the whole from its principles. */
export function scoreHeadline(ruleSet: RuleSet, principles: readonly ScoredPrinciple[]): NodeScore | null {
  const sums = emptySums()
  for (const { principle, score } of principles)
    if (score !== null) addChild(sums, principle.weight, score.score, score.potential, score.level, score.level)
  return nodeScore(ruleSet, 'headline', sums)
}

/** The score of a node from those below it; null where there are none. */
export function nodeScore(ruleSet: RuleSet, node: 'principle' | 'headline', children: Sums): NodeScore | null {
  return children.weights === 0 ? null : scoringMethods[ruleSet.method.name][node](children, ruleSet.method)
}
