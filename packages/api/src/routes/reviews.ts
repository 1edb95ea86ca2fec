import { agendaOf, forecast, type Agenda, type Forecast, type Relationship, type RuleSet } from '@joinery/core'
import { htmlPolicy, renderAgenda, type AgendaFormat } from '@joinery/report'
import * as z from 'zod'
import { basisOf } from '../assess/basis.ts'
import { ownRelationship } from '../access/ownership.ts'
import { defineOperation, type Call, type Operation } from '../kernel/operation.ts'
import type { ReadTx } from '@joinery/store'
import { Id } from '../schemas/common.ts'
import { Review } from '../schemas/review.ts'

const tag = 'Assessments'
const params = z.strictObject({ relationship: Id })
const query = z.strictObject({
  ruleSet: z.string().max(100).default('iso-44003').meta({ description: 'By which rule set things go stale' }),
})
/** What is due and what is at risk is the firm's own business. */
const access = { scope: 'assessments:read', allow: { firm: ['own'] } } as const
const summary = 'The agenda of a review of five minutes'

/** How far a review looks ahead, in days. */
const ahead = 183

const getReview = defineOperation({
  id: 'getReview',
  method: 'get',
  path: '/v1/relationships/{relationship}/review',
  tag,
  summary,
  description:
    'Promises and work that fall due within 30 days, risks to read again, views that lie apart, silence; what goes stale in the next half year, and what that does to the range.',
  access,
  params,
  query,
  answer: { status: 200, description: 'The agenda', schema: Review },
  read: async (call, tx) => {
    const made = await reviewOf(call, tx)
    return { body: () => shown(made()) }
  },
})

interface Form {
  readonly id: string
  readonly ending: string
  readonly format: AgendaFormat
  readonly mediaType: string
  readonly as: string
}

const forms: readonly Form[] = [
  { id: 'getReviewPage', ending: 'html', format: 'html', mediaType: 'text/html; charset=utf-8', as: 'a page to print' },
  {
    id: 'getReviewMarkdown',
    ending: 'md',
    format: 'markdown',
    mediaType: 'text/markdown; charset=utf-8',
    as: 'Markdown',
  },
  {
    id: 'getReviewCalendar',
    ending: 'ics',
    format: 'ics',
    mediaType: 'text/calendar; charset=utf-8',
    as: 'days for a calendar',
  },
]

const documents: readonly Operation[] = forms.map(({ id, ending, format, mediaType, as }) =>
  defineOperation({
    id,
    method: 'get',
    path: `/v1/relationships/{relationship}/review.${ending}`,
    tag,
    summary: `${summary}, as ${as}`,
    access,
    params,
    query,
    answer: { status: 200, description: 'The agenda', mediaType },
    read: async (call, tx) => {
      const made = await reviewOf(call, tx)
      const { agenda, ahead: outlook, ruleSet, relationship } = made()
      const policy = `${htmlPolicy}; frame-ancestors 'none'`
      const name = `review-${agenda.asOf}.${ending}`
      return {
        text: renderAgenda(agenda, { format, ruleSet, relationship, forecast: outlook }),
        headers: {
          'content-disposition': `inline; filename="${name}"`,
          ...(format === 'html' ? { 'content-security-policy': policy } : {}),
        },
      }
    },
  }),
)

export const reviews = [getReview, ...documents]

interface Made {
  readonly agenda: Agenda
  readonly ahead: Forecast
  readonly ruleSet: RuleSet
  readonly relationship: Relationship
}

type Asked = Call<z.output<typeof params>, z.output<typeof query>, unknown>

async function reviewOf({ principal, params: { relationship: id }, query: wish, now, service }: Asked, tx: ReadTx) {
  const { record: relationship } = await ownRelationship(principal, id, tx)
  const { assessor, ruleSet, asOf } = await basisOf(wish, { service, now, place: 'query' }, tx)
  return (): Made => ({
    agenda: agendaOf(assessor, relationship, { asOf }),
    ahead: forecast(assessor, relationship, { asOf, days: ahead }),
    ruleSet,
    relationship,
  })
}

function shown({ agenda: { asOf, next, items }, ahead: { lapses, scores }, ruleSet }: Made): z.input<typeof Review> {
  const byId = new Map(ruleSet.indicators.map(({ id, document }) => [id, document]))
  return {
    asOf,
    next,
    items: [...items],
    lapses: lapses.map(({ indicator, on }) => ({ indicator, on, title: byId.get(indicator)?.statement ?? indicator })),
    scores: [...scores],
  }
}
