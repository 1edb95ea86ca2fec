import { snap } from '../exact.ts'
import { isGated } from '../rule-set/methods.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { IndicatorScore } from '../score/indicator-score.ts'
import type { Child } from '../score/method.ts'
import type { ScoredClause } from '../score/scored.ts'
import { confirmationEffort, needsPartner, openIndicators, usualEffort, withMet } from './what-if.ts'

/** One way to raise a node, and what it costs. */
export interface Option {
  readonly effort: number
  readonly steps: readonly string[]
  readonly child: Child
}

/** Up to this many open indicators every set of them is tried; beyond it they are taken level by level. */
const mostTried = 8

/** A clause as it is, and every way worth taking to raise it: dearer ones only where they bring more. */
export function clauseOptions(ruleSet: RuleSet, scored: ScoredClause): Option[] {
  if (scored.score === null) return []
  const stay: Option = { effort: 0, steps: [], child: scored.score }
  const open = scored.indicators.filter(({ passed, value }) => !passed && value < 1)
  const ways = open.length > mostTried ? levelByLevel(ruleSet, scored) : everySet(ruleSet, scored, open)
  let [score, level] = [stay.child.score, stay.child.level]
  const better = ways
    .toSorted((left, right) => left.effort - right.effort || right.child.score - left.child.score)
    .filter(({ child }) => {
      if (snap(child.score - score) <= 0 && child.level <= level) return false
      ;[score, level] = [Math.max(score, child.score), Math.max(level, child.level)]
      return true
    })
  return [stay, ...better]
}

function everySet(ruleSet: RuleSet, scored: ScoredClause, open: readonly IndicatorScore[]): Option[] {
  const inOrder = open.toSorted(
    (left, right) => (left.indicator.level ?? 0) - (right.indicator.level ?? 0) || byEffort(left, right),
  )
  const mayConfirm = (ruleSet.method.parameters['oneSidedCap'] ?? 0) > 0 && !scored.confirmed
  return Array.from({ length: 2 ** open.length }, (_, set) =>
    inOrder.filter((_score, index) => (set >> index) % 2 === 1),
  ).flatMap((chosen) =>
    (mayConfirm ? [false, true] : [false]).map((confirm) => {
      const taken = take(ruleSet, scored, { chosen, confirm })
      return { effort: taken.effort, steps: taken.steps, child: taken.scored.score! }
    }),
  )
}

function levelByLevel(ruleSet: RuleSet, scored: ScoredClause): Option[] {
  const options: Option[] = []
  let current: Taken = { effort: 0, steps: [], scored }
  for (let next = raise(ruleSet, scored); next !== undefined; next = raise(ruleSet, current.scored)) {
    current = {
      effort: current.effort + next.effort,
      steps: [...current.steps, ...next.steps],
      scored: next.scored,
    }
    options.push({ effort: current.effort, steps: current.steps, child: current.scored.score! })
  }
  return options
}

interface Taken {
  readonly effort: number
  readonly steps: readonly string[]
  readonly scored: ScoredClause
}

/** The next level of a clause: its open indicators, cheapest first, and the partner's word where it takes two. */
function raise(ruleSet: RuleSet, scored: ScoredClause): Taken | undefined {
  if (scored.score === null) return undefined
  if (scored.score.oneSided) {
    const confirmed = take(ruleSet, scored, { chosen: [], confirm: true })
    if (snap(confirmed.scored.score!.score - scored.score.score) > 0) return confirmed
  }
  const open = openIndicators(ruleSet, scored).toSorted(byEffort)
  // without gates every single indicator is a step of its own
  const chosen = isGated(ruleSet.method.parameters) ? open : open.slice(0, 1)
  if (chosen.length === 0) return undefined
  const confirm = needsPartner(ruleSet, scored.score.nextLevel) && !scored.confirmed
  return take(ruleSet, scored, { chosen, confirm })
}

/** The clause after these indicators are reached, with the word of the partner or without it. */
function take(
  ruleSet: RuleSet,
  scored: ScoredClause,
  { chosen, confirm }: { chosen: readonly IndicatorScore[]; confirm: boolean },
): Taken {
  const steps = chosen.map(({ indicator }) => indicator.id)
  const effort = chosen.reduce((sum, score) => sum + effortOf(score), confirm ? confirmationEffort : 0)
  const changed = withMet(ruleSet, scored, { met: new Set(steps), confirmed: confirm })
  return { effort, steps: confirm ? [...steps, `confirm:${scored.clause.id}`] : steps, scored: changed }
}

function byEffort(left: IndicatorScore, right: IndicatorScore): number {
  return effortOf(left) - effortOf(right) || left.indicator.index - right.indicator.index
}

function effortOf({ indicator }: IndicatorScore): number {
  return indicator.document.effort ?? usualEffort
}
