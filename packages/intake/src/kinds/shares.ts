import type { Findings, IntakeContext, PartnerShare } from '../intake.ts'
import { firmKey, isSameFirm, likeness } from '../partner-match.ts'
import { evidenceFrom, setProposal } from '../proposal.ts'
import { yearBefore, type Booking, type Side } from './bookings.ts'

/** Every partner with its share of the last twelve months, and the share of the one that the record is about. */
export function sharesFrom(bookings: readonly Booking[], { side, file, context }: Found): Findings {
  const { counted, notes } = lastYear(bookings, context.asOf)
  const partners = partnersOf(counted, side)
  if (partners.length === 0) return { notes: [...notes, 'No amounts were found in the last twelve months.'] }
  const wanted = context.record.rel?.partnerName ?? ''
  if (wanted.trim() === '') return { partners, notes }
  const match = matchOf(partners, wanted, context.chosen?.answers?.['partner'])
  if (match === undefined)
    return { partners, notes: [...notes, `"${wanted}" is not among the ${partners.length} names in this file.`] }
  if (Array.isArray(match)) return { partners, notes, questions: [whichOf(match, wanted)] }
  const found = match as PartnerShare
  const path = side === 'customer' ? 'rel.revenueShare' : 'rel.spendShare'
  const whole = partners.reduce((sum, { amount }) => sum + amount, 0)
  const days = counted.flatMap(({ date }) => date ?? []).toSorted()
  const proposal = setProposal(context.record, {
    path,
    value: found.share,
    says: `${side === 'customer' ? 'Share of our revenue' : 'Share of our spend'} with ${found.name}: ${percent(found.share)}`,
    because: `${grouped(found.amount)} of ${grouped(whole)} in ${file}${days.length === 0 ? '' : `, from ${days[0]} to ${days.at(-1)}`}`,
    evidence: evidenceFrom(file, path, days.at(-1) ?? context.asOf),
  })
  return { partners, notes, proposals: [proposal] }
}

export interface Found {
  readonly side: Side
  readonly file: string
  readonly context: IntakeContext
}

/** The bookings of the last twelve months; all of them where none has a day. */
function lastYear(bookings: readonly Booking[], asOf: string): { counted: readonly Booking[]; notes: string[] } {
  if (bookings.every(({ date }) => date === undefined))
    return { counted: bookings, notes: ['The rows have no day; all of them count.'] }
  const from = yearBefore(asOf)
  const counted = bookings.filter(({ date }) => date !== undefined && date > from && date <= asOf)
  const left = bookings.length - counted.length
  return {
    counted,
    notes:
      left === 0
        ? []
        : [`${left} of ${bookings.length} rows are not from the twelve months to ${asOf}; they do not count.`],
  }
}

function partnersOf(bookings: readonly Booking[], side: Side): PartnerShare[] {
  const sums = new Map<string, { name: string; cents: number }>()
  for (const { partner, amount } of bookings) {
    const key = firmKey(partner)
    const sum = sums.get(key) ?? { name: partner, cents: 0 }
    sum.cents += Math.round((amount ?? 0) * 100)
    sums.set(key, sum)
  }
  const positive = [...sums.values()].filter(({ cents }) => cents > 0)
  const whole = positive.reduce((sum, { cents }) => sum + cents, 0)
  return positive
    .toSorted((left, right) => right.cents - left.cents || (left.name < right.name ? -1 : 1))
    .map(({ name, cents }) => ({ name, side, amount: cents / 100, share: Math.round((cents / whole) * 1e4) / 1e4 }))
}

/** The partner that is meant, several that could be, or none. */
function matchOf(
  partners: readonly PartnerShare[],
  wanted: string,
  answer: string | undefined,
): PartnerShare | PartnerShare[] | undefined {
  const chosen = partners.find(({ name }) => name === answer) ?? partners.find(({ name }) => isSameFirm(name, wanted))
  if (chosen !== undefined) return chosen
  if (answer === 'none') return undefined
  const alike = partners.filter(({ name }) => likeness(name, wanted) > 0)
  return alike.length === 0 ? undefined : alike.slice(0, 12)
}

function whichOf(partners: readonly PartnerShare[], wanted: string) {
  const options = partners.map(({ name, share }) => ({ value: name, label: `${name} (${percent(share)})` }))
  return {
    id: 'partner',
    text: `Which of these is "${wanted}"?`,
    options: [...options, { value: 'none', label: 'None of them' }],
  }
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}

function grouped(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 2 })
}
