import type { PluginOperator } from '@joinery/core/plugin'
import { dayOf, weekdayOf } from './days.ts'

/** The date lies 0 to `value` working days back; Saturdays and Sundays do not count, and public holidays do. */
export const withinWorkingDays: PluginOperator = {
  id: 'construction/withinWorkingDays',
  phrase: 'at most % working days ago',
  fact: 'date',
  value: 'number',
  holds: (date, days, { asOf }) => {
    const [from, to] = [dayOf(date), dayOf(asOf)]
    return from <= to && workingDaysBetween(from, to) <= days
  },
}

/** Working days after `from`, up to and with `to`. */
function workingDaysBetween(from: number, to: number): number {
  return workingDaysUpTo(to) - workingDaysUpTo(from)
}

/** Working days since Monday, 29 December 1969, without counting them one by one. */
function workingDaysUpTo(day: number): number {
  const weekday = weekdayOf(day)
  const weeks = (day - weekday + 4) / 7
  return weeks * 5 + Math.min(weekday, 5)
}
