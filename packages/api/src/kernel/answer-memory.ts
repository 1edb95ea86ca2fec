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

export interface Body {
  /** As JSON; undefined where only the ETag was asked for. */
  readonly text: string | undefined
  /** Nothing but ASCII, which goes out as it is. */
  readonly isPlain: boolean
}

/** The answer itself. */
export interface KnownAnswer extends KnownReading, Body {}

/** What an answer was made from, opened and parsed: it is made again without asking the store for more. */
export interface KnownSource extends KnownReading {
  /** The body as JSON. */
  readonly make: () => string
  /** How much the memory of answers had been offered when one was made from this last. */
  madeAt?: number
}

/** What was read lately. Whether it still holds, the store tells; nothing here is believed by itself. */
export interface Memory<Known extends KnownReading> extends Offers {
  readonly find: (principal: Principal, url: string) => Known | undefined
  /** `bytes` is about what it takes, beside a little for each. */
  readonly keep: (place: Place, known: Known, bytes: number) => void
  readonly drop: (principal: Principal, url: string) => void
  /** Lets go of everything about an association, as when something of it was erased. */
  readonly forget: (tenant: TenantContext) => void
  readonly bytes: () => number
}

/** What a memory was offered: all that was kept, and all that passed by. */
interface Offers {
  /** How many bytes it was until now. */
  readonly offered: () => number
  /** Counts what is not kept, though it could be. */
  readonly pass: (place: Place, bytes: number) => void
  /** Whether something would still be there that had been kept when so much had been offered. */
  readonly reachesBackTo: (offered: number) => boolean
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
  const oldest = oldestFirst(() => order.values())
  let bytes = 0
  const offers = createOffers(mostBytes)
  const drop = (principal: Principal, url: string): void => {
    const own = byPrincipal.get(principal)
    const kept = own?.get(url)
    if (own === undefined || kept === undefined) return
    own.delete(url)
    if (own.size === 0) byPrincipal.delete(principal)
    order.delete(kept)
    bytes -= kept.bytes
  }
  const leave = ({ principal, url }: Place) => drop(principal, url)
  return {
    ...offers,
    find: (principal, url) => byPrincipal.get(principal)?.get(url)?.known,
    drop,
    keep: (place, known, size) => {
      const { principal, url } = place
      drop(principal, url)
      const kept = { principal, url, known, bytes: sizeOf(place, size) }
      offers.pass(place, size)
      if (kept.bytes > mostBytes / 8) return
      const own = byPrincipal.get(principal) ?? new Map<string, Kept<Known>>()
      byPrincipal.set(principal, own.set(url, kept))
      order.add(kept)
      bytes += kept.bytes
      if (bytes <= mostBytes) oldest.rest()
      while (bytes > mostBytes) leave(oldest.next())
    },
    forget: ({ id }) => {
      for (const kept of order) if (kept.known.tenant.id === id) leave(kept)
      oldest.rest()
    },
    bytes: () => bytes,
  }
}

function createOffers(mostBytes: number): Offers {
  let offered = 0
  return {
    offered: () => offered,
    pass: (place, size) => {
      offered += sizeOf(place, size)
    },
    reachesBackTo: (then) => offered - then < mostBytes,
  }
}

function sizeOf({ url }: Place, size: number): number {
  return overhead + url.length + size
}

export type AnswerMemory = Memory<KnownAnswer>
export type SourceMemory = Memory<KnownSource>

/** Puts an answer into the memory. */
export function keepAnswer(memory: AnswerMemory, place: Place, answer: Omit<KnownAnswer, 'isPlain'>): void {
  const known = { ...answer, isPlain: isPlain(answer.text) }
  memory.keep(place, known, bytesOf(known))
}

/**
 * Makes an answer again. It is kept if it would still be there, had it been kept the last time; so those that come by once, as
 * when somebody goes through all there are, push out none that are asked for again and again.
 */
export function answerAgain(memory: AnswerMemory, place: Place, source: KnownSource): Body {
  const text = source.make()
  const body = { text, isPlain: isPlain(text) }
  const bytes = bytesOf(body)
  const { operation, tenant, relationship, stamp, until, etag, madeAt } = source
  if (madeAt === undefined || !memory.reachesBackTo(madeAt)) memory.pass(place, bytes)
  else memory.keep(place, { operation, tenant, relationship, stamp, until, etag, ...body }, bytes)
  source.madeAt = memory.offered()
  return body
}

function isPlain(text = ''): boolean {
  // what takes one byte for each character in UTF-8 is ASCII
  return Buffer.byteLength(text) === text.length
}

function bytesOf({ text = '', isPlain: plain }: Body): number {
  return text.length * (plain ? 1 : 2)
}
