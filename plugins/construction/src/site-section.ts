import type { ReportBlock, ReportSection } from '@joinery/core/plugin'
import { constructionOf, type EarlyWarning } from './construction.ts'
import { dayOf } from './days.ts'

/** What somebody on site wants to see: what is open, and how early the warnings came. */
export const siteSection: ReportSection = {
  id: 'construction/on-site',
  title: 'On site',
  reads: ['ext.construction.earlyWarnings', 'ext.construction.medianLeadDays', 'ext.construction.paidOnTimeShare'],
  build: ({ record }, { asOf }) => {
    const { earlyWarnings = [], ...facts } = constructionOf(record) as Facts
    const open = earlyWarnings.filter(({ closedAt }) => !(dayOf(closedAt) <= dayOf(asOf)))
    const figures = [leadWords(facts.medianLeadDays), paidWords(facts.paidOnTimeShare)]
    return [{ is: 'list', items: figures }, ...(open.length === 0 ? [] : [tableOf(open)])]
  },
}

const mostRows = 25

function tableOf(open: readonly EarlyWarning[]): ReportBlock {
  const columns = ['Open early warning', 'Raised', 'Owner', 'By when']
  return { is: 'table', columns, rows: open.slice(0, mostRows).map(rowOf) }
}

type Facts = ReturnType<typeof constructionOf> & {
  readonly medianLeadDays?: unknown
  readonly paidOnTimeShare?: unknown
}

function leadWords(days: unknown): string {
  if (typeof days !== 'number') return 'How early warnings come is not known yet.'
  if (days <= 0) return 'Half of the early warnings come when the trouble is already there.'
  return `Half of the early warnings come ${days} days or more before the trouble.`
}

function paidWords(share: unknown): string {
  if (typeof share !== 'number') return 'How many applications are paid on time is not known yet.'
  // 100 % is said only where every one was
  return `${Math.floor(share * 100)} % of the applications were paid on time.`
}

function rowOf({ ref, title, raisedAt, owner, due }: EarlyWarning): string[] {
  return [[ref, title].filter(Boolean).join(' '), raisedAt ?? 'no day', owner ?? 'nobody', due ?? 'no day']
}
