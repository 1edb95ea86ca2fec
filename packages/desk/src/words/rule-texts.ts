import { saidIn, textsOf, type RuleSetData } from '@joinery/widgets/asking'
import { words } from './speak.ts'

/** Texts of the rule set in the language of the page, as far as it has them. */
export interface RuleTexts {
  /** Marked where it is in another language than the page. */
  readonly said: (id: string, field: string, own: string) => unknown
  /** For the middle of a sentence. */
  readonly text: (id: string, field: string, own: string) => string
}

export function ruleTexts(document: Pick<RuleSetData, 'language' | 'locales'>): RuleTexts {
  const { language } = words()
  const [read, mark] = [textsOf(document, language), saidIn(language)]
  return {
    said: (id, field, own) => mark(read(id, field, own)),
    text: (id, field, own) => read(id, field, own).text,
  }
}
