import type { IndicatorPoints, RuleSet } from '@joinery/core'
import type { PartKind, RuleChange } from '../diff/change.ts'
import { indicatorMap } from '../migrate/indicator-map.ts'
import type { Cause } from './impact.ts'

/** How the indicators of one relationship came out in both versions. */
interface Assessments {
  readonly before: readonly IndicatorPoints[]
  readonly after: readonly IndicatorPoints[]
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
  const places = placesById(before, after)
  const placed = moving.flatMap((change) => placesOf(change, places).map((place) => ({ place, change })))
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
function placesOf({ of, id, kind, usedBy = [] }: RuleChange, places: ReadonlyMap<string, readonly Place[]>): Place[] {
  // the weight of a principle counts in the whole, not in the principle
  if (of === 'principle') return kind === 'added' || kind === 'removed' ? [{ principle: id }] : []
  const ids = of === 'condition' ? usedBy : of === 'indicator' || of === 'clause' ? [id] : []
  return ids.flatMap((one) => places.get(one) ?? [])
}

/** The places of every clause and indicator, in both versions. */
function placesById(...versions: readonly RuleSet[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  const add = (id: string, place: Place) => {
    const known = places.get(id) ?? []
    if (!known.some(({ principle }) => principle === place.principle)) places.set(id, [...known, place])
  }
  for (const { principles } of versions)
    for (const { id: principle, clauses } of principles)
      for (const clause of clauses) {
        add(clause.id, { principle })
        clause.indicators.forEach(({ id }) => add(id, { principle, indicator: id }))
      }
  return places
}

interface Figure {
  readonly came: string
  readonly points: number
}

/** How every indicator came out, and the points it gave, by id; earlier ids by the later ones. */
function figuresOf(points: readonly IndicatorPoints[], rename: (id: string) => string): ReadonlyMap<string, Figure> {
  return new Map(
    points.map(({ indicator, outcome, value, potential, points: own }) => [
      rename(indicator),
      { came: `${outcome} ${value} ${potential}`, points: own },
    ]),
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
