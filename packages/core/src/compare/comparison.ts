import type { Contribution, Outcome, Result } from '../schema/result.ts'

/**
 * Why a figure moved: days went by, the rule set is another version of itself, or the record is another one. In this order:
 * each step leaves the others as they are.
 */

export type Cause = 'time' | 'rules' | 'you'

/** How far a figure moved, and by which cause: the three add up to the change exactly. Points, four decimals. */
export interface Split {
  change: number
  time: number
  rules: number
  you: number
}

/** The part of a split that one child made: an indicator, clause or principle, or a cap. */
export interface ContributionChange extends Split {
  of: string
}

interface NodeFigures {
  score: number | null
  potential: number | null
  level: number | null
}

/** How one node moved. */
export interface NodeChange {
  from: NodeFigures
  to: NodeFigures
  /** Null where there is no score on one of the two sides, or on the way from one to the other. */
  score: Split | null
  /** What made the change of the score; those that made none are left out. What had no score had no points. */
  contributions: ContributionChange[]
}

interface PrincipleChange extends NodeChange {
  id: string
  clause: string
  title: string
}

/** An indicator that came out differently, and why. */
export interface Moved {
  indicator: string
  /** What it was called in the earlier rule set, where that was another name. */
  formerly: string | null
  clause: string
  principle: string
  cause: Cause
  /** Null where that rule set, or the scope, does not have it. */
  from: Outcome | null
  to: Outcome | null
  /** The same in plain words of the newer rule set. */
  statement: string
}

/** What became of a relationship between two assessments. */
export interface Comparison {
  from: Result['provenance']
  to: Result['provenance']
  /** Which of the three differ at all. */
  differs: Record<Cause, boolean>
  headline: NodeChange
  principles: PrincipleChange[]
  moved: Moved[]
}

type Node = NodeFigures & { readonly contributions: readonly Contribution[] }

/** One node in the four assessments that lead from the earlier to the later one; undefined where it is not there. */
export type Course<Of> = readonly [Of, Of, Of, Of]

/** How a node moved over its course. */
export function nodeChange(course: Course<Node | undefined>): NodeChange {
  const scores = course.map((node) => node?.score ?? null) as unknown as Course<number | null>
  return {
    from: figuresOf(course[0]),
    to: figuresOf(course[3]),
    score: isKnown(scores) ? splitOf(scores) : null,
    contributions: contributionChanges(course),
  }
}

function figuresOf(node: Node | undefined): NodeFigures {
  return { score: node?.score ?? null, potential: node?.potential ?? null, level: node?.level ?? null }
}

function isKnown(scores: Course<number | null>): scores is Course<number> {
  return scores.every((score) => score !== null)
}

function splitOf([first, later, ruled, last]: Course<number>): Split {
  return {
    change: minus(last, first),
    time: minus(later, first),
    rules: minus(ruled, later),
    you: minus(last, ruled),
  }
}

/** Both have four decimals, and so has the difference. */
function minus(left: number, right: number): number {
  return (Math.round(left * 1e4) - Math.round(right * 1e4)) / 1e4
}

function contributionChanges(course: Course<Node | undefined>): ContributionChange[] {
  const points = course.map((node) => new Map((node?.contributions ?? []).map((made) => [made.of, made.points])))
  const names = new Set(points.flatMap((byName) => [...byName.keys()]))
  return [...names].flatMap((of) => {
    const own = points.map((byName) => byName.get(of) ?? 0) as unknown as Course<number>
    const { change, time, rules, you } = splitOf(own)
    return time === 0 && rules === 0 && you === 0 ? [] : [{ of, change, time, rules, you }]
  })
}
