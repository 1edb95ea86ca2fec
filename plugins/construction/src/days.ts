const dayLength = 86_400_000

/** Days since 1970-01-01; NaN, with which every comparison is false, where there is no day. */
export function dayOf(date: string | undefined): number {
  return date === undefined || date === '' ? Number.NaN : Date.parse(`${date}T00:00:00Z`) / dayLength
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}
