import type { Assessor } from '../assessor.ts'
import { dayOf, isoOf } from '../day.ts'
import { DocumentError } from '../fault.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Headline, Outcome } from '../schema/result.ts'

export interface ForecastOptions {
  /** The day to look ahead from, `YYYY-MM-DD`. */
  readonly asOf: string
  /** How many days to look ahead; default 183, at most 1,100. */
  readonly days?: number
}

/** What will happen to a score if nobody does anything. */
export interface Forecast {
  readonly lapses: readonly Lapse[]
  /** The whole on the first day, and on every later day on which it has changed. */
  readonly scores: readonly ({ readonly on: string } & Pick<Headline, 'level' | 'score' | 'potential'>)[]
}

/** One indicator that comes out worse from a day on. */
export interface Lapse {
  readonly indicator: string
  readonly on: string
  readonly from: Outcome
  readonly to: Outcome
}

const longest = 1_100

/**
 * What lapses only because time passes, when, and what that does to the score: the record is assessed on every day to come,
 * as it stands. Pure. Throws a DocumentError for a day or a number of days that cannot be.
 *
 * @example
 * const { lapses } = forecast(assessor, relationship, { asOf: '2026-11-20', days: 90 })
 */
export function forecast(assessor: Assessor, record: Relationship, { asOf, days = 183 }: ForecastOptions): Forecast {
  checkDays(days)
  const { indicators } = assessor.ruleSet
  let before = assessor.verdicts(record, { asOf })
  const lapses: Lapse[] = []
  const scores = [scoreOn(assessor, record, asOf)]
  for (let ahead = 1; ahead <= days; ahead++) {
    const on = isoOf(dayOf(asOf)! + ahead)
    const after = assessor.verdicts(record, { asOf: on })
    if (after.every((outcome, index) => outcome === before[index])) continue
    for (const [index, to] of after.entries()) {
      const from = before[index]!
      if (rank(to) < rank(from)) lapses.push({ indicator: indicators[index]!.id, on, from, to })
    }
    const score = scoreOn(assessor, record, on)
    const last = scores.at(-1)!
    if (score.score !== last.score || score.potential !== last.potential || score.level !== last.level)
      scores.push(score)
    before = after
  }
  return { lapses, scores }
}

function scoreOn(assessor: Assessor, record: Relationship, on: string): Forecast['scores'][number] {
  const { level, score, potential } = assessor.score(record, { asOf: on }).headline
  return { on, level, score, potential }
}

/** What is met and what is partly met can be lost; all else has nothing to lose. */
function rank(outcome: Outcome): number {
  if (outcome === 'met') return 2
  return outcome === 'partly' ? 1 : 0
}

function checkDays(days: number): void {
  if (Number.isInteger(days) && days > 0 && days <= longest) return
  const message = `${days} is not a whole number of days from 1 to ${longest}`
  throw new DocumentError('options', [{ code: 'out-of-range', path: '/days', value: days, message, severity: 'error' }])
}
