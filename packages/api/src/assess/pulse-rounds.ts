import { perceptionGaps, type PerceptionGaps, type PulseItem, type Relationship } from '@joinery/core'
import type { Exchange, ReadTx } from '@joinery/store'
import { limits } from '../limits.ts'

type Side = 'us' | 'partner'
type Ratings = Readonly<Record<PulseItem, number>>

/** How one side answered the four questions, as the record keeps it. */
export interface Pulse extends Ratings {
  readonly side: Side
  readonly at: string
  readonly respondents: number
}

/** What is kept of a round: sealed until both sides are in it. */
export interface RoundContent {
  readonly us?: Pulse
  readonly partner?: Pulse
  /** The link through which the partner answered. */
  readonly link?: string
}

export type FullRound = Required<RoundContent>

/** A round of the four questions. */
export interface Round {
  readonly id: string
  readonly version: number
  readonly openedAt: string
  readonly expiresAt: string
  readonly content: RoundContent
}

export interface Rounds {
  /** The round that waits for one of the sides. */
  readonly open: Round | undefined
  /** A round that nobody finished in time, and that still holds what one side said. */
  readonly over: Round | undefined
  /** The newest one that both have answered. */
  readonly last: Round | undefined
}

/** The rounds of a relationship: there is never more than one that waits. */
export async function roundsOf(relationship: string, now: Date, tx: ReadTx): Promise<Rounds> {
  const { items } = await tx.exchanges.list({ relationship, kind: 'pulse', limit: 20 })
  const waiting = items.find(({ state }) => state === 'sealed')
  const last = items.find(({ state, content }) => state === 'closed' && isFull(content as RoundContent))
  const round = waiting && roundOf(waiting)
  const isOpen = round !== undefined && Date.parse(round.expiresAt) > now.getTime()
  return {
    open: isOpen ? round : undefined,
    over: isOpen ? undefined : round,
    last: last && roundOf(last),
  }
}

/** What came out of a round that both sides answered: of that round alone, the same for both. */
export function outcomeOf({ content }: Round): PerceptionGaps | undefined {
  return isFull(content) ? perceptionGaps({ pulses: [content.us, content.partner] }) : undefined
}

/** Where a joint action says which gap it is for. */
export function sourceOf(item: string, { content }: Round): string {
  return `Perception gap ${content.partner?.at ?? ''}: ${item}`
}

interface JointAction {
  readonly owner: string
  readonly partnerOwner: string
  readonly recheckAt: string
}

/** The joint action for a gap, where the record has one for each side. */
export function jointActionFor(source: string, { actions = [] }: Relationship): JointAction | null {
  const of = (side: Side) => actions.findLast((action) => action.source === source && action.side === side)
  const [ours, theirs] = [of('us'), of('partner')]
  if (ours?.owner === undefined || theirs?.owner === undefined) return null
  return { owner: ours.owner, partnerOwner: theirs.owner, recheckAt: ours.due ?? '' }
}

export function isFull(content: RoundContent): content is FullRound {
  return content.us !== undefined && content.partner !== undefined
}

function roundOf({ id, version, createdAt, content }: Exchange): Round {
  const expiresAt = new Date(Date.parse(createdAt) + limits.pulseDays * 86_400_000).toISOString()
  return { id, version, openedAt: createdAt, expiresAt, content: content as RoundContent }
}
