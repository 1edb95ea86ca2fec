import { languagesIn } from '@joinery/report/texts'
import type { Strings } from './strings.ts'

type Partly = { readonly [Part in keyof Strings]?: Partial<Strings[Part]> }

const registered = new Map<string, readonly Partly[]>()

/**
 * Adds a language, or an association's own words for one; what is left out is said in English. Elements on the page show it
 * the next time they are drawn. With `isUnder` words that are already there stay.
 */
export function registerStrings(language: string, strings: Partly, isUnder = false): void {
  const name = language.toLowerCase()
  const before = registered.get(name) ?? []
  registered.set(name, isUnder ? [strings, ...before] : [...before, strings])
}

/** The most exact registered language for a `lang`: `de-AT`, then `de`, then English. */
export function languageFor(lang: string): string {
  return languagesIn(lang).find((language) => language === 'en' || registered.has(language)) ?? 'en'
}

/** The words of one part of the interface; `english` is what stands in for words that a language lacks. */
export function wordsOf<Part extends keyof Strings, Words extends Partial<Strings[Part]>>(
  language: string,
  part: Part,
  english: Words,
): Words {
  const own = languagesIn(language).toReversed()
  return Object.assign({}, english, ...own.flatMap((one) => registered.get(one) ?? []).map((strings) => strings[part]))
}
