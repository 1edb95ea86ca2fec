import * as z from 'zod'
import { limits } from '../limits.ts'
import { linkPowers } from '../access/granted-scopes.ts'
import { Id, Instant, text } from './common.ts'
import { RatingQuestion } from './ratings.ts'

export const NewRemark = z
  .strictObject({
    field: z.string().max(200).optional().meta({ description: 'A shared field that is not quite so; none: the plan' }),
    comment: text('What is not quite so', { least: 1, most: limits.remark.length }),
  })
  .meta({ id: 'NewRemark', description: 'What the partner has to say' })

export const Remark = z
  .strictObject({
    id: Id,
    link: Id.meta({ description: 'The link through which the partner said it' }),
    field: z.string().nullable().meta({ description: 'The field it is about; null for the plan' }),
    comment: z.string(),
    state: z.enum(['open', 'closed']),
    createdAt: Instant,
  })
  .meta({ id: 'Remark', description: 'What the partner said is not quite so, or of the plan' })

export const PlanApproval = z
  .strictObject({
    version: z.string().meta({ description: 'Names what the partner can see of the plan now' }),
    approvedAt: Instant.nullable().meta({ description: 'When the partner last approved, by this or another link' }),
    holds: z.boolean().meta({ description: 'Whether what was approved is what the partner would see now' }),
  })
  .meta({ id: 'PlanApproval', description: 'Whether the partner has approved the plan as it is' })

export const Invitation = z
  .strictObject({
    from: z.string().meta({ description: 'The firm that asks' }),
    to: z.string().meta({ description: 'Whom the link was made for' }),
    powers: z.array(z.enum(linkPowers)).meta({ description: 'What it asks for' }),
    asked: RatingQuestion.nullable().meta({
      description: 'How one person acts: what is asked, where the link is for ratings',
    }),
    ratedAt: z.string().nullable().meta({ description: 'The day on which that was last answered by this link' }),
    fields: z.array(z.string()).meta({ description: 'What it shares' }),
    confirmed: z.array(z.string()).meta({ description: 'What was confirmed by this link, and still holds' }),
    remarks: z.array(Remark).meta({ description: 'What was said by this link, newest first' }),
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation', description: 'What a link is for' })

const lines = z.array(z.string())

export const PlanState = z
  .strictObject({
    missing: z
      .array(
        z.strictObject({
          section: z.string().meta({ description: 'The id of the heading in the rule set, such as "plan.people"' }),
          number: z.int(),
          title: z.string(),
          quickest: z.string().meta({ description: 'What to begin with' }),
        }),
      )
      .meta({ description: 'Headings of the shared half under which nothing stands yet' }),
    approvals: z
      .array(
        z.strictObject({
          at: Instant,
          by: z.string().nullable().meta({ description: 'Whom the link was made for' }),
          holds: z.boolean().meta({ description: 'Whether what was approved is what the partner would see now' }),
        }),
      )
      .meta({ description: 'What the partner approved, newest first' }),
    changes: z
      .array(z.strictObject({ number: z.int(), title: z.string(), added: lines, removed: lines }))
      .nullable()
      .meta({ description: 'What has changed since the newest approval; null where there is none to compare with' }),
  })
  .meta({ id: 'PlanState', description: 'How far the shared half of the plan is' })
