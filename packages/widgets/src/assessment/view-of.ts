import { saidIn } from '../base/said.ts'
import { frameWords, selfWords } from '../i18n/en-common.ts'
import { firstWords } from '../i18n/en.ts'
import { wordsOf } from '../i18n/registry.ts'
import type { AssessmentWords, CommonWords, InputWords } from '../i18n/strings.ts'
import { textsOf } from '@joinery/report/texts'
import type { View } from './view.ts'

const firstCommon = { ...frameWords, ...selfWords }

type Given = Omit<View, 'state' | 'words' | 'common' | 'inputWords' | 'text' | 'said'> & {
  readonly language: string
}

/** Puts together what the views need. */
export function viewOf({ language, ...given }: Given): View {
  const { questions, rest, session } = given
  return {
    ...given,
    words: wordsSoFar(language, given),
    common: wordsOf(language, 'common', {
      ...firstCommon,
      ...questions?.commonWords,
      ...rest?.laterCommon,
    }) as CommonWords,
    inputWords: wordsOf(language, 'inputs', { ...questions?.inputWords, ...rest?.laterInputWords }) as InputWords,
    state: session.state(),
    text: textsOf(session.document, language),
    said: saidIn(language),
  }
}

/** Each part of an assessment brings its own words, so those that are missing are not asked for yet. */
export function wordsSoFar(language: string, { questions, rest }: Pick<View, 'questions' | 'rest'>): AssessmentWords {
  const english = { ...firstWords, ...questions?.questionWords, ...rest?.laterWords }
  return wordsOf(language, 'assessment', english) as AssessmentWords
}

export function commonWords(language: string): typeof firstCommon {
  return wordsOf(language, 'common', firstCommon)
}
