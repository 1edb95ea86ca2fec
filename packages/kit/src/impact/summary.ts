import type { RuleChange } from '../diff/change.ts'
import { directions, type Counts, type Direction, type ImpactSummary, type RelationshipImpact } from './impact.ts'

/** Adds up impacts one at a time; holds counts alone, however many there are. */
export interface ImpactCounter {
  readonly add: (impact: RelationshipImpact) => void
  readonly summary: () => ImpactSummary
}

/** Counts over many relationships, one at a time, so that nothing of them has to be kept. */
export function createImpactCounter(): ImpactCounter {
  const totals = { relationships: 0, moved: 0, setAside: 0 }
  const headline = noCounts()
  const principles = new Map<string, { title: string; counts: Record<Direction, number> }>()
  const rules = new Map<RuleChange, number>()
  return {
    add: (impact) => {
      totals.relationships++
      totals.setAside += impact.setAside
      if (impact.isMoved) totals.moved++
      headline[impact.headline.direction]++
      for (const { id, title, direction } of impact.principles) {
        if (!principles.has(id)) principles.set(id, { title, counts: noCounts() })
        principles.get(id)!.counts[direction]++
      }
      const causes = [impact.headline, ...impact.principles].flatMap((node) => node.causes.map(({ change }) => change))
      for (const change of new Set(causes)) rules.set(change, (rules.get(change) ?? 0) + 1)
    },
    summary: () => ({
      ...totals,
      headline: { ...headline },
      principles: [...principles].map(([id, { title, counts }]) => ({ id, title, counts: { ...counts } })),
      rules: [...rules]
        .map(([change, relationships]) => ({ change, relationships }))
        .toSorted((left, right) => right.relationships - left.relationships),
    }),
  }
}

function noCounts(): Record<Direction, number> & Counts {
  return Object.fromEntries(directions.map((direction) => [direction, 0])) as Record<Direction, number>
}
