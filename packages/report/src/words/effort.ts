const hour = 60
const halfDay = 4 * hour
const day = 2 * halfDay

/** Effort in words: `half an hour`, `half a day`, `two days`; sums from two days up are rounded to half days. */
export function effortWords(minutes: number): string {
  if (minutes < halfDay) return shortWords(minutes)
  if (minutes >= 2 * day) return longWords(minutes)
  const halves = Math.floor(minutes / halfDay)
  const rest = minutes - halves * halfDay
  return rest < 15 ? daysWords(halves) : `${daysWords(halves)} and ${shortWords(rest)}`
}

function shortWords(minutes: number): string {
  const halves = Math.max(1, Math.round(minutes / (hour / 2)))
  if (halves === 1) return 'half an hour'
  if (halves === 2) return 'an hour'
  return halfWords(halves, 'hour')
}

function longWords(minutes: number): string {
  const words = daysWords(Math.round(minutes / halfDay))
  return minutes % halfDay === 0 ? words : `about ${words}`
}

function daysWords(halves: number): string {
  if (halves === 1) return 'half a day'
  if (halves === 2) return 'a day'
  return halfWords(halves, 'day')
}

/** `one and a half hours`, `two days`, `13.5 days`. */
function halfWords(halves: number, unit: string): string {
  const whole = Math.floor(halves / 2)
  const isHalf = halves % 2 === 1
  const name = names[whole]
  if (name === undefined) return `${isHalf ? halves / 2 : whole} ${unit}s`
  return isHalf ? `${name} and a half ${unit}s` : `${name} ${unit}s`
}

const names = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Writes effort in minutes, hours or days, as the elements do in languages other than English. */
export function effortIn(
  words: {
    readonly minutes: (count: string) => string
    readonly hours: (count: string) => string
    readonly days: (count: string, n: number) => string
  },
  number: (text: string) => string,
): (minutes: number) => string {
  return (minutes) => {
    if (minutes < hour) return words.minutes(`${minutes}`)
    if (minutes < day) return words.hours(number(`${Math.round(minutes / (hour / 2)) / 2}`))
    const days = Math.round(minutes / halfDay) / 2
    return words.days(number(`${days}`), days)
  }
}
