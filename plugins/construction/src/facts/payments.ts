import { between, type PluginFact } from '@joinery/core/plugin'
import { constructionOf } from '../construction.ts'
import { dayOf } from '../days.ts'
import { shareOf } from '../shares.ts'

const applications = ['ext.construction.paymentApplications']
const retentions = 'ext.construction.retentions'

/** What applications for payment and sums held back say. */
export const paymentFacts: readonly PluginFact[] = [
  {
    id: 'construction/paidOnTimeShare',
    type: 'share',
    reads: applications,
    derive: (record, { asOf }) =>
      shareOf(
        constructionOf(record).paymentApplications,
        // what is due today may still be paid today
        ({ dueAt, paidAt }) => dayOf(dueAt) < dayOf(asOf) || dayOf(paidAt) <= dayOf(asOf),
        ({ dueAt, paidAt }) => dayOf(paidAt) <= dayOf(dueAt),
      ),
  },
  {
    id: 'construction/payLessOnTimeShare',
    type: 'share',
    reads: applications,
    derive: (record) =>
      shareOf(
        constructionOf(record).paymentApplications,
        ({ payLessAt, payLessDueAt }) => !Number.isNaN(dayOf(payLessAt) + dayOf(payLessDueAt)),
        ({ payLessAt, payLessDueAt }) => dayOf(payLessAt) <= dayOf(payLessDueAt),
      ),
  },
  {
    id: 'construction/retentionsOverdue',
    type: 'number',
    reads: [retentions],
    derive: (record, { asOf, isComplete }) => {
      const list = constructionOf(record).retentions
      if (list === undefined) return undefined
      const today = dayOf(asOf)
      const overdue = list.filter(
        ({ releaseDueAt, releasedAt }) => dayOf(releaseDueAt) < today && !(dayOf(releasedAt) <= today),
      ).length
      // as long as the list may be longer, there may be more
      return isComplete(retentions) ? overdue : between(overdue, Number.POSITIVE_INFINITY)
    },
  },
]
