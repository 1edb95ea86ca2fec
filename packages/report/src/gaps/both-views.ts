import type { PerceptionGaps, PrincipleGaps } from '@joinery/core'

/** What both sides answered, as far as both did. */
export interface BothViews {
  /** What `principleGaps` gave. */
  readonly principles?: PrincipleGaps | undefined
  /** What `perceptionGaps` gave, of the pulse. */
  readonly pulse?: PerceptionGaps | undefined
}
