import type { Result } from '../schema/result.ts'
import { compareAssessments, type Compared } from './compare-assessments.ts'
import type { NodeChange, Split } from './comparison.ts'

/** Where a score stood at one point of a timeline. */
export interface TimelineFigures {
  score: number | null
  potential: number | null
  level: number | null
}

/** One score over time: a figure for each point, and between two of them what moved it. */
export interface TimelineRow {
  figures: TimelineFigures[]
  /** One fewer than there are points; null where there is no score at one of the two ends. */
  steps: (Split | null)[]
  /** All steps together; null where one of them is. */
  total: Split | null
}

/** One principle over time. */
export interface TimelinePrinciple extends TimelineRow {
  id: string
  clause: string
  title: string
}

/** What became of a relationship over several assessments. */
export interface Timeline {
  points: Pick<Result['provenance'], 'asOf' | 'version' | 'hash'>[]
  headline: TimelineRow
  principles: TimelinePrinciple[]
}

/**
 * The way of a relationship from assessment to assessment, the oldest first: for the headline and each principle what you
 * changed, what aged, and what the rules changed, step by step. The steps add up to the whole exactly. All must be of one
 * rule set, in any versions, and of one scope; throws a DocumentError otherwise. Pure.
 *
 * @example
 * timelineOf([
 *   { assessor, relationship: inMay, options: { asOf: '2026-05-04' } },
 *   { assessor, relationship: inAugust, options: { asOf: '2026-08-03' } },
 *   { assessor, relationship: today, options: { asOf: '2026-11-23' } },
 * ]).principles[0].steps // [{ change: 0.5, time: 0, rules: 0, you: 0.5 }, { change: -0.2, time: -0.2, … }]
 */
export function timelineOf(assessments: readonly Compared[]): Timeline {
  const [first, ...later] = assessments
  if (first === undefined) return { points: [], headline: rowOf([], 0), principles: [] }
  // one alone is compared with itself, for its figures
  const ends = later.length === 0 ? [first] : later
  const steps = ends.map((to, index) => compareAssessments(assessments[index]!, to))
  const length = assessments.length
  const named = new Map(steps.flatMap(({ principles }) => principles).map((principle) => [principle.id, principle]))
  const made = [steps[0]!.from, ...steps.map(({ to }) => to)].slice(0, length)
  return {
    points: made.map(({ asOf, version, hash }) => ({ asOf, version, hash })),
    headline: rowOf(
      steps.map(({ headline }) => headline),
      length,
    ),
    principles: [...named.values()].map(({ id, clause, title }) => {
      const own = steps.map(({ principles }) => principles.find((principle) => principle.id === id))
      return Object.assign({ id, clause, title }, rowOf(own, length))
    }),
  }
}

const none: TimelineFigures = { score: null, potential: null, level: null }

function rowOf(changes: readonly (NodeChange | undefined)[], length: number): TimelineRow {
  const figures = [changes[0]?.from ?? none, ...changes.map((change) => change?.to ?? none)]
  const steps = changes.map((change) => change?.score ?? null).slice(0, Math.max(0, length - 1))
  return { figures: figures.slice(0, length), steps, total: sumOf(steps) }
}

function sumOf(steps: readonly (Split | null)[]): Split | null {
  const known = steps.filter((step) => step !== null)
  if (known.length < steps.length) return null
  const sum = (name: keyof Split) => known.reduce((total, step) => total + Math.round(step[name] * 1e4), 0) / 1e4
  return { change: sum('change'), time: sum('time'), rules: sum('rules'), you: sum('you') }
}
