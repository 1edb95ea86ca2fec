/** What went wrong in the store; stable, so that programs can act on it. */
export type StoreErrorCode =
  | 'absent'
  | 'bad-key'
  | 'bad-url'
  | 'bad-value'
  | 'closed'
  | 'conflict'
  | 'damaged'
  | 'duplicate'
  | 'engine-too-old'
  | 'lease-lost'
  | 'locked'
  | 'not-empty'
  | 'not-migrated'
  | 'refused'
  | 'schema-too-new'
  | 'too-large'
  | 'unavailable'

/** Thrown by every part of the store. Inside `write` it rolls back that piece of work, and nothing else. */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  /** Of a conflict: the version that stands in the store. */
  readonly version: number | undefined

  constructor(
    code: StoreErrorCode,
    message: string,
    options: { readonly version?: number; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'StoreError'
    this.code = code
    this.version = options.version
  }
}
