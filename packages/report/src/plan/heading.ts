import type { Entry, Line } from './line.ts'

/** One of the 14 headings of the plan (Annex A). */
export interface Heading {
  readonly key: string
  readonly title: string
  /** Whether it is part of the two-page form. */
  readonly micro: boolean
  readonly lines: readonly Line[]
  /** The heading says something once one of these is given. */
  readonly needs: readonly string[]
  /** The quickest way to fill it. */
  readonly quickest: string
}

export function has(field: string): (entry: Entry) => boolean {
  return (entry) => entry[field] !== undefined && entry[field] !== ''
}

/** For what is over. */
export function isClosed({ status }: Entry): boolean {
  return status === 'closed' || status === 'retired'
}

/** Puts the latest first. */
export function newest({ at }: Entry): string {
  return typeof at === 'string' ? at : ''
}
