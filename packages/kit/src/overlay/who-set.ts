import { didYouMean, pointerOf, type Change, type RuleSet, type RuleSetDocument } from '@joinery/core'
import type { LocatedFault } from '../located-fault.ts'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import { layersOf } from './layers.ts'

/** A layer of a rule set, and where it says something; no place where it came as part of a bundle. */
export interface LayerPlace {
  readonly ruleSet: string
  readonly version: string | undefined
  readonly place: Pick<LocatedFault, 'file' | 'line' | 'column'> | undefined
}

/** One change of one field, by whom and why. */
export interface SetBy extends LayerPlace {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
  readonly because: string
}

/** Who wrote a part of a rule set, and everybody who changed it since, innermost first. */
export interface Provenance {
  readonly id: string
  readonly kind: 'principle' | 'clause' | 'indicator'
  readonly title: string
  /** What it weighs in the end; undefined where it was switched off. */
  readonly weight: number | undefined
  readonly writtenBy: LayerPlace
  readonly changes: readonly SetBy[]
}

/**
 * Says who set what: of one principle, clause or indicator and of everything below it that another layer wrote or changed.
 * Undefined, with the nearest name, where there is no such id.
 */
export function whoSet(loaded: LoadedRuleSet, id: string): { found: Provenance[]; hint: string } {
  const { ruleSet } = loaded
  if (ruleSet === undefined) return { found: [], hint: '' }
  const parts = partsOf(loaded, ruleSet)
  const asked = parts.find((part) => part.id === id || part.citation === id)
  if (asked === undefined)
    return {
      found: [],
      hint: didYouMean(
        id,
        parts.flatMap((part) => [part.id, part.citation ?? part.id]),
      ),
    }
  const below = parts.filter((part) => part.id !== asked.id && part.within.includes(asked.id))
  const all = [asked, ...below].map((part) => provenanceOf(loaded, ruleSet, part))
  const isOthers = ({ writtenBy, changes }: Provenance) =>
    changes.length > 0 || writtenBy.ruleSet !== all[0]!.writtenBy.ruleSet
  return { found: all.filter((part, index) => index === 0 || isOthers(part)), hint: '' }
}

interface Part {
  readonly id: string
  readonly citation: string | undefined
  readonly kind: Provenance['kind']
  readonly title: string
  readonly weight: number | undefined
  /** The ids that it lies below. */
  readonly within: readonly string[]
}

/** Every principle, clause and indicator, those that a layer switched off too. */
function partsOf(loaded: LoadedRuleSet, { document }: RuleSet): Part[] {
  const principleOf = new Map<string, string>()
  const parts: Part[] = document.reference.principles.flatMap((principle) => {
    const { id, citation, title, weight = 1, clauses } = principle
    for (const clause of clauses) principleOf.set(clause.id, id)
    return [
      { id, citation, kind: 'principle' as const, title, weight, within: [] },
      ...clauses.map((clause) => ({
        id: clause.id,
        citation: clause.citation,
        kind: 'clause' as const,
        title: clause.title,
        weight: clause.weight ?? 1,
        within: [id],
      })),
    ]
  })
  const kept = document.practice.indicators
  const off = layersOf(loaded)
    .flatMap(({ own }) => own?.practice?.indicators ?? [])
    .filter(({ id }) => !kept.some((indicator) => indicator.id === id))
  const indicators = [...kept, ...off].map(({ id, clause, statement, weight = 1 }) => ({
    id,
    citation: undefined,
    kind: 'indicator' as const,
    title: statement,
    weight: kept.some((indicator) => indicator.id === id) ? weight : undefined,
    within: [clause, principleOf.get(clause) ?? ''],
  }))
  return [...parts, ...indicators]
}

function provenanceOf(loaded: LoadedRuleSet, ruleSet: RuleSet, { id, kind, title, weight }: Part): Provenance {
  const changes = ruleSet.changes.filter(({ target }) => target === id)
  return {
    id,
    kind,
    title,
    weight,
    writtenBy: writerOf(loaded, ruleSet, id),
    changes: changes.map((change) => setBy(loaded, ruleSet, change)),
  }
}

/** The layer whose own files hold it; of a bundle, its innermost layer has to do. */
function writerOf(loaded: LoadedRuleSet, ruleSet: RuleSet, id: string): LayerPlace {
  for (const layer of layersOf(loaded).toReversed()) {
    const pointer = layer.own === undefined ? undefined : ownPlaceOf(layer.own, id)
    if (pointer === undefined) continue
    const name = layer.ruleSet ?? ruleSet
    return { ruleSet: name.id, version: name.version, place: placeAt(layer, pointer) }
  }
  const innermost = ruleSet.layers.at(-1) ?? ruleSet
  return { ruleSet: innermost.id, version: innermost.version, place: undefined }
}

function setBy(
  loaded: LoadedRuleSet,
  ruleSet: RuleSet,
  { ruleSet: by, target, field, from, to, because }: Change,
): SetBy {
  const layer = layersOf(loaded).find((candidate) => candidate.ruleSet?.id === by)
  const index = (layer?.own?.overrides ?? []).findIndex((override) => override.target === target)
  const within = field === 'off' ? pointerOf('overrides', index, 'off') : pointerOf('overrides', index, 'set', field)
  const version = by === ruleSet.id ? ruleSet.version : ruleSet.layers.find(({ id }) => id === by)?.version
  const place = layer === undefined || index < 0 ? undefined : placeAt(layer, within)
  return { ruleSet: by, version, place, field, from, to, because }
}

/** Where in its own document a layer writes a principle, a clause or an indicator. */
export function ownPlaceOf(own: RuleSetDocument, id: string): string | undefined {
  for (const [p, principle] of (own.reference?.principles ?? []).entries()) {
    if (principle.id === id) return pointerOf('reference', 'principles', p)
    const c = principle.clauses.findIndex((clause) => clause.id === id)
    if (c >= 0) return pointerOf('reference', 'principles', p, 'clauses', c)
  }
  const i = (own.practice?.indicators ?? []).findIndex((indicator) => indicator.id === id)
  return i < 0 ? undefined : pointerOf('practice', 'indicators', i)
}

function placeAt(layer: LoadedRuleSet, path: string): LayerPlace['place'] {
  const { file, line, column } = layer.locate({ code: 'unused', path, message: '', severity: 'warning' })
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
}
