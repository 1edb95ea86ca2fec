import type { Outcome } from '@joinery/core'
import type { LightAssessor } from '@joinery/core/light'

/** The outcome of each indicator by its id. */
export function outcomesOf(
  { ruleSet }: Pick<LightAssessor, 'ruleSet'>,
  outcomes: readonly Outcome[],
): ReadonlyMap<string, Outcome> {
  return new Map(ruleSet.indicators.map(({ id }, index) => [id, outcomes[index]!]))
}
