import { pulseItems, type PartnerCopy } from '@joinery/core'
import type { Invitation, PulseNow, StatementsNow } from './open-invitation.ts'

/** What a partner keeps as data: the record as the API shows it to this link, and what this side said that is open by now. */
export function copyOf(
  { from, to, record, confirmed, remarks, pulse, statements }: Invitation,
  at: string,
): PartnerCopy {
  return {
    format: 'joinery-partner-copy',
    version: 1,
    at,
    sharedBy: from,
    sharedWith: to,
    record,
    yours: {
      confirmed,
      remarks: remarks.map(({ field, comment }) => (field === null ? { comment } : { field, comment })),
      ...pulseOf(pulse?.opened),
      ...statementsOf(statements?.opened),
    },
  }
}

function pulseOf(opened: PulseNow['opened'] | undefined): Pick<PartnerCopy['yours'], 'pulse'> {
  if (!opened) return {}
  const ratings = (side: 'us' | 'partner') =>
    Object.fromEntries(
      pulseItems.flatMap((item) => {
        const gap = opened.gaps.find((found) => found.item === item)
        return gap === undefined ? [] : [[item, gap[side]]]
      }),
    )
  return { pulse: { at: opened.at.partner, ours: ratings('partner'), theirs: ratings('us') } }
}

function statementsOf(opened: StatementsNow['opened'] | undefined): Pick<PartnerCopy['yours'], 'statements'> {
  if (!opened) return {}
  const said = opened.gaps.flatMap((gap) => gap.statements).map(({ indicator, partner }) => [indicator, partner])
  return { statements: Object.fromEntries(said) }
}
