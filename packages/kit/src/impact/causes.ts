import type { Result, RuleSet } from '@joinery/core'
import type { PartKind, RuleChange } from '../diff/change.ts'
import { indicatorMap } from '../migrate/indicator-map.ts'
import type { Cause } from './impact.ts'

/** One relationship, assessed by both versions. */
interface Assessments {
  readonly before: Result
  readonly after: Result
}

/** Finds the changed rules behind the moves of one relationship. */
export type Causes = (results: Assessments) => {
  readonly ofPrinciple: (id: string) => Cause[]
  readonly ofHeadline: (found: readonly Cause[]) => Cause[]
}

/** What acts on every score at once. */
const everywhere: ReadonlySet<PartKind> = new Set([
  ...([
    'rule-set',
    'scale',
    'level',
    'method',
    'answers',
    'answer',
    'profile',
    'segment',
    'size-band',
    'fact',
  ] as const),
  'scope',
])

/**
 * A changed indicator moved its principle where it came out differently, or gives its clause other points. Beside them count
 * the changes of the clauses, and what acts everywhere. Words move nothing.
 */
export function createCauses(before: RuleSet, after: RuleSet, changes: readonly RuleChange[]): Causes {
  const moving = changes.filter(({ bump }) => bump !== 'patch')
  const placed = moving.flatMap((change) => placesOf(change, before, after).map((place) => ({ place, change })))
  const general = moving.filter(({ of, kind }) => everywhere.has(of) || kind === 'reordered')
  const everything = moving.map((change) => ({ change }))
  const rename = renamesOf(before, after)
  return (results) => {
    const [left, right] = [figuresOf(results.before, rename), figuresOf(results.after, (id) => id)]
    const ofPrinciple = (id: string): Cause[] => {
      const inside = placed.filter(({ place }) => place.principle === id)
      const own = inside.flatMap(({ place, change }) => causeOf(change, place.indicator, { left, right, rename }))
      const found = withoutRepeats([...own, ...general.map((change) => ({ change }))])
      if (found.length > 0) return found
      // whatever else it was, it is one of the changes here, or of those that act from afar
      return (inside.length > 0 ? inside : everything).map(({ change }) => ({ change }))
    }
    const weights = moving.filter(({ of }) => of === 'principle').map((change) => ({ change }))
    const ofHeadline = (found: readonly Cause[]): Cause[] => {
      const all = withoutRepeats([...found, ...weights, ...general.map((change) => ({ change }))])
      return all.length > 0 ? all : everything
    }
    return { ofPrinciple, ofHeadline }
  }
}

interface Place {
  readonly principle: string
  /** Undefined where the change acts on a whole clause. */
  readonly indicator?: string
}

/** Where a change acts. */
function placesOf({ of, id, kind, usedBy = [] }: RuleChange, before: RuleSet, after: RuleSet): Place[] {
  // the weight of a principle counts in the whole, not in the principle
  if (of === 'principle') return kind === 'added' || kind === 'removed' ? [{ principle: id }] : []
  const ids = of === 'condition' ? usedBy : of === 'indicator' || of === 'clause' ? [id] : []
  const places = [before, after].flatMap(({ principles }) =>
    principles.flatMap((principle) =>
      principle.clauses.flatMap((clause): Place[] => [
        ...(ids.includes(clause.id) ? [{ principle: principle.id }] : []),
        ...clause.indicators
          .filter((indicator) => ids.includes(indicator.id))
          .map((indicator) => ({ principle: principle.id, indicator: indicator.id })),
      ]),
    ),
  )
  const key = ({ principle, indicator }: Place) => `${principle} ${indicator ?? ''}`
  return [...new Map(places.map((place) => [key(place), place])).values()]
}

interface Figure {
  readonly came: string
  readonly points: number
}

/** How every indicator came out, and the points it gave, by id; earlier ids by the later ones. */
function figuresOf({ clauses }: Result, rename: (id: string) => string): ReadonlyMap<string, Figure> {
  const points = new Map(
    clauses.flatMap(({ contributions }) => contributions.map(({ of, points: own }) => [rename(of), own])),
  )
  const outcomes = clauses.flatMap((clause) => clause.outcomes)
  return new Map(
    outcomes.map(({ indicator, outcome, value, potential }) => {
      const id = rename(indicator)
      return [id, { came: `${outcome} ${value} ${potential}`, points: points.get(id) ?? 0 }]
    }),
  )
}

interface Sides {
  readonly left: ReadonlyMap<string, Figure>
  readonly right: ReadonlyMap<string, Figure>
  readonly rename: (id: string) => string
}

function causeOf(change: RuleChange, indicator: string | undefined, { left, right, rename }: Sides): Cause[] {
  if (indicator === undefined) return [{ change }]
  const id = rename(indicator)
  const [before, after] = [left.get(id), right.get(id)]
  if (before?.came === after?.came && before?.points === after?.points && !isWeighing(change)) return []
  return [{ change, points: { before: before?.points ?? 0, after: after?.points ?? 0 } }]
}

/** What shifts the shares of the neighbours too, so that its own points may stay. */
function isWeighing({ kind, field }: RuleChange): boolean {
  return kind === 'reweighted' || field === 'critical' || field === 'level' || field === 'clause'
}

function renamesOf(before: RuleSet, after: RuleSet): (id: string) => string {
  const names = new Map(
    indicatorMap(before, after).flatMap(({ kind, from, to }) => (kind === 'renamed' ? [[from[0]!, to[0]!]] : [])),
  )
  return (id) => names.get(id) ?? id
}

function withoutRepeats(causes: readonly Cause[]): Cause[] {
  return [...new Map(causes.map((cause) => [cause.change, cause])).values()]
}
