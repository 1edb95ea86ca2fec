import { gapSource, perceptionGaps, type PerceptionGaps, type PulseItem } from '@joinery/core'
import type { ReadTx } from '@joinery/store'
import { isFull, readRounds, type Full, type Round, type RoundContent, type Rounds, type Side } from './rounds.ts'

type Ratings = Readonly<Record<PulseItem, number>>

/** How one side answered the four questions, as the record keeps it. */
export interface Pulse extends Ratings {
  readonly side: Side
  readonly at: string
  readonly respondents: number
}

type PulseContent = RoundContent<Pulse>
export type FullPulse = Full<PulseContent>
export type PulseRound = Round<PulseContent>
export type PulseRounds = Rounds<PulseContent>

export function pulseRoundsOf(relationship: string): { relationship: string; kind: 'pulse' } {
  return { relationship, kind: 'pulse' }
}

export function readPulses(relationship: string, now: Date, tx: ReadTx): Promise<PulseRounds> {
  return readRounds<PulseContent>(pulseRoundsOf(relationship), now, tx)
}

/** What came out of a round that both sides answered: of that round alone, the same for both. */
export function outcomeOf({ content }: PulseRound): PerceptionGaps | undefined {
  return isFull(content) ? perceptionGaps({ pulses: [content.us, content.partner] }) : undefined
}

/** Where a joint action says which gap it is for. */
export function sourceOf(item: string, { content }: PulseRound): string {
  return gapSource(content.partner?.at ?? '', item)
}
