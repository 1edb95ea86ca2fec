import { limits } from '../limits.ts'

/** What a caller may still do, or how long to wait. */
export interface Allowance {
  readonly allowed: boolean
  readonly remaining: number
  /** Seconds until everything is allowed again; when refused, until one more request is. */
  readonly seconds: number
}

/** What one caller has used. */
export interface Counter {
  /** The moment at which all of its requests will have been paid for. */
  paidAt: number
  /** It was forgotten, because there are too many: ask for the caller's counter again. */
  isGone: boolean
}

/** Counts requests of many callers by GCRA: an even rate, with bursts of up to a minute's worth. */
export interface RateLimiter {
  readonly perMinute: number
  readonly counterOf: (caller: string) => Counter
  readonly takeFrom: (counter: Counter, now: number) => Allowance
  /** The same by the name of the caller. */
  readonly take: (caller: string, now: number) => Allowance
}

export function createRateLimiter(perMinute: number, mostEntries: number = limits.rateEntries): RateLimiter {
  const counters = new Map<string, Counter>()
  const interval = 60_000 / perMinute
  const counterOf = (caller: string): Counter => {
    const counter = counters.get(caller) ?? { paidAt: 0, isGone: false }
    // kept in the order of last use, so that the longest idle is first; while there is room the order does not matter
    if (counters.size > mostEntries / 2) counters.delete(caller)
    counters.set(caller, counter)
    if (counters.size > mostEntries) dropFirst(counters)
    return counter
  }
  const takeFrom = (counter: Counter, now: number): Allowance => {
    // further ahead than a minute: the clock was set back meanwhile
    const known = counter.paidAt > now + 60_000 ? now : Math.max(counter.paidAt, now)
    const debt = known + interval - now
    if (debt > 60_000) return { allowed: false, remaining: 0, seconds: Math.max(1, Math.ceil((debt - 60_000) / 1_000)) }
    counter.paidAt = known + interval
    return { allowed: true, remaining: Math.floor((60_000 - debt) / interval), seconds: Math.ceil(debt / 1_000) }
  }
  return { perMinute, counterOf, takeFrom, take: (caller, now) => takeFrom(counterOf(caller), now) }
}

function dropFirst(counters: Map<string, Counter>): void {
  const [caller, counter] = counters.entries().next().value!
  counters.delete(caller)
  counter.isGone = true
}
