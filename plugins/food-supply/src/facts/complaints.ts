import { notDue, type At, type Data, type PluginFact } from '@joinery/core/plugin'
import { foodOf, type Complaint } from '../food.ts'
import { daysBetween, isBy, shareThat } from '../measures.ts'

const reads = ['ext.food.complaints']

/** Two half years are set beside each other: shorter times hold too few complaints in a small firm. */
const halfYear = 182

/** What the list of complaints says. */
export const complaintFacts: readonly PluginFact[] = [
  {
    id: 'food/repeatShare',
    type: 'share',
    reads,
    derive: (record, { asOf }) => repeatShareOf(record, { asOf, back: 0 }),
  },
  {
    id: 'food/repeatTrend',
    type: 'number',
    reads,
    derive: (record, { asOf }) => {
      const now = repeatShareOf(record, { asOf, back: 0 })
      const before = repeatShareOf(record, { asOf, back: halfYear })
      if (now === undefined || before === undefined) return undefined
      return typeof now === 'number' && typeof before === 'number' ? now - before : notDue
    },
  },
  {
    id: 'food/chargesBackedShare',
    type: 'share',
    reads,
    derive: (record, { asOf }) =>
      shareThat(
        foodOf(record).complaints?.filter(({ charged = 0 }) => charged > 0),
        ({ evidenceAt }) => isBy(evidenceAt, asOf),
      ),
  },
]

interface Span extends At {
  /** How many days before the day of the assessment the half year ends. */
  readonly back: number
}

/** Which share of the complaints of a half year came up before, for the same product and the same cause. */
function repeatShareOf(record: Data, { asOf, back }: Span): ReturnType<typeof shareThat> {
  const { complaints } = foodOf(record)
  const oldest = oldestOf(complaints ?? [], asOf)
  return shareThat(
    complaints?.filter(({ at }) => {
      const age = daysBetween(at, asOf)
      return age >= back && age < back + halfYear
    }),
    (complaint) => daysBetween(complaint.at, asOf) < (oldest.get(keyOf(complaint)) ?? 0),
  )
}

/** How many days ago each complaint came for the first time. */
function oldestOf(complaints: readonly Complaint[], asOf: string): ReadonlyMap<string, number> {
  const oldest = new Map<string, number>()
  for (const complaint of complaints) {
    const [key, age] = [keyOf(complaint), daysBetween(complaint.at, asOf)]
    if (key !== '' && age > (oldest.get(key) ?? -1)) oldest.set(key, age)
  }
  return oldest
}

/** What makes two complaints the same, however it is written; empty where no cause is told. */
function keyOf({ product = '', cause = '' }: Complaint): string {
  const plain = [product, cause].map((text) => text.trim().toLowerCase())
  return plain[1] === '' ? '' : plain.join('\n')
}
