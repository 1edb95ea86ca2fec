import * as z from 'zod'
import { forgetReadings } from '../kernel/service.ts'
import { notFound, ownFirm } from '../access/ownership.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Id, Instant, text } from '../schemas/common.ts'

const tag = 'Consents'
const Purpose = z.enum(['answers', 'benchmark']).meta({
  description:
    'answers: the association may read the relationships and results. benchmark: the figures may enter the benchmarks',
})

const Consent = z
  .strictObject({
    purpose: Purpose,
    given: z.boolean(),
    by: z.string().meta({ description: 'Who said so' }),
    at: Instant,
  })
  .meta({ id: 'Consent', description: 'One word of a firm on one purpose; the latest one counts' })

const Consents = z
  .strictObject({ answers: z.boolean(), benchmark: z.boolean(), history: z.array(Consent) })
  .meta({ id: 'Consents', description: 'What a firm consents to now, and every word it has given, newest first' })

const getConsents = defineOperation({
  id: 'getConsents',
  method: 'get',
  path: '/v1/firms/{firm}/consents',
  tag,
  summary: 'See what a firm consents to',
  access: { scope: 'consents:read', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  params: z.strictObject({ firm: Id }),
  answer: { status: 200, description: 'The consents of the firm', schema: Consents },
  read: async ({ params: { firm }, principal }, tx) => {
    if ((await tx.firms.get(ownFirm(principal, firm))) === undefined) throw notFound()
    const history = await tx.consents.history(firm)
    const shown = history.map(({ purpose, given, by, at }) => ({ purpose, given, by, at }))
    const holds = (wanted: string) => shown.find(({ purpose }) => purpose === wanted)?.given ?? false
    return { body: { answers: holds('answers'), benchmark: holds('benchmark'), history: shown } }
  },
})

const recordConsent = defineOperation({
  id: 'recordConsent',
  method: 'put',
  path: '/v1/firms/{firm}/consents/{purpose}',
  tag,
  summary: 'Give or withdraw consent',
  description: 'Only the firm itself can. It counts from now on, and is kept.',
  access: { scope: 'consents:write', allow: { firm: ['own'] } },
  params: z.strictObject({ firm: Id, purpose: Purpose }),
  body: {
    schema: z
      .strictObject({ given: z.boolean(), by: text('Who says so', { least: 1, most: 200 }) })
      .meta({ id: 'NewConsent' }),
  },
  conditional: false,
  answer: { status: 200, description: 'The word that was recorded', schema: Consent },
  write: async ({ params: { firm, purpose }, principal, body: { given, by }, service }, tx) => {
    ownFirm(principal, firm)
    const consent = await tx.consents.record({ firm, purpose, given, by })
    if (purpose === 'benchmark' && !given) await tx.benchmarks.withdraw(firm)
    return {
      body: { purpose, given, by, at: consent.at },
      audit: {
        action: given ? 'consent.give' : 'consent.withdraw',
        target: `consent/${purpose}`,
        firm,
        after: { given },
      },
      committed: () => forgetReadings(service, tx.tenant),
    }
  },
})

export const consents = [getConsents, recordConsent]
