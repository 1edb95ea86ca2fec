import { snap } from '../exact.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Path } from '../schema/result.ts'
import { levelAfter, levelOf, type Child } from '../score/method.ts'
import { scoringMethods } from '../score/methods.ts'
import type { ScoredClause, ScoredPrinciple, ScoredTree } from '../score/score-tree.ts'
import { confirmationEffort, needsPartner, usualEffort, withMet } from './what-if.ts'

/** One way to raise a node, and what it costs. */
interface Option {
  readonly effort: number
  readonly steps: readonly string[]
  readonly child: Child
}

/** The cheapest way to the next level of every clause, every principle and the whole. */
export function cheapestPaths(ruleSet: RuleSet, tree: ScoredTree): Path[] {
  const principles = tree.principles.filter(({ score }) => score !== null)
  const frontiers = principles.map((principle) => principleOptions(ruleSet, principle))
  return [
    ...headlinePath(ruleSet, tree, frontiers),
    ...principles.flatMap((principle, index) => principlePath(ruleSet, principle, frontiers[index]!)),
    ...principles.flatMap(({ clauses }) => clauses.flatMap((clause) => clausePath(ruleSet, clause))),
  ]
}

function headlinePath(ruleSet: RuleSet, tree: ScoredTree, frontiers: readonly (readonly Option[])[]): Path[] {
  const { scale } = ruleSet.document
  const level = levelAfter(tree.headline?.level ?? scale.top, scale)
  const scored = combine(frontiers).filter(({ children }) => scoreOf(ruleSet, 'headline', children).level >= level)
  return pathTo('headline', level, cheapest(scored))
}

function principlePath(ruleSet: RuleSet, { principle, score }: ScoredPrinciple, options: readonly Option[]): Path[] {
  const { scale } = ruleSet.document
  const level = levelAfter(score?.level ?? scale.top, scale)
  return pathTo(principle.id, level, cheapest(options.filter(({ child }) => levelOf(child.score, scale) >= level)))
}

function clausePath(ruleSet: RuleSet, scored: ScoredClause): Path[] {
  const level = scored.score?.level
  const next = clauseOptions(ruleSet, scored).find(({ child }) => child.level > (level ?? ruleSet.document.scale.top))
  return next === undefined ? [] : pathTo(scored.clause.id, next.child.level, next)
}

function pathTo(to: string, level: number, way: Pick<Option, 'effort' | 'steps'> | undefined): Path[] {
  return way === undefined || way.steps.length === 0 ? [] : [{ to, level, effort: way.effort, steps: [...way.steps] }]
}

function cheapest<Way extends { readonly effort: number }>(ways: readonly Way[]): Way | undefined {
  return ways.reduce<Way | undefined>(
    (best, way) => (best === undefined || way.effort < best.effort ? way : best),
    undefined,
  )
}

/** A clause as it is, and raised level by level. */
function clauseOptions(ruleSet: RuleSet, scored: ScoredClause): Option[] {
  const options: Option[] = [{ effort: 0, steps: [], child: childOf(scored) }]
  let current = scored
  for (let raised = raise(ruleSet, current); raised !== undefined; raised = raise(ruleSet, current)) {
    const before = options.at(-1)!
    options.push({
      effort: before.effort + raised.effort,
      steps: [...before.steps, ...raised.steps],
      child: childOf(raised.scored),
    })
    current = raised.scored
  }
  return options
}

/** The next level of a clause: its open indicators, cheapest first, and the partner's word where it takes two. */
function raise(
  ruleSet: RuleSet,
  scored: ScoredClause,
): { effort: number; steps: string[]; scored: ScoredClause } | undefined {
  const level = scored.score?.nextLevel
  const confirm = (scored.score?.oneSided ?? false) || (needsPartner(ruleSet, level) && !scored.confirmed)
  const open = scored.indicators.filter(
    ({ indicator, passed, value }) =>
      !passed && value < 1 && (indicator.level === undefined || indicator.level === level),
  )
  if (scored.score === null || (open.length === 0 && !confirm)) return undefined
  const byEffort = open.toSorted(
    (left, right) => effortOf(left) - effortOf(right) || left.indicator.index - right.indicator.index,
  )
  const steps = byEffort.map(({ indicator }) => indicator.id)
  const effort = byEffort.reduce((sum, score) => sum + effortOf(score), confirm ? confirmationEffort : 0)
  const changed = withMet(ruleSet, scored, { met: new Set(steps), confirmed: confirm })
  return { effort, steps: confirm ? [...steps, `confirm:${scored.clause.id}`] : steps, scored: changed }
}

function effortOf({ indicator }: { indicator: ScoredClause['indicators'][number]['indicator'] }): number {
  return indicator.document.effort ?? usualEffort
}

function childOf({ clause, score }: ScoredClause): Child {
  return { ...score!, id: clause.id, weight: clause.weight }
}

/** Every way worth taking to raise a principle, dearer ones only where they bring more. */
function principleOptions(ruleSet: RuleSet, { principle, clauses, score }: ScoredPrinciple): Option[] {
  const counted = clauses.filter((scored) => scored.score !== null && score!.counted.includes(scored.clause.id))
  const combined = combine(counted.map((scored) => clauseOptions(ruleSet, scored)))
  const options = combined.map(({ effort, steps, children }): Option => {
    const scored = scoreOf(ruleSet, 'principle', children)
    return {
      effort,
      steps,
      child: { ...scored, id: principle.id, weight: principle.weight, potentialLevel: scored.level },
    }
  })
  const byEffort = options.toSorted((left, right) => left.effort - right.effort || right.child.score - left.child.score)
  let best = Number.NEGATIVE_INFINITY
  return byEffort.filter(({ child }) => {
    if (snap(child.score - best) <= 0) return false
    best = child.score
    return true
  })
}

function scoreOf(ruleSet: RuleSet, node: 'principle' | 'headline', children: readonly Child[]) {
  const { name, parameters } = ruleSet.method
  return scoringMethods[name][node](children, { scale: ruleSet.document.scale, parameters })
}

interface Combination {
  readonly effort: number
  readonly steps: readonly string[]
  readonly children: readonly Child[]
  /** What every method's score depends on: the weighted sum, the lowest score and the lowest level. */
  readonly sum: number
  readonly low: number
  readonly lowLevel: number
}

/** All combinations of one option each that no other beats in effort, sum and lowest child at once. */
function combine(nodes: readonly (readonly Option[])[]): Combination[] {
  let combinations: Combination[] = [
    { effort: 0, steps: [], children: [], sum: 0, low: Number.POSITIVE_INFINITY, lowLevel: Number.POSITIVE_INFINITY },
  ]
  for (const options of nodes)
    combinations = unbeaten(combinations.flatMap((combination) => options.map((option) => extend(combination, option))))
  return combinations
}

function extend(combination: Combination, { effort, steps, child }: Option): Combination {
  return {
    effort: combination.effort + effort,
    steps: [...combination.steps, ...steps],
    children: [...combination.children, child],
    sum: combination.sum + child.weight * child.score,
    low: Math.min(combination.low, child.score),
    lowLevel: Math.min(combination.lowLevel, child.level),
  }
}

function unbeaten(combinations: readonly Combination[]): Combination[] {
  const kept: Combination[] = []
  for (const candidate of combinations.toSorted((left, right) => left.effort - right.effort || right.sum - left.sum)) {
    const beaten = kept.some(
      (other) =>
        other.sum >= candidate.sum - 1e-9 && other.low >= candidate.low - 1e-9 && other.lowLevel >= candidate.lowLevel,
    )
    if (!beaten) kept.push(candidate)
  }
  return kept
}
