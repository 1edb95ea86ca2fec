import { notDue, type PluginFact } from '@joinery/core/plugin'
import { constructionOf, type EarlyWarning } from '../construction.ts'
import { dayOf } from '../days.ts'
import { shareOf } from '../shares.ts'

const reads = ['ext.construction.earlyWarnings']
const meetings = ['ext.construction.registerMeetings']

/** What dated early warnings and the meetings about them say. */
export const warningFacts: readonly PluginFact[] = [
  {
    id: 'construction/smallerSideShare',
    type: 'share',
    reads,
    derive: (record) => {
      const { earlyWarnings } = constructionOf(record)
      const bySide = (side: string) => shareOf(earlyWarnings, isRaised, ({ raisedBy }) => raisedBy === side)
      const [us, partner] = [bySide('us'), bySide('partner')]
      return typeof us === 'number' && typeof partner === 'number' ? Math.min(us, partner) : us
    },
  },
  {
    id: 'construction/afterEventShare',
    type: 'share',
    reads,
    derive: (record) => shareOf(constructionOf(record).earlyWarnings, hasLead, (warning) => leadOf(warning) < 0),
  },
  {
    id: 'construction/medianLeadDays',
    type: 'number',
    reads,
    derive: (record) => {
      const { earlyWarnings } = constructionOf(record)
      if (earlyWarnings === undefined) return undefined
      const leads = earlyWarnings.filter(hasLead).map(leadOf)
      return leads.length === 0 ? notDue : medianOf(leads)
    },
  },
  {
    id: 'construction/registerLagDays',
    type: 'number',
    reads: meetings,
    derive: (record, { asOf }) => {
      const { registerMeetings } = constructionOf(record)
      const today = dayOf(asOf)
      const held = (registerMeetings ?? []).map(({ at }) => dayOf(at)).filter((day) => day <= today)
      if (registerMeetings === undefined) return undefined
      if (held.length === 0) return notDue
      // a register that was not updated yet grows older by the day
      const lags = registerMeetings
        .filter(({ at }) => dayOf(at) <= today)
        .map(({ at, registerUpdatedAt = asOf }) => Math.max(0, dayOf(registerUpdatedAt) - dayOf(at)))
      return Math.max(...lags)
    },
  },
  {
    id: 'construction/affectedInvitedShare',
    type: 'share',
    reads: meetings,
    derive: (record) => {
      const { registerMeetings } = constructionOf(record)
      if (registerMeetings === undefined) return undefined
      const affected = sumOf(registerMeetings.map(({ affectedFirms = 0 }) => affectedFirms))
      if (affected <= 0) return notDue
      // who invites more firms than are affected at one meeting does not make up for another
      const invited = registerMeetings.map(({ affectedFirms = 0, invitedFirms = 0 }) =>
        Math.max(0, Math.min(affectedFirms, invitedFirms)),
      )
      return sumOf(invited) / affected
    },
  },
]

function isRaised({ raisedBy }: EarlyWarning): boolean {
  return raisedBy === 'us' || raisedBy === 'partner'
}

/** Days from the warning to the trouble; below 0 where the trouble was first. */
function leadOf({ raisedAt, eventAt }: EarlyWarning): number {
  return dayOf(eventAt) - dayOf(raisedAt)
}

function hasLead(warning: EarlyWarning): boolean {
  return !Number.isNaN(leadOf(warning))
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
