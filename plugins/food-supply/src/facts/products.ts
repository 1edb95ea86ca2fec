import { between, notDue, type PluginFact } from '@joinery/core/plugin'
import { foodOf, type ProductChange } from '../food.ts'
import { daysBetween, isBy, shareThat } from '../measures.ts'

const specs = ['ext.food.specs']
const traceTests = 'ext.food.traceTests'
const changes = 'ext.food.productChanges'

/** What questionnaires, trace tests, specifications and changes say about the products. */
export const productFacts: readonly PluginFact[] = [
  {
    id: 'food/questionnaireAgeDays',
    type: 'number',
    reads: ['ext.food.questionnaireSignedAt'],
    derive: (record, { asOf }) => {
      const age = daysBetween(foodOf(record).questionnaireSignedAt, asOf)
      return age >= 0 ? age : undefined
    },
  },
  {
    id: 'food/traceTestHours',
    type: 'number',
    reads: [traceTests],
    derive: (record, { asOf, isComplete }) => {
      const tests = foodOf(record)
        .traceTests?.filter(({ at, partnerLot }) => partnerLot === true && isBy(at, asOf))
        .toSorted((left, right) => daysBetween(left.at, right.at))
      // where there was none for sure, there is no time to judge
      return tests?.length === 0 && isComplete(traceTests) ? notDue : tests?.[0]?.hours
    },
  },
  {
    id: 'food/specsAgreedShare',
    type: 'share',
    reads: specs,
    derive: (record, { asOf }) =>
      shareThat(
        foodOf(record).specs,
        ({ agreedByUsAt, agreedByPartnerAt }) => isBy(agreedByUsAt, asOf) && isBy(agreedByPartnerAt, asOf),
      ),
  },
  {
    id: 'food/specsCurrentShare',
    type: 'share',
    reads: specs,
    derive: (record) =>
      shareThat(
        foodOf(record).specs?.filter(({ latestVersion = '' }) => latestVersion !== ''),
        ({ versionInUse, latestVersion }) => versionInUse?.trim() === latestVersion?.trim(),
      ),
  },
  {
    id: 'food/unannouncedChanges',
    type: 'number',
    reads: [changes],
    derive: (record, { asOf, isComplete }) => {
      const unannounced = foodOf(record).productChanges?.filter((change) => isUnannounced(change, asOf))
      if (unannounced === undefined) return undefined
      const sure = unannounced.filter(({ kind }) => kind === 'allergen' || kind === 'recipe').length
      // a change of no known kind may be one of an allergen, and a list that may be longer may hold more
      const untold = unannounced.filter(({ kind = '' }) => kind === '').length
      return between(sure, isComplete(changes) ? sure + untold : Number.POSITIVE_INFINITY)
    },
  },
]

/** Delivered by that day, and not announced before: a notice on the day itself is too late for the labels. */
export function isUnannounced({ announcedAt, firstDeliveryAt }: ProductChange, asOf: string): boolean {
  return isBy(firstDeliveryAt, asOf) && !(daysBetween(announcedAt, firstDeliveryAt) > 0)
}
