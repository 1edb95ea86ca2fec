import type { Indicator, RuleSet } from '../rule-set/rule-set.ts'
import type { IndicatorResult, Result } from '../schema/result.ts'
import type { Cause, Moved } from './comparison.ts'

/** One step from an assessment to the next, in which one thing only has changed. */
export interface Step {
  readonly cause: Cause
  readonly before: Result
  readonly after: Result
  /** The rule sets of both; they differ in the step of the rules only. */
  readonly ruleSets: { readonly before: RuleSet; readonly after: RuleSet }
}

/** The indicators that a step moved, in the order of the rule set; those that went come last. */
export function movedIn({ cause, before, after, ruleSets }: Step): Moved[] {
  if (before === after) return []
  const left = placesOf(before)
  const right = placesOf(after)
  const known = new Map(ruleSets.after.indicators.map((indicator) => [indicator.id, indicator]))
  const predecessors = new Map(
    [...right.keys()].map((id) => [id, predecessorOf(known.get(id)!, ruleSets.before)] as const),
  )
  const taken = new Set(predecessors.values())
  const here = [...right].map(([id, place]) =>
    moveOf({ cause, place, was: left.get(predecessors.get(id) ?? ''), is: place, known: known.get(id)! }),
  )
  const gone = [...left]
    .filter(([id]) => !taken.has(id))
    .map(([id, place]) => moveOf({ cause, place, was: place, is: undefined, known: indicatorOf(ruleSets.before, id) }))
  return [...here, ...gone].filter((move) => move !== undefined)
}

interface Placed {
  readonly clause: string
  readonly principle: string
  readonly result: IndicatorResult
}

function placesOf({ clauses }: Result): Map<string, Placed> {
  return new Map(
    clauses.flatMap(({ id: clause, principle, outcomes }) =>
      outcomes.map((result) => [result.indicator, { clause, principle, result }] as const),
    ),
  )
}

/** The id that the indicator has in the other rule set: its own, or one of those it was known by. */
function predecessorOf({ id, document }: Indicator, { indicators }: RuleSet): string | undefined {
  const names = [id, ...(document.formerly ?? [])]
  return names.find((name) => indicators.some((indicator) => indicator.id === name))
}

function indicatorOf({ indicators }: RuleSet, id: string): Indicator {
  return indicators.find((indicator) => indicator.id === id)!
}

interface Move {
  readonly cause: Cause
  readonly place: Placed
  readonly was: Placed | undefined
  readonly is: Placed | undefined
  readonly known: Indicator
}

function moveOf({ cause, place, was, is, known }: Move): Moved | undefined {
  const same = was?.result.outcome === is?.result.outcome && was?.result.value === is?.result.value
  if (same) return undefined
  const formerly = was === undefined || was.result.indicator === known.id ? null : was.result.indicator
  return {
    indicator: known.id,
    formerly,
    clause: place.clause,
    principle: place.principle,
    cause,
    from: was?.result.outcome ?? null,
    to: is?.result.outcome ?? null,
    statement: known.document.statement,
  }
}
