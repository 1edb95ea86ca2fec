import { english, type ReportWords } from '../words/en.ts'
import type { Text } from './text.ts'

/** What a part of a report is told in: our words, and the texts of the rule set, marked where they are in another language. */
export interface Speech {
  readonly words: ReportWords
  readonly say: (id: string, field: string, own: string) => Text
}

/** English words beside the rule set's own. */
export const inEnglish: Speech = { words: english, say: (_id, _field, own) => own }
