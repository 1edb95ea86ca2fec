import type { Stamp, TenantContext } from '@joinery/store'
import type { Principal } from '../access/principal.ts'
import { oldestFirst } from './oldest-first.ts'

/** A reading by one principal about one relationship, and all that must still hold for its answer to be given again. */
export interface KnownReading {
  readonly operation: string
  readonly tenant: TenantContext
  readonly relationship: string
  /** What the reading stood on. */
  readonly stamp: Stamp
  /** The end of the day (in milliseconds): what is assessed tomorrow comes out differently. */
  readonly until: number
  readonly etag: string
}

/** The answer itself. */
export interface KnownAnswer extends KnownReading {
  /** The body as JSON; undefined where only the ETag was asked for. */
  readonly text: string | undefined
  /** Nothing but ASCII, which goes out as it is. */
  readonly isPlain: boolean
}

/** What an answer was made from, opened and parsed: it is made again without asking the store for more. */
export interface KnownSource extends KnownReading {
  /** The body as JSON. */
  readonly make: () => string
}

/** What was read lately. Whether it still holds, the store tells; nothing here is believed by itself. */
export interface Memory<Known extends KnownReading> {
  readonly find: (principal: Principal, url: string) => Known | undefined
  /** `bytes` is about what it takes, beside a little for each. */
  readonly keep: (place: Place, known: Known, bytes: number) => void
  readonly drop: (principal: Principal, url: string) => void
  /** Lets go of everything about an association, as when something of it was erased. */
  readonly forget: (tenant: TenantContext) => void
  readonly bytes: () => number
}

interface Place {
  readonly principal: Principal
  readonly url: string
}

/** What each takes beside itself. */
const overhead = 400

interface Kept<Known> extends Place {
  readonly known: Known
  readonly bytes: number
}

/** Keeps so many bytes, however many readings they are; the oldest go first. */
export function createMemory<Known extends KnownReading>(mostBytes: number): Memory<Known> {
  const byPrincipal = new Map<Principal, Map<string, Kept<Known>>>()
  const order = new Set<Kept<Known>>()
  const nextOldest = oldestFirst(() => order.values())
  let bytes = 0
  const drop = (principal: Principal, url: string): void => {
    const own = byPrincipal.get(principal)
    const kept = own?.get(url)
    if (own === undefined || kept === undefined) return
    own.delete(url)
    if (own.size === 0) byPrincipal.delete(principal)
    order.delete(kept)
    bytes -= kept.bytes
  }
  return {
    find: (principal, url) => byPrincipal.get(principal)?.get(url)?.known,
    drop,
    keep: ({ principal, url }, known, size) => {
      drop(principal, url)
      const kept = { principal, url, known, bytes: overhead + url.length + size }
      if (kept.bytes > mostBytes / 8) return
      const own = byPrincipal.get(principal) ?? new Map<string, Kept<Known>>()
      byPrincipal.set(principal, own.set(url, kept))
      order.add(kept)
      bytes += kept.bytes
      while (bytes > mostBytes) {
        const oldest = nextOldest()
        drop(oldest.principal, oldest.url)
      }
    },
    forget: ({ id }) => {
      for (const { principal, url, known } of order) if (known.tenant.id === id) drop(principal, url)
    },
    bytes: () => bytes,
  }
}

export type AnswerMemory = Memory<KnownAnswer>
export type SourceMemory = Memory<KnownSource>

/** Puts an answer into the memory. */
export function keepAnswer(memory: AnswerMemory, place: Place, answer: Omit<KnownAnswer, 'isPlain'>): KnownAnswer {
  const { text = '' } = answer
  // what takes one byte for each character in UTF-8 is ASCII
  const isPlain = Buffer.byteLength(text) === text.length
  const known = { ...answer, isPlain }
  memory.keep(place, known, text.length * (isPlain ? 1 : 2))
  return known
}
