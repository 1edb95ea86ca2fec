import { between, notDue, type Derived, type PluginFact } from '@joinery/core/plugin'
import { daysBetween, mspOf } from '../msp.ts'

/** How long ago the important things were last looked at. */
export const ageFacts: readonly PluginFact[] = [
  {
    id: 'msp/criticalReviewAgeDays',
    type: 'number',
    reads: ['ext.msp.services'],
    derive: (record, { asOf }) => {
      const critical = mspOf(record).services?.filter((service) => service.critical === true)
      return oldestAge(
        critical?.map(({ reviewedAt }) => reviewedAt),
        asOf,
      )
    },
  },
  {
    id: 'msp/clientDocumentAgeDays',
    type: 'number',
    reads: ['ext.msp.clientDocuments'],
    derive: (record, { asOf }) =>
      oldestAge(
        mspOf(record).clientDocuments?.map(({ updatedAt }) => updatedAt),
        asOf,
      ),
  },
]

/** Age of the oldest; one without a day may be older still. A day to come says nothing about the past. */
function oldestAge(dates: readonly (string | undefined)[] | undefined, asOf: string): Derived<number> {
  if (dates === undefined) return undefined
  if (dates.length === 0) return notDue
  const ages = dates.map((date) => daysBetween(date, asOf)).filter((age) => age >= 0)
  if (ages.length === 0) return undefined
  const oldest = Math.max(...ages)
  return ages.length === dates.length ? oldest : between(oldest, Number.POSITIVE_INFINITY)
}
