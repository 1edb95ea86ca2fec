import { languagesIn } from '../texts.ts'
import { arabic } from './ar.ts'
import { german } from './de.ts'
import { english, type ReportWords } from './en.ts'

/** Languages that a report is written in. */
export const reportLanguages = ['en', 'de', 'ar'] as const

const spoken: Readonly<Record<string, ReportWords>> = { en: english, de: german, ar: arabic }

/** The words for a language, or for the one that it is a kind of (de for de-AT); English where there are no others. */
export function reportWords(language: string): ReportWords {
  const found = languagesIn(language).find((one) => Object.hasOwn(spoken, one))
  return found === undefined ? english : spoken[found]!
}
