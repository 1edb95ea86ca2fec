import { canonicalJson, pointerOf, type RuleSet, type RuleSetDocument } from '@joinery/core'
import { conditionMutants, thresholdsNear } from './condition-mutants.ts'

type Document = RuleSet['document']
type Indicator = Document['practice']['indicators'][number]

/** A rule set with one small change, which some case should notice. */
export interface Mutant {
  /** The indicator, clause or principle that was changed. */
  readonly id: string
  /** The clause that the change is seen in; undefined where only what is above clauses can show it. */
  readonly clause: string | undefined
  /** Where the changed thing stands in what the rule set itself says. */
  readonly path: string
  readonly what: string
  readonly apply: (document: Document) => Document
}

/** Every small change of what a rule set itself says: conditions, levels, limits, weights, what is critical. */
export function mutantsOf(own: RuleSetDocument, { document, method }: RuleSet): Mutant[] {
  const resolved = new Map(document.practice.indicators.map((indicator) => [indicator.id, indicator]))
  const levels = method.scale.levels.map(({ level }) => level)
  const written = [
    ...(own.practice?.indicators ?? []).map(({ id }, index) => ({
      id,
      at: pointerOf('practice', 'indicators', index),
    })),
    ...(own.overrides ?? []).flatMap(({ target, set }, index) =>
      set === undefined ? [] : [{ id: target, at: pointerOf('overrides', index, 'set') }],
    ),
  ]
  const ofIndicators = written.flatMap(({ id, at }) => {
    const indicator = resolved.get(id)
    return indicator === undefined
      ? []
      : indicatorMutants(indicator, at, method.name === 'weighted-mean-v1' ? [] : levels)
  })
  return [...ofIndicators, ...limitMutants(own, document), ...weightMutants(own)]
}

function indicatorMutants(indicator: Indicator, at: string, levels: readonly number[]): Mutant[] {
  const { id, clause, level, weight, critical, conditions } = indicator
  const change = (path: string, what: string, fields: Partial<Indicator>): Mutant => ({
    id,
    clause,
    path: at + path,
    what,
    apply: withIndicator(id, fields),
  })
  const near = level === undefined ? [] : [level - 1, level + 1].filter((other) => other > 0 && levels.includes(other))
  return [
    ...conditionMutants(conditions).map(({ pointer, what, condition }) =>
      change(`/conditions${pointer}`, what, { conditions: condition as Indicator['conditions'] }),
    ),
    ...near.map((other) => change('/level', `level ${level} → ${other}`, { level: other })),
    ...(weight === undefined
      ? []
      : [change('/weight', `weight ${weight} → ${otherWeight(weight)}`, { weight: otherWeight(weight) })]),
    ...(critical === true ? [change('/critical', 'no longer critical', { critical: false })] : []),
  ]
}

function withIndicator(id: string, fields: Partial<Indicator>): Mutant['apply'] {
  return (document) => ({
    ...document,
    practice: {
      indicators: document.practice.indicators.map((indicator) =>
        indicator.id === id ? Object.assign({ ...indicator }, fields) : indicator,
      ),
    },
  })
}

/** A limit stands once and may be read in several clauses: each of them should notice. */
function limitMutants(own: RuleSetDocument, { practice }: Document): Mutant[] {
  return (own.facts ?? []).flatMap(({ id, value }, index) => {
    const quoted = JSON.stringify(id)
    const readers = practice.indicators.filter(({ conditions }) => JSON.stringify(conditions ?? null).includes(quoted))
    return thresholdsNear(value).flatMap((near) =>
      [...new Set(readers.map(({ clause }) => clause))].map((clause) => ({
        id,
        clause,
        path: pointerOf('facts', index, 'value'),
        what: `${String(value)} → ${near}`,
        apply: withLimit(id, near),
      })),
    )
  })
}

function withLimit(id: string, value: number): Mutant['apply'] {
  return ({ facts = [], ...document }) => ({
    ...document,
    facts: facts.map((fact) => (fact.id === id ? Object.assign({ ...fact }, { value }) : fact)),
  })
}

/** Weights of principles and clauses show only above them. */
function weightMutants(own: RuleSetDocument): Mutant[] {
  const found: { id: string; weight: number; path: string }[] = []
  for (const [p, principle] of (own.reference?.principles ?? []).entries()) {
    const path = pointerOf('reference', 'principles', p)
    if (principle.weight !== undefined)
      found.push({ id: principle.id, weight: principle.weight, path: `${path}/weight` })
    for (const [c, { id, weight }] of principle.clauses.entries())
      if (weight !== undefined) found.push({ id, weight, path: `${path}/clauses/${c}/weight` })
  }
  for (const [o, { target, set }] of (own.overrides ?? []).entries())
    if (set?.weight !== undefined && !target.includes('/'))
      found.push({ id: target, weight: set.weight, path: `${pointerOf('overrides', o)}/set/weight` })
  return found.map(({ id, weight, path }) => ({
    id,
    clause: undefined,
    path,
    what: `weight ${weight} → ${otherWeight(weight)}`,
    apply: withWeight(id, otherWeight(weight)),
  }))
}

function withWeight(id: string, weight: number): Mutant['apply'] {
  const changed = <Item extends { id: string }>(item: Item): Item =>
    item.id === id ? Object.assign({ ...item }, { weight }) : item
  return (document) => ({
    ...document,
    reference: {
      principles: document.reference.principles.map((principle) =>
        Object.assign({ ...changed(principle) }, { clauses: principle.clauses.map(changed) }),
      ),
    },
  })
}

function otherWeight(weight: number): number {
  return weight === 1 ? 2 : 1
}

/** Ids of the indicators that another version has not, or has otherwise. */
export function changedSince(before: RuleSet, { document }: RuleSet): ReadonlySet<string> {
  const earlier = new Map(before.document.practice.indicators.map((one) => [one.id, canonicalJson(one)]))
  const changed = document.practice.indicators.filter((one) => earlier.get(one.id) !== canonicalJson(one))
  return new Set(changed.map(({ id }) => id))
}
