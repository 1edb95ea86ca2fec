import { daysAfter } from '../kernel/days.ts'
import type { Exchange, ExchangeKind, ReadTx, Tx } from '@joinery/store'
import { limits } from '../limits.ts'
import { Problem } from '../kernel/problem.ts'
import type { Principal } from '../access/principal.ts'
import { linkIdOf } from '../access/partner.ts'

export type Side = 'us' | 'partner'

/** What is kept of a round: sealed until both sides are in it. */
export interface RoundContent<Said> {
  readonly us?: Said
  readonly partner?: Said
  /** The link through which the partner answered. */
  readonly link?: string
}

/** A round of something that both sides answer. */
export interface Round<Content> {
  readonly id: string
  readonly version: number
  readonly openedAt: string
  readonly expiresAt: string
  readonly content: Content
}

export interface Rounds<Content> {
  /** The round that waits for one of the sides. */
  readonly open: Round<Content> | undefined
  /** A round that nobody finished in time, and that still holds what one side said. */
  readonly over: Round<Content> | undefined
  /** The newest one that both have answered. */
  readonly last: Round<Content> | undefined
}

export type Full<Content extends RoundContent<unknown>> = Content & Required<Pick<Content, keyof RoundContent<unknown>>>

/** What a round is of. */
export interface RoundsOf {
  readonly relationship: string
  readonly kind: ExchangeKind
}

/** The rounds of a relationship: there is never more than one of a kind that waits. */
export async function readRounds<Content extends RoundContent<unknown>>(
  of: RoundsOf,
  now: Date,
  tx: ReadTx,
): Promise<Rounds<Content>> {
  const { items } = await tx.exchanges.list({ ...of, limit: 20 })
  const waiting = items.find(({ state }) => state === 'sealed')
  const last = items.find(({ state, content }) => state === 'closed' && isFull(content as Content))
  const round = waiting && roundOf<Content>(waiting)
  const isOpen = round !== undefined && Date.parse(round.expiresAt) > now.getTime()
  return {
    open: isOpen ? round : undefined,
    over: isOpen ? undefined : round,
    last: last && roundOf<Content>(last),
  }
}

/** Adds an answer to the round that waits, or begins one; what nobody finished in time is thrown away. */
export async function keepRound<Content extends RoundContent<unknown>>(
  { rounds: { open, over }, content, of }: { rounds: Rounds<Content>; content: Content; of: RoundsOf },
  tx: Tx,
): Promise<void> {
  const state = isFull(content) ? 'closed' : 'sealed'
  if (over !== undefined) await tx.exchanges.update(over.id, over.version, { state: 'closed', content: {} })
  if (open === undefined) await tx.exchanges.add({ ...of, state, content })
  else await tx.exchanges.update(open.id, open.version, { state, content })
}

/** What one side says, put beside what the other may have said; each side says it once a round. */
export function withSaid<Content extends RoundContent<unknown>, Said extends Content['us']>(
  kept: Content,
  said: Said,
  principal: Principal,
): Content {
  const side = sideOf(principal)
  if (kept[side] !== undefined)
    throw new Problem('conflict', 'Your side has answered this round; both answers open when the other side is in.')
  return { ...kept, [side]: said, ...(principal.kind === 'partner' ? { link: linkIdOf(principal) } : {}) }
}

export function sideOf({ kind }: Principal): Side {
  return kind === 'partner' ? 'partner' : 'us'
}

/** Where a round that waits stands: who has answered, never what. */
export function waitingOf<Content extends RoundContent<unknown>>({ open }: Rounds<Content>) {
  if (open === undefined) return null
  const { openedAt, expiresAt, content } = open
  return { openedAt, expiresAt, answered: (['us', 'partner'] as const).filter((side) => content[side] !== undefined) }
}

export function isFull<Content extends RoundContent<unknown>>(content: Content): content is Full<Content> {
  return content.us !== undefined && content.partner !== undefined
}

/** Rounds begun before this moment are over. */
export function roundsOverBefore(now: Date): string {
  return daysAfter(now, -limits.pulseDays)
}

function roundOf<Content>({ id, version, createdAt, content }: Exchange): Round<Content> {
  const expiresAt = daysAfter(new Date(createdAt), limits.pulseDays)
  return { id, version, openedAt: createdAt, expiresAt, content: content as Content }
}
