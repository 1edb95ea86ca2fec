import { readingOf } from './reading.ts'
import type { Shown } from './shown.ts'

/**
 * The three weakest principles. In a scope by the share of what it asks: there a principle may score less than another one
 * only because less is asked of it, and what has all that is asked is not weak.
 */
export function weakestOf(shown: Pick<Shown, 'result' | 'ruleSet' | 'format'>): readonly string[] {
  const { headline, principles } = shown.result
  if (headline.reached === null) return headline.weakest
  return principles
    .filter(({ score }) => score !== null)
    .map((principle) => ({ id: principle.id, reading: readingOf(shown, principle) }))
    .filter(({ reading }) => reading.low < 1)
    .toSorted((left, right) => left.reading.low - right.reading.low || left.reading.high - right.reading.high)
    .slice(0, 3)
    .map(({ id }) => id)
}
