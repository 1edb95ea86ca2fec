import { dayOf } from '@joinery/core'
import type { Findings } from '../intake.ts'
import { isSameFirm } from '../partner-match.ts'
import { evidenceFrom, setProposal, type Proposal } from '../proposal.ts'
import { yearBefore, type Booking } from './bookings.ts'
import { percent, type Found } from './shares.ts'

/** How many of the bills that fell due in the last twelve months were paid in time, by the partner or by us. */
export function paymentsFrom(bookings: readonly Booking[], { side, file, context }: Found): Findings {
  const { record, asOf, chosen } = context
  const wanted = chosen?.answers?.['partner'] ?? record.rel?.partnerName ?? ''
  const own = bookings.filter(({ partner }) => isSameFirm(partner, wanted))
  const from = yearBefore(asOf)
  const due = own.filter((bill) => bill.due !== undefined && bill.due > from && bill.due < asOf)
  if (due.length === 0)
    return { notes: own.length === 0 ? [] : ['No bill of this partner fell due in the last twelve months.'] }
  const late = due.filter((bill) => (bill.paid ?? asOf) > bill.due!)
  const share = Math.round(((due.length - late.length) / due.length) * 1e4) / 1e4
  const path = side === 'customer' ? 'payments.onTimeByPartner' : 'payments.onTimeByUs'
  const who = side === 'customer' ? own[0]!.partner : 'us'
  const because = `${due.length - late.length} of ${due.length} bills in ${file} that fell due from ${from} to ${asOf}`
  const make = (at: string, value: number, says: string): Proposal =>
    setProposal(record, { path: at, value, says, because, evidence: evidenceFrom(file, at, asOf) })
  const delays = due.map((bill) => Math.max(0, dayOf(bill.paid ?? asOf)! - dayOf(bill.due)!))
  const mean = Math.round((delays.reduce((sum, days) => sum + days, 0) / delays.length) * 10) / 10
  return {
    proposals: [
      make(path, share, `Bills paid in time by ${who}: ${percent(share)}`),
      ...(side === 'customer'
        ? [make('payments.avgDaysLate', mean, `Bills are paid ${mean} days late on average`)]
        : []),
    ],
  }
}
