import type { PrincipleResult, Relationship } from '@joinery/core'

/** One assessment as it is kept between two visits. */
export interface SavedAssessment {
  readonly format: 1
  readonly name: string
  readonly ruleSet: { readonly id: string; readonly version: string; readonly hash: string }
  readonly scope: string
  /** The page to come back to. */
  readonly page: string
  /** The record without the firm, which all its relationships share. */
  readonly record: Relationship
  readonly plan: Readonly<Record<string, PlanEntry>>
  /** Results of earlier days, oldest first. */
  readonly earlier: readonly Snapshot[]
  /** The day of the last change. */
  readonly changedAt: string
}

/** What somebody has planned for one next step. */
export interface PlanEntry {
  readonly owner?: string
  readonly due?: string
  readonly done?: boolean
}

/** The figures of a result, kept to compare later ones with. */
export interface Snapshot {
  readonly asOf: string
  readonly scope: string
  readonly score: number | null
  readonly potential: number | null
  readonly reached: number | null
  readonly principles: readonly (Pick<PrincipleResult, 'id' | 'title' | 'score' | 'potential'> & {
    /** In a scope: what can be reached in it, so that the score is read as a share. */
    readonly top?: number | undefined
  })[]
}

/**
 * Keeps assessments: on this device, or with a service. `save` must have written before it returns where it can, so that
 * nothing is lost with the tab; with a service it settles when the change has arrived there, and what has not is sent later,
 * after a reload too.
 */
export interface AnswerStore {
  /** `memory` is gone with the page, and elements say so. */
  readonly kind: 'device' | 'memory' | 'service'
  /** The service, by the name of its host. */
  readonly host?: string
  readonly load: (name: string) => Promise<SavedAssessment | undefined>
  readonly save: (saved: SavedAssessment) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  readonly list: () => Promise<readonly SavedAssessment[]>
  readonly loadFirm: () => Promise<Relationship['org']>
  readonly saveFirm: (firm: Relationship['org']) => Promise<void>
}
