/** Numbers, days and ranges as a language writes them. */
export interface Format extends Scores, Percents, Wholes, Days {
  readonly language: string
}

interface Scores {
  readonly score: (value: number | null) => string
  /** `1.8 – 2.8`, or one figure where both ends are the same. */
  readonly range: (low: number | null, high: number | null) => string
}

interface Percents {
  readonly percent: (share: number | null) => string
  readonly percentRange: (low: number, high: number) => string
}

interface Wholes {
  readonly whole: (value: number) => string
}

interface Days {
  readonly day: (day: string) => string
}

export function createFormat(language: string): Format {
  return { language, ...scoresIn(language), ...percentsIn(language), ...wholesIn(language), ...daysIn(language) }
}

// An element imports the formats that it writes with, and no others.

export function scoresIn(language: string): Scores {
  const scores = lazily(() => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }))
  // rounding down keeps a score from reading as a level that it has not reached
  const score = (value: number | null) => (value === null ? '–' : scores(Math.floor(value * 10 + 1e-9) / 10))
  return { score, range: (low, high) => joined(score(low), score(high)) }
}

export function percentsIn(language: string): Percents {
  const percents = lazily(() => new Intl.NumberFormat(language, { style: 'percent' }))
  const percent = (share: number | null) => (share === null ? '–' : percents(Math.floor(share * 100 + 1e-9) / 100))
  return { percent, percentRange: (low, high) => joined(percent(low), percent(high)) }
}

export function wholesIn(language: string): Wholes {
  return { whole: lazily(() => new Intl.NumberFormat(language)) }
}

export function daysIn(language: string): Days {
  const days = lazily(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }))
  // a day without a time is that day in UTC
  return { day: (day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? days(new Date(day)) : day) }
}

// the mark keeps "1.8 – 2.8" in this order in a line that runs from right to left
function joined(low: string, high: string): string {
  return low === high ? low : `\u2066${low} – ${high}\u2069`
}

// a phone takes longer to make these than to draw the first page, which needs one of them
function lazily<Value>(make: () => { readonly format: (value: Value) => string }): (value: Value) => string {
  let made: ReturnType<typeof make> | undefined
  return (value) => (made ??= make()).format(value)
}
