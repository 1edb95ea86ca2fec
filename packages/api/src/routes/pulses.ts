import { jointActionFor, withHealthCheck, withJointAction, type Relationship } from '@joinery/core'
import type { StoredRelationship } from '@joinery/store'
import * as z from 'zod'
import { conflict, dayOf } from '../assess/basis.ts'
import { isVouched, withConfirmations } from '../assess/own-confirmations.ts'
import {
  outcomeOf,
  pulseRoundsOf,
  readPulses,
  sourceOf,
  type FullPulse,
  type Pulse,
  type PulseRound,
  type PulseRounds,
} from '../assess/pulse-rounds.ts'
import { isFull, keepRound, sideOf, waitingOf, withSaid } from '../assess/rounds.ts'
import { ownRelationship } from '../access/ownership.ts'
import type { Principal } from '../access/principal.ts'
import { defineOperation, type Call } from '../kernel/operation.ts'
import { Id } from '../schemas/common.ts'
import { NewGapAction, NewPulse, PulseStanding } from '../schemas/pulse.ts'

const tag = 'Partner links'
const params = z.strictObject({ relationship: Id })

const getPulse = defineOperation({
  id: 'getPulse',
  method: 'get',
  path: '/v1/relationships/{relationship}/pulse',
  tag,
  summary: 'See where both sides are with the pulse',
  description: 'What one side answered can be read by nobody until the other side has answered too.',
  access: { scope: 'pulses:read', allow: { firm: ['own'], partner: ['own'] } },
  params,
  answer: { status: 200, description: 'The pulse', schema: PulseStanding },
  read: async ({ principal, params: { relationship }, now }, tx) => {
    const { record } = await ownRelationship(principal, relationship, tx)
    const rounds = await readPulses(relationship, now, tx)
    return { body: () => standingOf(rounds, record, principal) }
  },
})

const answerPulse = defineOperation({
  id: 'answerPulse',
  method: 'post',
  path: '/v1/relationships/{relationship}/pulse',
  tag,
  summary: 'Answer the pulse for your side',
  description:
    'Once a round. The first answer opens a round of 30 days and stays sealed; the second one opens both, and puts them into the record.',
  access: { scope: 'pulses:write', allow: { firm: ['own'], partner: ['own'] } },
  params,
  body: { schema: NewPulse },
  problems: ['conflict'],
  answer: { status: 200, description: 'The pulse as it is now', schema: PulseStanding },
  write: async (call, tx) => {
    const { now } = call
    const { relationship } = call.params
    const before = await ownRelationship(call.principal, relationship, tx)
    const rounds = await readPulses(relationship, now, tx)
    const content = withSaid(rounds.open?.content ?? {}, pulseOf(call), call.principal)
    const isOpened = isFull(content)
    const record = isOpened ? recordWith(content, before, call) : before.record
    await keepRound({ rounds, content, of: pulseRoundsOf(relationship) }, tx)
    // the first answer changes the version too: two sides that begin at once do not begin two rounds
    if (isOpened || rounds.open === undefined) await tx.relationships.update(relationship, before.version, { record })
    return {
      body: standingOf(await readPulses(relationship, now, tx), record, call.principal),
      // without the answers: so few are possible that a hash would tell them
      audit: { action: 'pulse.answer', target: `relationship/${relationship}`, firm: before.firm },
    }
  },
})

const planGapAction = defineOperation({
  id: 'planGapAction',
  method: 'post',
  path: '/v1/relationships/{relationship}/gap-actions',
  tag,
  summary: 'Plan what both sides do about a gap',
  description: 'One action for each side goes into the record, due on the day on which both look again.',
  access: { scope: 'relationships:write', allow: { firm: ['own'] } },
  params,
  body: { schema: NewGapAction },
  answer: { status: 201, description: 'The pulse with the action', schema: PulseStanding },
  write: async ({ principal, params: { relationship }, body, now }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    const rounds = await readPulses(relationship, now, tx)
    const source = flaggedSource(body.item, rounds)
    const { item: _, ...action } = body
    const record = withHealthCheck(withJointAction(before.record, source, action), dayOf(now))
    await tx.relationships.update(relationship, before.version, { record })
    const target = `relationship/${relationship}`
    return {
      body: standingOf(rounds, record, principal),
      audit: { action: 'gap.plan', target, firm: before.firm, before: before.record, after: record },
    }
  },
})

export const pulses = [getPulse, answerPulse, planGapAction]

type Answering = Pick<Call<{ relationship: string }, unknown, z.output<typeof NewPulse>>, 'body' | 'now' | 'principal'>

function pulseOf({ principal, body, now }: Answering): Pulse {
  const { respondents = 1, ...ratings } = body
  return { side: sideOf(principal), at: dayOf(now), respondents, ...ratings }
}

/** What a pulse of both sides tells of, as scoring reads it. */
const witnessedByPulse = ['pulses', 'trust.lowSide', 'trust.lowOpenness', 'trust.gap']

/** Both answers go into the record at once, with the health check that they are, and the partner's stand there as its own word. */
function recordWith(
  { us, partner, link }: FullPulse,
  { id: relationship, record }: StoredRelationship,
  { now, service }: Pick<Call<unknown, unknown, unknown>, 'now' | 'service'>,
): Relationship {
  const after = withHealthCheck({ ...record, pulses: [...(record.pulses ?? []), us, partner] })
  // a check is made of both answers; for those that the firm wrote down before, this pulse is no word of the partner
  const isWord = record.checks === undefined || isVouched('checks', { relationship, record }, service.witness)
  const fields = isWord ? [...witnessedByPulse, 'checks'] : witnessedByPulse
  return withConfirmations(after, { relationship, link, fields, day: dayOf(now) }, service.witness)
}

function flaggedSource(item: z.output<typeof NewGapAction>['item'], { last }: PulseRounds): string {
  const gap = last && outcomeOf(last)?.gaps.find((found) => found.item === item)
  if (last !== undefined && gap !== undefined && gap.flag !== null) return sourceOf(item, last)
  const message =
    gap === undefined ? 'no pulse that both sides have answered tells of this' : 'the two sides see this alike'
  throw conflict('body', 'item', { value: item, message })
}

function standingOf(rounds: PulseRounds, record: Relationship, { kind }: Principal): z.input<typeof PulseStanding> {
  return {
    waiting: waitingOf(rounds),
    opened: rounds.last === undefined ? null : openedOf(rounds.last, record),
    firmOfOne: kind === 'firm' && record.org?.headcount === 1,
  }
}

function openedOf(round: PulseRound, record: Relationship): z.input<typeof PulseStanding>['opened'] {
  const outcome = outcomeOf(round)
  if (outcome === undefined) return null
  const { at, respondents, gaps, notAnonymous } = outcome
  return {
    at,
    respondents,
    gaps: gaps.map((gap) => Object.assign({}, gap, { action: jointActionFor(sourceOf(gap.item, round), record) })),
    notAnonymous: [...notAnonymous],
  }
}
