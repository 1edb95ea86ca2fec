/** What is known about a rule set or a plugin as its files are now: all that the page shows beside the element. */
export interface Inspection {
  /** `bakery 1.0.0`, or the path where it has no name. */
  readonly title: string
  readonly isUsable: boolean
  readonly faults: readonly ShownFault[]
  readonly cases: ShownCases
  /** Rules of its own. */
  readonly rules: readonly { readonly id: string; readonly statement: string }[]
  /** The module of a plugin, from its folder. */
  readonly module: string | undefined
  /** The rule set for the element, as it is published; for a plugin the one that it extends. */
  readonly text: string | undefined
  /** Whether checks and cases are still at work. */
  readonly isPartial: boolean
}

export interface ShownFault {
  /** `rule-set.json:12:3`, as the command says it. */
  readonly place: string
  /** JSON pointer into the document. */
  readonly path: string
  readonly severity: 'error' | 'warning'
  /** What is wrong, and what would be right. */
  readonly message: string
}

export interface ShownCases {
  readonly passed: number
  readonly of: number
  readonly failed: readonly { readonly name: string; readonly lines: readonly string[] }[]
  /** Records to fill in. */
  readonly records: readonly { readonly name: string; readonly given: unknown; readonly asOf: string }[]
}

export const noCases: ShownCases = { passed: 0, of: 0, failed: [], records: [] }
