import type { Relationship } from '@joinery/core'
import type { Kept } from './kept.ts'
import { ServiceProblem, type Line, type Reply } from './line.ts'
import { patchBetween, patched } from './merge-patch.ts'
import { patiently } from './patiently.ts'

export interface SyncParts {
  /** Speaks for the relationship: with the embed token, or the token of the visit. */
  readonly line: Line
  /** Speaks for the page: with the publishable key; undefined where the relationship is given by a token. */
  readonly pageLine: Line | undefined
  /** The relationship of an embed token. */
  readonly given: string | undefined
  readonly kept: () => Kept
  readonly keep: (next: Partial<Kept>) => void
  /** Somebody else has changed the record; this is what both make together. */
  readonly onMerged: (record: Relationship) => void
}

/** Brings a record into the service, change by change, whatever the network does. */
export interface Sync {
  readonly relationship: () => string | undefined
  /** Reads the record as the service has it, with what this device has not yet sent; undefined before there is one. */
  readonly open: (mine: Relationship) => Promise<Relationship | undefined>
  /** Settles when the service has this record, or a later one. */
  readonly send: (record: Relationship) => Promise<void>
  /** Whether the service has exactly this record. */
  readonly hasArrived: (record: Relationship) => boolean
  /** Settles when all that was given is sent. */
  readonly settled: () => Promise<void>
}

export function createSync(parts: SyncParts): Sync {
  const remote = createRemote(parts)
  let chain: Promise<void> = Promise.resolve()
  const push = async () => (await import('./push.ts')).push(parts, remote)
  return {
    relationship: remote.relationship,
    open: async (mine) => {
      if (remote.relationship() === undefined) return undefined
      remote.aim(mine)
      await remote.read()
      return remote.target()
    },
    send: (record) => {
      remote.aim(record)
      chain = chain.catch(() => undefined).then(() => patiently(push))
      // who waits hears of it; nobody has to
      chain.catch(() => undefined)
      return chain
    },
    hasArrived: (record) => patchBetween(parts.kept().base, record) === undefined,
    settled: () => chain,
  }
}

export type Remote = ReturnType<typeof createRemote>

/** The record in the service, and what it is to become. */
function createRemote({ line, given, kept, keep }: SyncParts) {
  const relationship = () => given ?? kept().visit?.relationship
  const path = () => `/v1/relationships/${relationship()}`
  let etag: string | undefined
  let target: Relationship = {}
  const take = ({ body, etag: tag }: Reply): Relationship => {
    etag = tag
    return (body as { record: Relationship }).record
  }
  return {
    relationship,
    target: () => target,
    pending: () => patchBetween(kept().base, target),
    aim: (record: Relationship) => void (target = record),
    isRead: () => etag !== undefined,
    forget: () => void (etag = undefined),
    /** What somebody else has changed stays, and what was changed here stays on top of it; true where that is news. */
    read: async () => {
      const theirs = take(await line('GET', path()))
      const mine = patchBetween(kept().base, target)
      const both = mine === undefined ? theirs : patched(theirs, mine)
      const isNews = patchBetween(target, both) !== undefined
      keep({ base: theirs })
      target = both
      return isNews
    },
    change: async (patch: object) => {
      try {
        keep({ base: take(await line('PATCH', path(), { body: patch, ifMatch: etag })) })
      } catch (error) {
        if (!(error instanceof ServiceProblem) || error.status !== 412) throw error
        etag = undefined
      }
    },
  }
}
