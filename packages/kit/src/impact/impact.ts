import type { Relationship } from '@joinery/core'
import type { RuleChange, RuleSetDiff } from '../diff/change.ts'

/** Where a score stands. */
export interface Standing {
  readonly score: number | null
  readonly potential: number | null
  readonly level: number | null
}

/**
 * Which way something moved: by its score, or else its level. `range`: both stay, and only the upper end of the score moves.
 * `new` and `gone`: it is scored in one of the versions alone.
 */
export const directions = ['up', 'down', 'range', 'same', 'new', 'gone'] as const
/** Which way a change moves somebody. */
export type Direction = (typeof directions)[number]

/** Where somebody stood before a change, and where after it. */
export interface Shift {
  readonly before: Standing | null
  readonly after: Standing | null
  readonly direction: Direction
}

/** A changed rule that moved a score, and what it gave to its clause before and after. */
export interface Cause {
  readonly change: RuleChange
  /** Points of the score of its clause; absent for what is not an indicator. */
  readonly points?: { readonly before: number; readonly after: number }
}

/** What a change does to one principle of a relationship. */
export interface PrincipleImpact extends Shift {
  readonly id: string
  readonly title: string
  /** The changed rules that moved it; none where it stays. */
  readonly causes: readonly Cause[]
}

/** What publishing a version does to one relationship. */
export interface RelationshipImpact {
  readonly id: string
  readonly isMoved: boolean
  readonly headline: Shift & { readonly causes: readonly Cause[] }
  readonly principles: readonly PrincipleImpact[]
  /** Answers that cannot follow their indicators, and are asked again. */
  readonly setAside: number
}

/** What publishing a version does to many relationships. */
export interface ImpactSummary {
  readonly relationships: number
  readonly moved: number
  readonly setAside: number
  readonly headline: Counts
  readonly principles: readonly { readonly id: string; readonly title: string; readonly counts: Counts }[]
  /** The changed rules, by how many relationships each moved, the most first. */
  readonly rules: readonly { readonly change: RuleChange; readonly relationships: number }[]
}

/** How many relationships moved, by direction. */
export type Counts = Readonly<Record<Direction, number>>

/** Compares relationships under two versions of a rule set, one after another. */
export interface ImpactReader {
  readonly diff: RuleSetDiff
  readonly of: (input: ImpactInput) => RelationshipImpact
}

/** A relationship to be looked at. */
export interface ImpactInput {
  readonly id: string
  readonly relationship: Relationship
  /** The day that ages are counted from, where it is another than the usual one. */
  readonly asOf?: string
}
