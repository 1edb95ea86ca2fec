import * as z from 'zod'

const Day = z.string().meta({ description: 'YYYY-MM-DD' })

const AgendaItem = z
  .strictObject({
    kind: z.enum(['promise', 'action', 'risk', 'gap', 'stale', 'contact']),
    says: z.string().meta({ description: 'What to look at, in a few words' }),
    side: z.enum(['us', 'partner']).nullable(),
    due: Day.nullable(),
    isOverdue: z.boolean(),
  })
  .meta({ id: 'AgendaItem', description: 'One thing to look at in a review' })

export const Review = z
  .strictObject({
    asOf: Day,
    next: Day.meta({ description: 'When the next review should be' }),
    items: z.array(AgendaItem),
    lapses: z
      .array(z.strictObject({ indicator: z.string(), title: z.string(), on: Day }))
      .meta({ description: 'What comes out worse only because time passes, and from which day on' }),
    scores: z
      .array(
        z.strictObject({
          on: Day,
          level: z.number().nullable(),
          score: z.number().nullable(),
          potential: z.number().nullable(),
        }),
      )
      .meta({
        description: 'The range today, and on every later day on which it has changed, if nobody does anything',
      }),
  })
  .meta({ id: 'Review', description: 'What a review of five minutes goes through, and what is ahead' })
