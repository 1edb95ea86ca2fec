import type { RuleSet } from '../rule-set/rule-set.ts'
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
import type { PrincipleScore, ScoredClause, ScoredPrinciple } from './scored.ts'

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
  let lowest: PrincipleScore | null = null
  let highest = 0
  for (let reading = 0; reading < 2 ** doubtful.length; reading++) {
    // the place of a child that is not doubtful is -1, and no reading has such a digit
    const counted = children.filter((child) => (reading >> doubtful.indexOf(child)) % 2 === 0)
    const score = nodeScore(ruleSet, 'principle', sumsOf(counted))
    if (score === null) continue
    highest = Math.max(highest, score.potential)
    if (lowest === null || score.score < lowest.score) lowest = { ...score, counted }
  }
  return lowest && { ...lowest, potential: highest }
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
