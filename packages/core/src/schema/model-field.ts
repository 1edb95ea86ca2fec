import type { Visibility } from './field.ts'

/** One entity, list or field of the relationship model. */
export interface ModelField {
  /** `risks`, `risks.severity`, `rmp.owner`. */
  readonly path: string
  readonly type: 'entity' | 'records' | 'texts' | 'text' | 'choice' | 'date' | 'yesNo' | 'number'
  readonly visibility: Visibility
  /** Filled in from the rest of the record where it is not stated. */
  readonly derived?: true
  readonly choices?: readonly string[]
  readonly about: string
}
