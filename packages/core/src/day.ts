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

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function lengthOfMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return monthLengths[month - 1]! + (leap ? 1 : 0)
}

/** Days from 1970-01-01 to the first of a month, in the Gregorian calendar (Hinnant's days-from-civil). */
function daysBefore(year: number, month: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5)
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
