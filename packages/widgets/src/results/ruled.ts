import type { ScoredResult } from '@joinery/core'
import type { Ruled } from '../base/ruler.ts'
import { topOf, type Figures } from './levels.ts'

interface Headed extends Figures {
  readonly result: Figures['result'] & Pick<ScoredResult, 'headline'>
}

/** A whole on its rule: what is shown today, what it could be, and the level to reach. */
export function ruledOf(of: Headed): Ruled {
  const { reached, score, potential, target } = of.result.headline
  if (reached !== null) return { low: reached.share, high: reached.potential }
  const top = topOf(of)
  return {
    low: (score ?? 0) / top,
    high: (potential ?? top) / top,
    notches: notchesOf(of),
    target: target === null ? undefined : target / top,
  }
}

/** Where the levels lie on a bar; in a scope a bar has no levels. */
export function notchesOf(of: Headed): number[] {
  if (of.result.headline.reached !== null) return []
  const top = topOf(of)
  const levels = of.ruleSet?.scale.levels.map(({ level }) => level) ?? [1, 2, 3]
  return levels.map((level) => level / top).filter((at) => at > 0 && at < 1)
}
