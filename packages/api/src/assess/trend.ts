import type { Figures, ResultSummary } from '@joinery/store'
import type * as z from 'zod'
import type { Trend } from '../schemas/comparison.ts'
import type { Basis } from './basis.ts'

interface Given {
  /** The current version of the rule set: for titles, and for the scope. */
  readonly basis: Basis
  readonly complete: boolean
}

/** Lines up the figures of kept results, newest given first, as series from the oldest on. */
export function trendOf(newestFirst: readonly ResultSummary[], { basis, complete }: Given): z.input<typeof Trend> {
  const { ruleSet, scope } = basis
  const results = newestFirst.filter((result) => result.scope === scope).toReversed()
  const headlines = results.map(({ scores }) => scores.headline)
  const ids = new Set([
    ...ruleSet.principles.map(({ id }) => id),
    ...results.flatMap(({ scores }) => Object.keys(scores.principles)),
  ])
  const titles = new Map(ruleSet.principles.map(({ id, document }) => [id, document.title]))
  return {
    ruleSet: ruleSet.id,
    scope,
    points: results.map(({ id, asOf, ruleSetVersion, digest, createdAt }, index) => ({
      result: id,
      asOf,
      version: ruleSetVersion,
      rulesChanged: index > 0 && results[index - 1]!.digest !== digest,
      createdAt,
    })),
    headline: {
      score: seriesOf(headlines, 'score'),
      potential: seriesOf(headlines, 'potential'),
      level: seriesOf(headlines, 'level'),
    },
    principles: [...ids].map((id) => {
      const figures = results.map(({ scores }) => scores.principles[id])
      const title = titles.get(id) ?? null
      return { id, title, score: seriesOf(figures, 'score'), potential: seriesOf(figures, 'potential') }
    }),
    complete,
  }
}

function seriesOf(figures: readonly (Figures | undefined)[], name: 'score' | 'potential' | 'level'): (number | null)[] {
  return figures.map((figure) => figure?.[name] ?? null)
}
