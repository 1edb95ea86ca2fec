/** A quarter of a year: `2026-Q4`. */
export type Quarter = string

export const quarterPattern = /^20\d{2}-Q[1-4]$/

export function quarterOf(moment: Date): Quarter {
  return `${moment.getUTCFullYear()}-Q${Math.floor(moment.getUTCMonth() / 3) + 1}`
}

/** The last quarter that is over. */
export function lastQuarter(now: Date): Quarter {
  return quarterOf(new Date(startOf(quarterOf(now)).getTime() - 1))
}

/** Its last day, `YYYY-MM-DD`. */
export function lastDayOf(quarter: Quarter): string {
  return new Date(endOf(quarter).getTime() - 1).toISOString().slice(0, 10)
}

/** The moment from which it is over. */
export function endOf(quarter: Quarter): Date {
  const [year, number] = partsOf(quarter)
  return new Date(Date.UTC(year, number * 3, 1))
}

function startOf(quarter: Quarter): Date {
  const [year, number] = partsOf(quarter)
  return new Date(Date.UTC(year, (number - 1) * 3, 1))
}

function partsOf(quarter: Quarter): [number, number] {
  return [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
}
