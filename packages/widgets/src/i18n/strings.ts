import type { Explain } from '@joinery/report/words'
import type * as common from './en-common.ts'
import type { laterInputWords, laterWords, resultsPageWords } from './en-later.ts'
import type { planToolWords } from './en-plan-tools.ts'
import type { inputWords, questionWords, soFarWords } from './en-questions.ts'
import type { radarWords, shapeWords } from './en-radar.ts'
import type * as details from './en-details.ts'
import type * as results from './en-results.ts'
import type { firstWords } from './en.ts'
import type { sectors } from '../sectors/words.ts'

type Same<Words> = {
  readonly [Word in keyof Words]: Words[Word] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : string
}

/** The words of the interface; a language file that lacks one does not compile. */
export interface Strings {
  /** Sentences about a result; without them core's English ones are shown, and marked as English. */
  readonly explain?: Explain
  readonly common: Same<
    typeof common.frameWords &
      typeof common.selfWords &
      typeof common.levelWords &
      typeof soFarWords &
      typeof shapeWords &
      typeof details.tableWords &
      typeof results.knownWords &
      typeof results.effortWords
  >
  readonly assessment: Same<typeof firstWords & typeof questionWords & typeof laterWords>
  readonly inputs: Same<typeof inputWords & typeof laterInputWords>
  readonly results: Same<
    typeof results.headlineWords &
      typeof details.figureWords &
      typeof details.barWords &
      typeof details.sectionWords &
      typeof details.detailWords &
      typeof results.planWords &
      typeof results.portfolioWords &
      typeof results.benchmarkWords &
      typeof radarWords &
      typeof planToolWords &
      typeof resultsPageWords
  >
  readonly sectors: Same<typeof sectors>
}

export type CommonWords = Strings['common']
export type AssessmentWords = Strings['assessment']
export type InputWords = Strings['inputs']
export type ResultWords = Strings['results']
