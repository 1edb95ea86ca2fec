import { en } from './en/index.ts'

/** Every text of the desk; a language that lacks one does not compile. */
export type Words = Same<typeof en>

type Same<Part> = {
  readonly [Word in keyof Part]: Part[Word] extends (...given: infer Given) => infer Said
    ? (...given: Given) => Said
    : Part[Word] extends string
      ? string
      : Same<Part[Word]>
}

/** The languages of the desk, each by its own name. */
export const languages = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const

export type Language = keyof typeof languages

const packs: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => en,
  de: async () => (await import('./de/index.ts')).de,
  ar: async () => (await import('./ar/index.ts')).ar,
}

const kept = 'joinery.desk.language'

let spoken: Words = en

/** The words of the desk, in the language that is spoken now. */
export function words(): Words {
  return spoken
}

/** The language that is spoken now. */
export function spokenLanguage(): Language {
  return spoken.language as Language
}

/** Speaks the language that was chosen on this device, else the first of the browser that is known here. */
export async function speakAsWished(): Promise<void> {
  const wished = [localStorage.getItem(kept) ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase())
  const language = wished.find((tag): tag is Language => Object.hasOwn(languages, tag)) ?? 'en'
  try {
    spoken = await packs[language]()
  } catch {
    // without the network a desk in English is better than none
    spoken = en
  }
  Object.assign(document.documentElement, { lang: spoken.language, dir: spoken.direction })
}

/** Keeps the choice on this device; the page is drawn anew in it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(kept, language)
  location.reload()
}
