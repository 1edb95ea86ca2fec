import * as z from 'zod'
import { limits } from '../limits.ts'
import { Instant, text } from './common.ts'
import { day } from './pulse.ts'

const person = text('Whose acts are rated: somebody on the firm’s own side, as the record names them', {
  least: 1,
  most: limits.name,
})
const item = z.string().max(100).meta({ description: 'The id of an item of Annex B, such as "competence.listening"' })
const rating = z.int().min(1).max(3)

export const NewRatingQuestion = z
  .strictObject({
    ruleSet: z.string().max(100).optional().meta({ description: 'Whose items they are; "iso-44003" unless told' }),
    person,
    items: z.array(item).min(1).max(limits.ratings.items).meta({ description: 'Four items at most' }),
  })
  .meta({ id: 'NewRatingQuestion', description: 'What the partner is asked about how one person acts' })

export const GivenRatings = z
  .strictObject({
    ratings: z
      .record(z.string().max(100), z.union([rating, z.literal('notSeen')]))
      .meta({ description: 'By id of an item that is asked: 1, 2, 3 or "notSeen", of the last six months' }),
  })
  .meta({ id: 'GivenRatings', description: 'What the partner saw of how one person acts' })

export const RatingQuestion = z
  .strictObject({
    person,
    at: Instant,
    language: z.string().meta({ description: 'The language of the texts' }),
    items: z.array(
      z.strictObject({
        item,
        title: z.string(),
        low: z.string().meta({ description: 'What 1 looks like' }),
        mid: z.string().meta({ description: 'What 2 looks like' }),
        high: z.string().meta({ description: 'What 3 looks like' }),
      }),
    ),
  })
  .meta({ id: 'RatingQuestion', description: 'A question on how one person acts, in plain words' })

export const RatingStanding = z
  .strictObject({
    asked: RatingQuestion.nullable().meta({ description: 'What waits for the answer of the partner' }),
    given: z
      .array(z.strictObject({ person, item, at: day, rating }))
      .meta({ description: 'Told to the firm: what the service saw the partner answer, newest first' }),
  })
  .meta({ id: 'RatingStanding', description: 'What the partner is asked about how one person acts, and what it said' })
