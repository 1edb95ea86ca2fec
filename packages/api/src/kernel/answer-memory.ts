import type { Stamp, TenantContext } from '@joinery/store'
import type { Principal } from '../access/principal.ts'

/** An answer to one principal about one relationship, and all that must still hold for it to be given again. */
export interface KnownAnswer {
  readonly operation: string
  readonly tenant: TenantContext
  readonly relationship: string
  /** What the reading stood on. */
  readonly stamp: Stamp
  /** The end of the day (in milliseconds): what is assessed tomorrow comes out differently. */
  readonly until: number
  readonly etag: string
  /** The body as JSON; undefined where only the ETag was asked for. */
  readonly text: string | undefined
  readonly bytes: number
  /** Nothing but ASCII, which goes out as it is. */
  readonly isPlain: boolean
}

/** Answers that were given lately. Whether one still holds, the store tells; nothing here is believed by itself. */
export interface AnswerMemory {
  readonly find: (principal: Principal, url: string) => KnownAnswer | undefined
  readonly keep: (principal: Principal, url: string, answer: Omit<KnownAnswer, 'bytes' | 'isPlain'>) => void
  readonly drop: (principal: Principal, url: string) => void
}

/** What an answer takes beside its text. */
const overhead = 400

/** Keeps so many bytes, however many answers they are; the oldest go first. */
export function createAnswerMemory(mostBytes: number): AnswerMemory {
  const byPrincipal = new Map<Principal, Map<string, KnownAnswer>>()
  const order = new Map<KnownAnswer, readonly [Principal, string]>()
  let bytes = 0
  const drop = (principal: Principal, url: string): void => {
    const own = byPrincipal.get(principal)
    const answer = own?.get(url)
    if (own === undefined || answer === undefined) return
    own.delete(url)
    if (own.size === 0) byPrincipal.delete(principal)
    order.delete(answer)
    bytes -= answer.bytes
  }
  return {
    find: (principal, url) => byPrincipal.get(principal)?.get(url),
    drop,
    keep: (principal, url, answer) => {
      drop(principal, url)
      const { text = '' } = answer
      const isPlain = !/[\u0080-\uffff]/.test(text)
      const kept = { ...answer, isPlain, bytes: overhead + url.length + text.length * (isPlain ? 1 : 2) }
      if (kept.bytes > mostBytes / 8) return
      const own = byPrincipal.get(principal) ?? new Map<string, KnownAnswer>()
      byPrincipal.set(principal, own)
      own.set(url, kept)
      order.set(kept, [principal, url])
      bytes += kept.bytes
      while (bytes > mostBytes) drop(...order.values().next().value!)
    },
  }
}
