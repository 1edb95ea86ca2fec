import { snap } from '../exact.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Path } from '../schema/result.ts'
import { levelAfter, levelOf, sumsOf } from '../score/method.ts'
import { nodeScore, principleScore } from '../score/score-tree.ts'
import type { ScoredClause, ScoredPrinciple, ScoredTree } from '../score/scored.ts'
import { clauseOptions, type Option } from './clause-options.ts'

/** What was scored, and by which rule set. */
interface Scored {
  readonly input: { readonly ruleSet: RuleSet }
  readonly tree: ScoredTree
}

/** The cheapest way to the next level of every clause, every principle and the whole. */
export function cheapestPaths({ input: { ruleSet }, tree }: Scored): Path[] {
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
  // raising every principle to the level reaches it for sure, so nothing dearer needs to be looked at
  const sure = frontiers.map((options) => cheapest(options.filter(({ child }) => levelOf(child.score, scale) >= level)))
  const most = sure.reduce((sum, option) => sum + (option?.effort ?? Number.POSITIVE_INFINITY), 0)
  const ways = combine(ruleSet, frontiers, most).map((way) => ({ effort: way.effort, options: optionsOf(way) }))
  const way = cheapest(
    ways.filter(
      ({ options }) => nodeScore(ruleSet, 'headline', sumsOf(options.map(({ child }) => child)))!.level >= level,
    ),
  )
  return pathTo('headline', level, way && { effort: way.effort, steps: way.options.flatMap(({ steps }) => steps) })
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

/** Every way worth taking to raise a principle, dearer ones only where they bring more. */
function principleOptions(ruleSet: RuleSet, { principle, clauses }: ScoredPrinciple): Option[] {
  const children = principleScore(ruleSet, clauses)?.counted ?? []
  const counted = clauses.filter(({ clause }) => children.some(({ id }) => id === clause.id))
  const ways = combine(
    ruleSet,
    counted.map((scored) => clauseOptions(ruleSet, scored)),
    Number.POSITIVE_INFINITY,
  )
  const options = ways.map((way): Option => {
    const chosen = optionsOf(way)
    const scored = nodeScore(ruleSet, 'principle', sumsOf(chosen.map(({ child }) => child)))!
    const child = { ...scored, id: principle.id, weight: principle.weight, potentialLevel: scored.level }
    return { effort: way.effort, steps: chosen.flatMap(({ steps }) => steps), child }
  })
  let best = Number.NEGATIVE_INFINITY
  return options
    .toSorted((left, right) => left.effort - right.effort || right.child.score - left.child.score)
    .filter(({ child }) => {
      if (snap(child.score - best) <= 0) return false
      best = child.score
      return true
    })
}

/** Options chosen so far, newest first, and what the score of any method depends on. */
interface Combination {
  readonly effort: number
  readonly merit: number
  readonly lowLevel: number
  readonly option: Option | undefined
  readonly before: Combination | undefined
}

const nothing: Combination = {
  effort: 0,
  merit: 0,
  lowLevel: Number.POSITIVE_INFINITY,
  option: undefined,
  before: undefined,
}

/**
 * All combinations of one option for each node that no other beats: none is cheaper, worth as much and as high at its
 * lowest. Combinations dearer than `most` are dropped at once.
 */
function combine(ruleSet: RuleSet, nodes: readonly (readonly Option[])[], most: number): Combination[] {
  const extend = ruleSet.method.name === 'weakest-link-v1' ? extendByLowest : extendBySum
  let combinations: readonly Combination[] = [nothing]
  for (const options of nodes) {
    const extended = combinations.flatMap((before) => options.map((option) => extend(before, option)))
    combinations = unbeaten(extended.filter(({ effort }) => effort <= most))
  }
  return [...combinations]
}

function extendBySum(before: Combination, option: Option): Combination {
  const { child } = option
  return {
    effort: before.effort + option.effort,
    merit: before.merit + child.weight * child.score,
    lowLevel: Math.min(before.lowLevel, child.level),
    option,
    before,
  }
}

function extendByLowest(before: Combination, option: Option): Combination {
  const merit = before.option === undefined ? option.child.score : Math.min(before.merit, option.child.score)
  return { effort: before.effort + option.effort, merit, lowLevel: 0, option, before }
}

function unbeaten(combinations: readonly Combination[]): Combination[] {
  const best = new Map<number, number>()
  return combinations
    .toSorted((left, right) => left.effort - right.effort || right.merit - left.merit)
    .filter(({ lowLevel, merit }) => {
      for (const [level, known] of best) if (level >= lowLevel && known >= merit - 1e-9) return false
      best.set(lowLevel, merit)
      return true
    })
}

function optionsOf(combination: Combination): Option[] {
  if (combination.option === undefined || combination.before === undefined) return []
  return [...optionsOf(combination.before), combination.option]
}
