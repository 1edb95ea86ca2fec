import { between, notDue, type PluginFact } from '@joinery/core/plugin'
import { foodOf } from '../food.ts'
import { daysBetween, isBy, shareThat } from '../measures.ts'

const payments = ['ext.food.payments']
const cancellations = 'ext.food.cancellations'
const termChanges = 'ext.food.termChanges'

/** What bills, cancelled orders and new terms say about fair dealing. */
export const tradeFacts: readonly PluginFact[] = [
  {
    id: 'food/perishableDays',
    type: 'number',
    reads: payments,
    derive: (record, { asOf }) => {
      const days = foodOf(record)
        .payments?.filter(({ perishable, deliveredAt }) => perishable === true && isBy(deliveredAt, asOf))
        // what is not paid yet grows older by the day; what was paid beforehand took no time
        .map(({ deliveredAt, paidAt }) => Math.max(0, daysBetween(deliveredAt, isBy(paidAt, asOf) ? paidAt : asOf)))
      if (days === undefined) return undefined
      return days.length === 0 ? notDue : Math.max(...days)
    },
  },
  {
    id: 'food/paidOnTimeShare',
    type: 'share',
    reads: payments,
    derive: (record, { asOf }) =>
      shareThat(
        // what is due today may still be paid today
        foodOf(record).payments?.filter(({ dueAt, paidAt }) => daysBetween(dueAt, asOf) > 0 || isBy(paidAt, asOf)),
        ({ dueAt, paidAt }) => isBy(paidAt, dueAt),
      ),
  },
  {
    id: 'food/shortestNoticeDays',
    type: 'number',
    reads: [cancellations],
    derive: (record, { asOf, isComplete }) => {
      const notices = foodOf(record)
        .cancellations?.filter(({ cancelledAt }) => isBy(cancelledAt, asOf))
        .map(({ cancelledAt, deliveryAt }) => Math.max(0, daysBetween(cancelledAt, deliveryAt)))
        .filter((days) => !Number.isNaN(days))
      const isWhole = isComplete(cancellations)
      if (notices === undefined) return undefined
      if (notices.length === 0) return isWhole ? notDue : undefined
      // as long as the list may be longer, another notice may have been shorter
      return between(isWhole ? Math.min(...notices) : 0, Math.min(...notices))
    },
  },
  {
    id: 'food/oneSidedChanges',
    type: 'number',
    reads: [termChanges],
    derive: (record, { asOf, isComplete }) => {
      const oneSided = foodOf(record).termChanges?.filter(
        ({ appliesFrom, agreedAt }) => isBy(appliesFrom, asOf) && !isBy(agreedAt, appliesFrom),
      ).length
      if (oneSided === undefined) return undefined
      return between(oneSided, isComplete(termChanges) ? oneSided : Number.POSITIVE_INFINITY)
    },
  },
]
