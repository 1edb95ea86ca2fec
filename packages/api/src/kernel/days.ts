/** Milliseconds of a day; a day in UTC has no other length. */
export const aDay = 86_400_000

/** The moment so many days later, or earlier with a negative number, as the API writes moments. */
export function daysAfter(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * aDay).toISOString()
}
