import type { Path, Result } from '@joinery/core'
import type { Format } from '../i18n/format.ts'
import type { effortWords } from '../i18n/en-results.ts'
import type { CommonWords, ResultWords } from '../i18n/strings.ts'
import { scopeTop } from './scope-top.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import type { ReadText, Said } from '@joinery/report/texts'
import type { SavedAssessment, Snapshot } from '../session/answer-store.ts'

/**
 * What the parts of a result need to draw themselves, with the words that they say and the formats that they write with; a
 * result can be shown without its rule set.
 */
export interface Shown<
  Words extends keyof ResultWords = never,
  Common extends keyof CommonWords = never,
  Writes extends keyof Format = keyof Format,
> {
  readonly result: Result
  readonly paths: readonly Path[]
  readonly ruleSet: RuleSetData | undefined
  readonly words: Pick<ResultWords, Words>
  readonly common: Pick<CommonWords, Common>
  readonly format: Pick<Format, Writes | 'language'>
  readonly text: ReadText
  readonly said: (said: Said) => unknown
}

/** Where a part has headings of its own. */
export interface WithHeadings {
  readonly heading: (text: unknown, depth?: number, look?: string) => unknown
}

/** A result beside what somebody has done with it. */
export interface WithPlan {
  readonly plan: SavedAssessment['plan']
  readonly setPlan: (step: string, entry: SavedAssessment['plan'][string]) => void
}

/** Name of the scope that was assessed. */
export function scopeName({ result, ruleSet, text }: Pick<Shown, 'result' | 'ruleSet' | 'text'>): string {
  const { scope } = result.provenance
  const found = ruleSet?.scopes?.find(({ id }) => id === scope)
  return found === undefined ? scope : text(scope, 'title', found.title).text
}

/** The figures that later results are compared with. */
export function snapshotOf(result: Result): Snapshot {
  const { headline, principles, provenance } = result
  return {
    asOf: provenance.asOf,
    scope: provenance.scope,
    score: headline.score,
    potential: headline.potential,
    reached: headline.reached?.share ?? null,
    principles: principles.map(({ id, title, score, potential }) => ({
      id,
      title,
      score,
      potential,
      top: scopeTop(result, id),
    })),
  }
}

/** Minutes of work in words: `30 min`, `4 h`, `2 days` of eight hours. */
export function effortOf(
  minutes: number,
  { common, format }: Pick<Shown<never, keyof typeof effortWords, 'whole'>, 'common' | 'format'>,
): string {
  if (minutes < 60) return common.minutes(format.whole(minutes))
  if (minutes < 480) return common.hours(format.whole(Math.round(minutes / 30) / 2))
  const days = Math.round(minutes / 240) / 2
  return common.days(format.whole(days), days)
}
