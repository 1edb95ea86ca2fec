import type { PluginFact } from '@joinery/core/plugin'
import { foodOf, type Food } from '../food.ts'
import { daysBetween, shareThat } from '../measures.ts'

const reads = ['ext.food.forecasts']

/** Gaps before the last quarter are forgiven. */
const quarter = 91

/** What the list of forecasts and orders says. */
export const forecastFacts: readonly PluginFact[] = [
  {
    id: 'food/forecastGapDays',
    type: 'number',
    reads,
    derive: (record, { asOf }) => {
      const ages = (foodOf(record).forecasts ?? [])
        .map(({ sentAt }) => daysBetween(sentAt, asOf))
        .filter((age) => age >= 0)
        .toSorted((newer, older) => newer - older)
      if (ages.length === 0) return undefined
      // the first gap runs from the newest forecast until today
      const gaps = ages.map((age, index) => ({ endedAgo: ages[index - 1] ?? 0, days: age - (ages[index - 1] ?? 0) }))
      return Math.max(...gaps.filter(({ endedAgo }) => endedAgo < quarter).map(({ days }) => days))
    },
  },
  {
    id: 'food/forecastTrackedShare',
    type: 'share',
    reads,
    derive: (record, { asOf }) =>
      shareThat(
        foodOf(record).forecasts?.filter(({ weekFrom }) => daysBetween(weekFrom, asOf) >= 7),
        ({ forecast, ordered }) => forecast !== undefined && ordered !== undefined,
      ),
  },
]

/** How far orders were from their forecasts: all differences, as a share of all that was ordered. */
export function forecastErrorOf(forecasts: Food['forecasts'] = []): number | undefined {
  let [off, all] = [0, 0]
  for (const { forecast, ordered } of forecasts) {
    if (forecast === undefined || ordered === undefined) continue
    off += Math.abs(ordered - forecast)
    all += Math.abs(ordered)
  }
  return all === 0 ? undefined : off / all
}
