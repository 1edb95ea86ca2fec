import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { languages, type Language, type PartnerWords } from './words.ts'

const tables: Readonly<Record<Language, PartnerWords>> = { en, de, ar }

/** The words that an address asks for, else those of the first language of the browser that is spoken here. */
export function partnerWords(asked: string | undefined, accepted: string | undefined): PartnerWords {
  const wished = [asked ?? '', ...(accepted ?? '').split(',')].map((tag) => tag.trim().slice(0, 2).toLowerCase())
  const spoken = wished.flatMap((tag) => languages.find((language) => language === tag) ?? [])
  return tables[spoken[0] ?? 'en']
}

/** The pages in every language, for choosing another one. */
export const everyWords: readonly PartnerWords[] = languages.map((language) => tables[language])

/** A day as it is written in the language. */
export function dayWords(text: string, { locale }: Pick<PartnerWords, 'locale'>): string {
  const form = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return form.format(new Date(text))
}

export function numberWords(value: number, { locale }: Pick<PartnerWords, 'locale'>): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value)
}

export function listWords(items: readonly string[], { locale }: Pick<PartnerWords, 'locale'>): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
}
