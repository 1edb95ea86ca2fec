import { isGatedMethod } from '@joinery/core/gated-methods'
import type { Indicator } from '../rule-set/document.ts'
import type { ClausePart, View } from './view.ts'

/** The indicators of a clause that are asked now, and those that nothing would come of while one below is missing. */
export function askOrder(
  { indicators }: ClausePart,
  { state: { live, record }, session }: Pick<View, 'state' | 'session'>,
): { asked: readonly Indicator[]; later: readonly Indicator[] } {
  if (!isGatedMethod(session.document.method.name)) return { asked: indicators, later: [] }
  const sorted = indicators.toSorted((left, right) => (left.level ?? 0) - (right.level ?? 0))
  const stop = sorted.find(({ id }) => {
    const outcome = live?.outcomes.get(id) ?? 'unknown'
    const isAnswered = record.answers !== undefined && Object.hasOwn(record.answers, id)
    return outcome === 'unmet' || outcome === 'partly' || (outcome === 'unknown' && !isAnswered)
  })
  const isAsked = ({ level }: Indicator) => stop === undefined || (level ?? 0) <= (stop.level ?? 0)
  return { asked: sorted.filter(isAsked), later: sorted.filter((indicator) => !isAsked(indicator)) }
}
