/** A moment: `2026-11-20T09:30:00.000Z`, always UTC with milliseconds, so that text order is time order. */
export type Instant = string

/** Where a page ended. Opaque to users; whoever hands it out signs it. */
export interface Position {
  readonly at: Instant
  readonly id: string
}

export interface PageRequest {
  /** Only what comes after this place; from the beginning without it. */
  readonly after?: Position
  /** At most this many, 1 to 500. */
  readonly limit: number
}

/** One page of a list; what is added or removed meanwhile never makes an item appear twice or be left out. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where the next page begins; undefined after the last one. */
  readonly next: Position | undefined
}
