import { words } from './speak.ts'

/** `0.4137` → `41.4 %`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(words().locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

export function whole(count: number): string {
  return new Intl.NumberFormat(words().locale).format(count)
}

/** One figure after the point, rounded down, so that a score never reads as a level that it has not reached. */
export function score(value: number): string {
  const form = new Intl.NumberFormat(words().locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return form.format(Math.floor(value * 10 + 1e-9) / 10)
}

/** `2026-11-26` → `26 November 2026`. */
export function dayWords(text: string): string {
  const form = new Intl.DateTimeFormat(words().locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return form.format(new Date(text.slice(0, 10)))
}

/** A day so many days after another. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10)
}
