import type { ReportBlock, ReportSection } from '@joinery/core/plugin'
import { constructionOf, type EarlyWarning } from './construction.ts'
import { dayOf } from './days.ts'
import { siteWords, type SiteWords } from './site-words.ts'

/** What somebody on site wants to see: what is open, and how early the warnings came. */
export const siteSection: ReportSection = {
  id: 'construction/on-site',
  title: 'On site',
  reads: ['ext.construction.earlyWarnings', 'ext.construction.medianLeadDays', 'ext.construction.paidOnTimeShare'],
  build: ({ record }, { asOf, language }) => {
    const words = siteWords(language)
    const { earlyWarnings = [], ...facts } = constructionOf(record) as Facts
    const open = earlyWarnings.filter(({ closedAt }) => !(dayOf(closedAt) <= dayOf(asOf)))
    const figures = [leadWords(words, facts.medianLeadDays), paidWords(words, facts.paidOnTimeShare)]
    return [{ is: 'list', items: figures }, ...(open.length === 0 ? [] : [tableOf(words, open)])]
  },
}

const mostRows = 25

function tableOf(words: SiteWords, open: readonly EarlyWarning[]): ReportBlock {
  const rows = open
    .slice(0, mostRows)
    .map(({ ref, title, raisedAt, owner, due }) => [
      [ref, title].filter(Boolean).join(' '),
      raisedAt ?? words.noDay,
      owner ?? words.nobody,
      due ?? words.noDay,
    ])
  return { is: 'table', columns: [...words.columns], rows }
}

type Facts = ReturnType<typeof constructionOf> & {
  readonly medianLeadDays?: unknown
  readonly paidOnTimeShare?: unknown
}

function leadWords(words: SiteWords, days: unknown): string {
  if (typeof days !== 'number') return words.leadUnknown
  return days <= 0 ? words.tooLate : words.early(days)
}

function paidWords(words: SiteWords, share: unknown): string {
  // 100 % is said only where every one was
  return typeof share === 'number' ? words.paid(Math.floor(share * 100)) : words.paidUnknown
}
