import { limits } from '../limits.ts'

/** What a caller may still do, or how long to wait. */
export interface Allowance {
  readonly allowed: boolean
  readonly remaining: number
  /** Seconds until everything is allowed again; when refused, until one more request is. */
  readonly seconds: number
}

/** Counts requests of many callers by GCRA: an even rate, with bursts of up to a minute's worth. */
export interface RateLimiter {
  readonly perMinute: number
  readonly take: (caller: string, now: number) => Allowance
}

export function createRateLimiter(perMinute: number, mostEntries: number = limits.rateEntries): RateLimiter {
  // for each caller the moment at which all of its requests would have been paid for
  const paidAt = new Map<string, number>()
  const interval = 60_000 / perMinute
  return {
    perMinute,
    take: (caller, now) => {
      const known = paidAt.get(caller) ?? now
      // further ahead than a minute: the clock was set back meanwhile
      const due = (known > now + 60_000 ? now : Math.max(known, now)) + interval
      const debt = due - now
      if (debt > 60_000)
        return { allowed: false, remaining: 0, seconds: Math.max(1, Math.ceil((debt - 60_000) / 1_000)) }
      // kept in the order of last use, so that the longest idle is first; while there is room the order does not matter
      if (paidAt.size > mostEntries / 2) paidAt.delete(caller)
      paidAt.set(caller, due)
      if (paidAt.size > mostEntries) paidAt.delete(paidAt.keys().next().value!)
      return { allowed: true, remaining: Math.floor((60_000 - debt) / interval), seconds: Math.ceil(debt / 1_000) }
    },
  }
}
