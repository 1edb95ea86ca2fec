import { between, notDue, type Data, type Derived, type FactContext, type PluginFact } from '@joinery/core/plugin'
import { clientSide, daysBetween, mspOf, providerSide, readsSides } from '../msp.ts'

const changes = 'ext.msp.providerChanges'
const year = 365

/** What the provider does beyond the numbers of the service level, and how the client sees it. */
export const providerFacts: readonly PluginFact[] = [
  {
    id: 'msp/clientPulseBehindSla',
    type: 'number',
    reads: [...readsSides, 'ext.msp.slaMet', 'pulses'],
    derive: (record, { asOf }) => {
      const { slaMet } = mspOf(record)
      // a service level that is missed hides nothing: everybody can see it
      return slaMet === false ? notDue : slaMet && clientPulse(record, asOf)
    },
  },
  {
    id: 'msp/unannouncedChanges',
    type: 'number',
    reads: [changes],
    derive: (record, at) => {
      const unannounced = mspOf(record).providerChanges?.filter(
        (change) => isInYear(change.at, at.asOf) && !(daysBetween(change.announcedAt, change.at) >= 0),
      )
      return counted(unannounced, changes, at)
    },
  },
  {
    id: 'msp/providerIdeasInYear',
    type: 'number',
    reads: [...readsSides, 'ideas'],
    derive: (record, at) => {
      const side = providerSide(record)
      const ideas = side && (record['ideas'] as readonly Dated[] | undefined)
      return counted(
        ideas?.filter((idea) => idea.side === side && isInYear(idea.at, at.asOf)),
        'ideas',
        at,
      )
    },
  },
]

interface Dated {
  readonly side?: string
  readonly at?: string
}

interface Pulse extends Dated {
  readonly reliability?: number
  readonly openness?: number
  readonly fairness?: number
  readonly capability?: number
}

/** The mean of the client's newest pulse; unknown while one of its four ratings is missing. */
function clientPulse(record: Data, asOf: string): number | undefined {
  const side = clientSide(record)
  const pulses = ((record['pulses'] ?? []) as readonly Pulse[])
    .filter((pulse) => side !== undefined && pulse.side === side && daysBetween(pulse.at, asOf) >= 0)
    .toSorted((left, right) => daysBetween(left.at, right.at))
  const { reliability, openness, fairness, capability } = pulses[0] ?? {}
  const ratings = [reliability, openness, fairness, capability].filter((rating) => typeof rating === 'number')
  return ratings.length < 4 ? undefined : ratings.reduce((sum, rating) => sum + rating, 0) / 4
}

function isInYear(date: string | undefined, asOf: string): boolean {
  const age = daysBetween(date, asOf)
  return age >= 0 && age <= year
}

/** As long as a list may be longer, there may be more on it. */
function counted(items: readonly unknown[] | undefined, list: string, { isComplete }: FactContext): Derived<number> {
  if (items === undefined) return undefined
  return isComplete(list) ? items.length : between(items.length, Number.POSITIVE_INFINITY)
}
