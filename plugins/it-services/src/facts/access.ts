import { notDue, type PluginFact } from '@joinery/core/plugin'
import { daysBetween, mspOf } from '../msp.ts'

/** Who can still get in, and how well the strongest keys are kept. */
export const accessFacts: readonly PluginFact[] = [
  {
    id: 'msp/longestLeaverDays',
    type: 'number',
    reads: ['ext.msp.leavers'],
    derive: (record, { asOf }) => {
      const left = mspOf(record).leavers?.filter(({ leftAt }) => daysBetween(leftAt, asOf) >= 0)
      if (left === undefined) return undefined
      if (left.length === 0) return notDue
      // access that is still open stays open longer by the day
      const days = left.map(({ leftAt, accessRemovedAt }) => {
        const untilRemoved = daysBetween(leftAt, accessRemovedAt)
        return Number.isNaN(untilRemoved) ? daysBetween(leftAt, asOf) : untilRemoved
      })
      return Math.max(0, ...days)
    },
  },
  {
    id: 'msp/adminMfaShare',
    type: 'share',
    reads: ['ext.msp.adminAccounts', 'ext.msp.adminAccountsWithMfa'],
    derive: (record) => {
      const { adminAccounts, adminAccountsWithMfa } = mspOf(record)
      if (adminAccounts === 0) return notDue
      if (adminAccounts === undefined || adminAccountsWithMfa === undefined || adminAccounts < 0) return undefined
      return Math.max(0, Math.min(1, adminAccountsWithMfa / adminAccounts))
    },
  },
]
