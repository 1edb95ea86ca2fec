import type { ClauseResult, HeldBack, IndicatorResult, Result, RuleSet } from '@joinery/core'

import type { ReadText, Said } from '../../texts.ts'

export type Notice = Result['notices'][number]

/** What sentences about a result are made from. */
export interface Explained {
  readonly result: Result
  readonly ruleSet: RuleSet['document'] | undefined
  readonly text: ReadText
}

/**
 * Core gives its reasons as data, with an English sentence beside them. A language makes its own sentences from the data, in
 * pieces, as what they name may be in yet another language.
 */
export interface Explain {
  readonly outcome: (of: Explained, outcome: IndicatorResult) => readonly Said[]
  readonly heldBack: (of: Explained, held: HeldBack) => readonly Said[]
  readonly confirm: (of: Explained, clause: ClauseResult) => Said
  readonly notice: (of: Explained, notice: Notice) => readonly Said[]
  readonly ruleError: (of: Explained, indicator: string) => readonly Said[]
}
