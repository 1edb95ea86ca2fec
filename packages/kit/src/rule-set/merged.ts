import type { JsonSource } from '../json/json-source.ts'
import type { LocatedFault } from '../located-fault.ts'

/** One document made of many files, and where each part of it comes from. */
export interface Merged {
  readonly document: unknown
  readonly origins: ReadonlyMap<string, Origin>
  readonly faults: readonly LocatedFault[]
}

/** Where a part of a merged document stands: in which file, and at which pointer there. */
export interface Origin {
  readonly source: JsonSource
  readonly pointer: string
}
