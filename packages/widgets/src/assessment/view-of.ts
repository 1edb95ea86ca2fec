import * as english from '../i18n/en.ts'
import { wordsOf } from '../i18n/registry.ts'
import { saidIn } from '../base/said.ts'
import { textsOf } from '../rule-set/texts.ts'
import type { View } from './view.ts'

type Given = Omit<View, 'state' | 'words' | 'common' | 'inputWords' | 'resultWords' | 'text' | 'said'> & {
  readonly language: string
}

/** Puts together what the views need. */
export function viewOf({ language, ...given }: Given): View {
  return {
    ...given,
    ...viewOf.words(language),
    state: given.session.state(),
    text: textsOf(given.session.document, language),
    said: saidIn(language),
  }
}

viewOf.words = (language: string) => ({
  words: wordsOf(language, 'assessment', english.assessment),
  common: wordsOf(language, 'common', english.common),
  inputWords: wordsOf(language, 'inputs', english.inputs),
  resultWords: wordsOf(language, 'results', english.results),
})
