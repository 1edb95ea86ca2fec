/** What the section about the site says, in one language; a language that lacks a sentence does not compile. */
export interface SiteWords {
  readonly columns: readonly [string, string, string, string]
  readonly noDay: string
  readonly nobody: string
  readonly leadUnknown: string
  readonly tooLate: string
  readonly early: (days: number) => string
  readonly paidUnknown: string
  readonly paid: (percent: number) => string
}

const en: SiteWords = {
  columns: ['Open early warning', 'Raised', 'Owner', 'By when'],
  noDay: 'no day',
  nobody: 'nobody',
  leadUnknown: 'How early warnings come is not known yet.',
  tooLate: 'Half of the early warnings come when the trouble is already there.',
  early: (days) => `Half of the early warnings come ${days} days or more before the trouble.`,
  paidUnknown: 'How many applications are paid on time is not known yet.',
  paid: (percent) => `${percent} % of the applications were paid on time.`,
}

const de: SiteWords = {
  columns: ['Offene Frühwarnung', 'Gemeldet', 'Wer kümmert sich', 'Bis wann'],
  noDay: 'kein Tag',
  nobody: 'niemand',
  leadUnknown: 'Wie früh Warnungen kommen, ist noch nicht bekannt.',
  tooLate: 'Die Hälfte der Frühwarnungen kommt erst, wenn der Schaden schon da ist.',
  early: (days) => `Die Hälfte der Frühwarnungen kommt ${days} Tage oder mehr vor dem Schaden.`,
  paidUnknown: 'Wie viele Zahlungsanträge pünktlich bezahlt werden, ist noch nicht bekannt.',
  paid: (percent) => `${percent} % der Zahlungsanträge wurden pünktlich bezahlt.`,
}

/** The words of a language; the English ones where there are no others. */
export function siteWords(language: string): SiteWords {
  return language === 'de' ? de : en
}
