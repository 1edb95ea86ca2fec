/** A moment in UTC to the second, `2026-11-24T08:30:00Z`: later ones come later in the alphabet too. */
export type Instant = string

export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value)) return false
  const time = Date.parse(value)
  return !Number.isNaN(time) && instantOf(time) === value
}

/** From milliseconds since 1970, as clocks give them. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** The same moment some seconds later. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  return instantOf(Date.parse(instant) + seconds * 1_000)
}
