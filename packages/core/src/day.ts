/**
 * A calendar day as a whole number: days since 1970-01-01. Days have no time and no zone, so two days compare the same
 * everywhere.
 */
export type Day = number

/** Reads `YYYY-MM-DD`; anything else, and days that do not exist (2026-02-30), are `undefined`. */
export function dayOf(value: unknown): Day | undefined {
  if (typeof value !== 'string' || value.length !== 10 || value[4] !== '-' || value[7] !== '-') return undefined
  const year = digits(value, 0, 4)
  const month = digits(value, 5, 7)
  const day = digits(value, 8, 10)
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return undefined
  return daysBefore(year, month) + day - 1
}

/** Whether a text names a day that there is, `YYYY-MM-DD`. */
export function isCalendarDay(value: string): boolean {
  return dayOf(value) !== undefined
}

/** The inverse of `dayOf`. */
export function isoOf(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  // 31 and 30 in turn, beginning anew in August
  return 31 - (((month - 1) % 7) % 2)
}

/** Days from 1970-01-01 to the first of a month, in the Gregorian calendar: years begin in March (Hinnant's days-from-civil). */
function daysBefore(year: number, month: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5)
  return shifted * 365 + leapDays + dayOfYear - 719_468
}
