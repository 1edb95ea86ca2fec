/** Numbers, days and ranges as a language writes them. */
export interface Format {
  readonly language: string
  readonly score: (value: number | null) => string
  /** `1.8 – 2.8`, or one figure where both ends are the same. */
  readonly range: (low: number | null, high: number | null) => string
  readonly percent: (share: number | null) => string
  readonly percentRange: (low: number, high: number) => string
  readonly whole: (value: number) => string
  readonly day: (day: string) => string
}

export function createFormat(language: string): Format {
  // a phone takes longer to make these than to draw the first page, which needs one of them
  const scores = lazily(() => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }))
  const percents = lazily(() => new Intl.NumberFormat(language, { style: 'percent' }))
  const wholes = lazily(() => new Intl.NumberFormat(language))
  const days = lazily(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }))
  // rounding down keeps a score from reading as a level that it has not reached
  const down = (value: number) => scores(Math.floor(value * 10 + 1e-9) / 10)
  const score = (value: number | null) => (value === null ? '–' : down(value))
  const floored = (share: number) => Math.floor(share * 100 + 1e-9) / 100
  return {
    language,
    score,
    range: (low, high) => joined(score(low), score(high)),
    percent: (share) => (share === null ? '–' : percents(floored(share))),
    percentRange: (low, high) => joined(percents(floored(low)), percents(floored(high))),
    whole: (value) => wholes(value),
    day: (day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? days(new Date(`${day}T00:00Z`)) : day),
  }
}

// the mark keeps "1.8 – 2.8" in this order in a line that runs from right to left
function joined(low: string, high: string): string {
  return low === high ? low : `\u2066${low} – ${high}\u2069`
}

function lazily<Value>(make: () => { readonly format: (value: Value) => string }): (value: Value) => string {
  let made: ReturnType<typeof make> | undefined
  return (value) => (made ??= make()).format(value)
}
