/** `0.4137` → `41.4 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `2026-11-26` → `26 November 2026`. */
export function dayWords(text: string): string {
  return day.format(new Date(text.slice(0, 10)))
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A day so many days after another. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10)
}
