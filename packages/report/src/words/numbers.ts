/** A score as people read it: one decimal, half up. */
export function scoreWords(score: number): string {
  // results carry four decimals; from there on whole numbers, so that 1.45 is not 1.4499999
  return (Math.round(Math.round(score * 1e4) / 1e3) / 10).toFixed(1)
}

/** The range of a score: `1.2 – 2.6`, or one number where both ends read alike. */
export function rangeWords(score: number, potential: number): string {
  const [from, to] = [scoreWords(score), scoreWords(potential)]
  return from === to ? from : `${from} – ${to}`
}

/** A share in percent; 100 % only when nothing is missing, 0 % only when there is nothing. */
export function percentWords(share: number): string {
  const rounded = Math.round(Math.round(share * 1e4) / 1e2)
  if (share < 1 && rounded >= 100) return '99 %'
  return share > 0 && rounded <= 0 ? '1 %' : `${rounded} %`
}

/** The range of a share: `50 – 75 %`. */
export function shareRangeWords(share: number, potential: number): string {
  const [from, to] = [percentWords(share), percentWords(potential)]
  return from === to ? from : `${from.replace(' %', '')} – ${to}`
}

/** Writes a range in a language: one figure where both ends read alike. */
export function rangeIn(figure: (value: number) => string, between: string): (low: number, high: number) => string {
  return (low, high) => {
    const [from, to] = [figure(low), figure(high)]
    return from === to ? from : `${from} ${between} ${to}`
  }
}

/** Points gained, two decimals, never shown as nothing when there is something. */
export function gainWords(points: number): string {
  return points > 0 && points < 0.005 ? 'less than +0.01' : `+${(Math.round(points * 100) / 100).toFixed(2)}`
}

/** `1 statement`, `3 statements`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A calendar day as people write it: `2 October 2026`. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = months[(month ?? 0) - 1]
  return name === undefined || year === undefined || date === undefined ? day : `${date} ${name} ${year}`
}
