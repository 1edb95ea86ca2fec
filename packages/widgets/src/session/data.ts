import type { Relationship } from '@joinery/core'

type Data = Readonly<Record<string, unknown>>

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A record without what is asked of the firm itself, and the firm by itself: it is the same in all its relationships. */
export function splitFirm(record: Relationship): { own: Relationship; firm: Relationship['org'] } {
  const { org, ...own } = record
  return { own, firm: org }
}
