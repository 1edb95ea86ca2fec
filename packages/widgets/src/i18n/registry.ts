import type { Strings } from './strings.ts'

type Partly = { readonly [Part in keyof Strings]?: Partial<Strings[Part]> }

const registered = new Map<string, Partly>()
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/**
 * Adds a language, or an association's own words for one; what is left out is said in English. Elements on the page show it
 * the next time they are drawn. With `isUnder` words that are already there stay.
 */
export function registerStrings(language: string, strings: Partly, isUnder = false): void {
  const before = registered.get(language.toLowerCase()) ?? {}
  const merged = { ...before }
  for (const [part, words] of Object.entries(strings) as [keyof Strings, object][])
    Object.assign(merged, { [part]: isUnder ? { ...words, ...before[part] } : { ...before[part], ...words } })
  registered.set(language.toLowerCase(), merged)
}

/** The most exact registered language for a `lang`: `de-AT`, then `de`, then English. */
export function languageFor(lang: string): string {
  const parts = lang.toLowerCase().split('-')
  for (let count = parts.length; count > 0; count--) {
    const language = parts.slice(0, count).join('-')
    if (language === 'en' || registered.has(language)) return language
  }
  return 'en'
}

/** The words of one part of the interface; `english` is what stands in for words that a language lacks. */
export function wordsOf<Part extends keyof Strings, Words extends Partial<Strings[Part]>>(
  language: string,
  part: Part,
  english: Words,
): Words {
  const own = registered.get(language)?.[part]
  const general = registered.get(language.split('-')[0]!)?.[part]
  return own === undefined && general === undefined ? english : { ...english, ...general, ...own }
}

export function isRightToLeft(language: string): boolean {
  return rightToLeft.has(language.split('-')[0]!)
}
