import type { Path, Relationship, Result } from '@joinery/core'
import type { RuleSetData } from './rule-set/document.ts'
import type { SavedAssessment } from './session/answer-store.ts'

/** What the elements tell the page: the name of each event, and what its `detail` holds. */
export interface JoineryEvents {
  'joinery-ready': { readonly ruleSet: Pick<RuleSetData, 'id' | 'version'> }
  'joinery-answer': { readonly record: Relationship }
  'joinery-step': { readonly from: string; readonly to: string }
  'joinery-result': {
    readonly result: Result
    readonly paths: readonly Path[]
    readonly ruleSet: RuleSetData
    readonly plan: SavedAssessment['plan']
  }
  'joinery-plan-change': { readonly plan: SavedAssessment['plan'] }
  'joinery-error': { readonly error: unknown }
}

type EventsByName = { readonly [Name in keyof JoineryEvents]: CustomEvent<JoineryEvents[Name]> }

declare global {
  // so that `addEventListener` knows what an event carries
  interface HTMLElementEventMap extends EventsByName {}
  interface DocumentEventMap extends EventsByName {}
  interface WindowEventMap extends EventsByName {}
}
