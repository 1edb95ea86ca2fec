import type { Relationship, RuleSet } from '@joinery/core'
import type { ReadTx } from '@joinery/store'
import * as z from 'zod'
import { ownRelationship } from '../access/ownership.ts'
import { linkIdOf, partnerOf } from '../access/partner.ts'
import type { Principal } from '../access/principal.ts'
import { basisOf, dayOf } from '../assess/basis.ts'
import {
  itemsOf,
  questionOf,
  ratingsGiven,
  readRatings,
  recordWithRatings,
  type RatingContent,
  type Ratings,
} from '../assess/partner-ratings.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import type { Service } from '../kernel/service.ts'
import { Id } from '../schemas/common.ts'
import { GivenRatings, NewRatingQuestion, RatingStanding } from '../schemas/ratings.ts'

const tag = 'Partner links'
const params = z.strictObject({ relationship: Id })
const path = '/v1/relationships/{relationship}/ratings'

const getRatings = defineOperation({
  id: 'getRatings',
  method: 'get',
  path,
  tag,
  summary: 'See what the partner is asked about how one person acts',
  description: 'And what the service saw it answer: whatever the record says, nobody can write this in its name.',
  access: { scope: 'relationships:read', allow: { firm: ['own'] } },
  params,
  answer: { status: 200, description: 'What is asked, and what was said', schema: RatingStanding },
  read: async ({ principal, params: { relationship }, service }, tx) => {
    await ownRelationship(principal, relationship, tx)
    return { body: await standingOf(await readRatings(relationship, tx), { principal, service }, tx) }
  },
})

const askForRatings = defineOperation({
  id: 'askForRatings',
  method: 'post',
  path,
  tag,
  summary: 'Ask the partner how one of your people acts',
  description:
    'At most four items of Annex B, for a link that is for ratings. A new question takes the place of one that waits.',
  access: { scope: 'relationships:write', allow: { firm: ['own'] } },
  params,
  body: { schema: NewRatingQuestion },
  problems: ['conflict'],
  answer: { status: 201, description: 'What is asked now', schema: RatingStanding },
  write: async ({ principal, params: { relationship }, body, service, now }, tx) => {
    const before = await ownRelationship(principal, relationship, tx)
    const wish = { ruleSet: body.ruleSet ?? 'iso-44003' }
    const { ruleSet, digest } = await basisOf(wish, { service, now, place: 'body' }, tx)
    checkQuestion(body, ruleSet, before.record)
    const { open } = await readRatings(relationship, tx)
    if (open !== undefined) await tx.exchanges.update(open.id, open.version, { state: 'closed', content: open.content })
    const content: RatingContent = { digest, person: body.person, items: body.items }
    await tx.exchanges.add({ kind: 'rating', state: 'open', relationship, content })
    // changes the version: two that ask at once do not leave two questions
    await tx.relationships.update(relationship, before.version, { record: before.record })
    return {
      body: await standingOf(await readRatings(relationship, tx), { principal, service }, tx),
      audit: { action: 'ratings.ask', target: `relationship/${relationship}`, firm: before.firm },
    }
  },
})

const giveRatings = defineOperation({
  id: 'giveRatings',
  method: 'post',
  path: `${path}/given`,
  tag,
  summary: 'Say what you saw of how one person acts',
  description:
    'For the partner, by link, once for each question. It goes into the record as the rating by the partner; "notSeen" is no rating.',
  access: { scope: 'ratings:write', allow: { partner: ['own'] } },
  params,
  body: { schema: GivenRatings },
  problems: ['conflict'],
  answer: { status: 200, description: 'What is asked now', schema: RatingStanding },
  write: async ({ principal, params: { relationship }, body, service, now }, tx) => {
    const { record, version, firm } = await ownRelationship(principal, relationship, tx)
    const link = linkIdOf(partnerOf(principal))
    const { open } = await readRatings(relationship, tx)
    if (open === undefined) throw new Problem('conflict', 'Nothing is asked of you now, or it has been answered.')
    const said = { link, at: dayOf(now), ratings: ratingsGiven(body.ratings, open.content) }
    const content: RatingContent = { ...open.content, said }
    await tx.exchanges.update(open.id, open.version, { state: 'closed', content })
    const after = recordWithRatings({ relationship, record, content }, service.witness)
    await tx.relationships.update(relationship, version, { record: after })
    return {
      body: await standingOf(await readRatings(relationship, tx), { principal, service }, tx),
      // without the answers: so few are possible that a hash would tell them
      audit: { action: 'ratings.give', target: `relationship/${relationship}`, firm },
    }
  },
})

export const ratings = [getRatings, askForRatings, giveRatings]

/** Somebody on the firm's side, and items of the rule set, each of them once. */
function checkQuestion(
  { person, items }: z.output<typeof NewRatingQuestion>,
  ruleSet: RuleSet,
  { people = [] }: Relationship,
): void {
  const errors: RequestFault[] = []
  const fault = (pointer: string, value: string, message: string) =>
    errors.push({ in: 'body', pointer, code: 'conflict', message, value })
  const ours = people.flatMap(({ name, side }) => (side === 'us' && name ? [name] : []))
  if (!ours.includes(person)) {
    const there = ours.length === 0 ? 'nobody yet: add them to the record' : ours.join(', ')
    fault('/person', person, `the record has nobody "${person}" on your side; there is ${there}`)
  }
  const known = itemsOf(ruleSet)
  for (const [index, item] of items.entries()) {
    const there = known.size === 0 ? 'it has none' : `there are: ${[...known.keys()].join(', ')}`
    if (!known.has(item)) fault(`/items/${index}`, item, `there is no item "${item}" in ${ruleSet.id}; ${there}`)
    else if (items.indexOf(item) < index) fault(`/items/${index}`, item, `"${item}" is asked twice; leave one out`)
  }
  if (errors.length > 0) throw new Problem('invalid-request', 'This cannot be asked of a partner.', { errors })
}

async function standingOf(
  { open, given }: Ratings,
  { principal, service }: { readonly principal: Principal; readonly service: Service },
  tx: ReadTx,
): Promise<z.input<typeof RatingStanding>> {
  return { asked: await questionOf(open, service, tx), given: principal.kind === 'firm' ? [...given] : [] }
}
