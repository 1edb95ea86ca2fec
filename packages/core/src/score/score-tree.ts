import type { Evaluation } from '../evaluate/evaluation.ts'
import type { Run } from '../facts/run.ts'
import { FALSE, NOT_DUE, TRUE, type StateCode } from '../operators/state.ts'
import type { Clause, Principle, RuleSet } from '../rule-set/rule-set.ts'
import type { Declarations } from './answers.ts'
import type { Evidence } from './evidence.ts'
import { scoreIndicator, statesOf, type IndicatorScore } from './indicator-score.ts'
import type { Child, ClauseScore, NodeScore } from './method.ts'
import { scoringMethods } from './methods.ts'

/** Everything that scores are made from. */
export interface ScoreInput {
  readonly ruleSet: RuleSet
  readonly run: Run
  readonly evaluation: Evaluation
  readonly declarations: Declarations
  readonly evidence: Evidence
  /** Ids of the indicators in scope; undefined in the full assessment. */
  readonly scope: ReadonlySet<string> | undefined
}

type Applies = 'yes' | 'no' | 'unknown'

export interface ScoredClause {
  readonly clause: Clause
  readonly applies: Applies
  readonly indicators: readonly IndicatorScore[]
  readonly confirmed: boolean
  /** Null where the clause does not apply or nothing in it is due. */
  readonly score: ClauseScore | null
}

export interface ScoredPrinciple {
  readonly principle: Principle
  readonly clauses: readonly ScoredClause[]
  /** Null where no clause counts. */
  readonly score: PrincipleScore | null
}

export interface PrincipleScore extends NodeScore {
  /** The clauses that count in the lower reading. */
  readonly counted: readonly string[]
}

export interface ScoredTree {
  readonly principles: readonly ScoredPrinciple[]
  /** Null where no principle counts. */
  readonly headline: NodeScore | null
}

/** Scores clauses, principles and the whole; what lies outside the scope is left out. */
export function scoreTree(input: ScoreInput): ScoredTree {
  const principles = input.ruleSet.principles
    .map((principle) => scorePrinciple(input, principle))
    .filter(({ clauses }) => clauses.length > 0)
  return { principles, headline: scoreHeadline(input.ruleSet, principles) }
}

function scorePrinciple(input: ScoreInput, principle: Principle): ScoredPrinciple {
  const clauses = principle.clauses
    .map((clause) => scoreClause(input, clause))
    .filter(({ indicators }) => indicators.length > 0)
  return { principle, clauses, score: principleScore(input.ruleSet, clauses) }
}

function scoreClause(input: ScoreInput, clause: Clause): ScoredClause {
  const { ruleSet, evaluation, declarations, evidence, scope } = input
  const applies = appliesOf(evaluation.appliesOf(clause.id))
  const inScope = clause.indicators.filter(({ id }) => scope === undefined || scope.has(id))
  const indicators = inScope.map((indicator) =>
    scoreIndicator(indicator, statesOf(evaluation, indicator), {
      declared: declarations.byIndicator.get(indicator.index),
      evidence,
    }),
  )
  const confirmed = evidence.isConfirmed(clause.reads)
  const scored: ScoredClause = { clause, applies, indicators, confirmed, score: null }
  return applies === 'no' ? scored : { ...scored, score: clauseScore(ruleSet, scored) }
}

/** The score of a clause from its indicators; also used to ask what a step would bring. */
export function clauseScore(
  ruleSet: RuleSet,
  { indicators, confirmed }: Pick<ScoredClause, 'indicators' | 'confirmed'>,
): ClauseScore | null {
  const { name, parameters } = ruleSet.method
  return scoringMethods[name].clause({ indicators, confirmed, parameters, scale: ruleSet.document.scale })
}

function appliesOf(state: StateCode): Applies {
  if (state === TRUE) return 'yes'
  return state === FALSE || state === NOT_DUE ? 'no' : 'unknown'
}

/** At most this many clauses of a principle are tried with and without; more are counted as if they applied. */
const mostReadings = 8

/**
 * The score of a principle from its clauses. Where it is not known whether a clause applies, the score takes the lowest and
 * the potential the highest of all readings.
 */
export function principleScore(ruleSet: RuleSet, clauses: readonly ScoredClause[]): PrincipleScore | null {
  const entries = clauses.flatMap(({ clause, applies, score }) =>
    score === null ? [] : [{ applies, child: { ...score, id: clause.id, weight: clause.weight } }],
  )
  const doubtful = entries.filter(({ applies }) => applies === 'unknown').slice(0, mostReadings)
  const readings = Array.from({ length: 2 ** doubtful.length }, (_, reading) => {
    const left = new Set(doubtful.filter((_clause, index) => (reading >> index) % 2 === 1))
    return entries.filter((entry) => !left.has(entry)).map(({ child }) => child)
  }).filter((children) => children.length > 0)
  const scores = readings.map((children): PrincipleScore => {
    const counted = children.map(({ id }) => id)
    return Object.assign({ counted }, nodeScore(ruleSet, 'principle', children))
  })
  if (scores.length === 0) return null
  const lowest = scores.reduce((low, score) => (score.score < low.score ? score : low))
  return { ...lowest, potential: Math.max(...scores.map(({ potential }) => potential)) }
}

export function scoreHeadline(
  ruleSet: RuleSet,
  principles: readonly Pick<ScoredPrinciple, 'principle' | 'score'>[],
): NodeScore | null {
  const children = principles.flatMap(({ principle, score }): Child[] =>
    score === null
      ? []
      : [
          {
            id: principle.id,
            weight: principle.weight,
            score: score.score,
            potential: score.potential,
            level: score.level,
            potentialLevel: score.level,
          },
        ],
  )
  return children.length === 0 ? null : nodeScore(ruleSet, 'headline', children)
}

function nodeScore(ruleSet: RuleSet, node: 'principle' | 'headline', children: readonly Child[]): NodeScore {
  const { name, parameters } = ruleSet.method
  return scoringMethods[name][node](children, { scale: ruleSet.document.scale, parameters })
}
